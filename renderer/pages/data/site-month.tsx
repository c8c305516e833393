import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../bridge/use-api.ts';
import { addMonths } from '../../format/months.ts';
import { useFormat } from '../../format/use-format.ts';
import { IconButton } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SiteMonthGrid } from '../coverage/site-month-grid.tsx';

/** What was served at a site in one month, typed, pasted and corrected in place. */
export function SiteMonthFields({ siteId, today }: { readonly siteId: number; readonly today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [month, setMonth] = useState(today);
  const query = useApiQuery('data.coverageMonth', { siteId, month });
  return (
    <section aria-labelledby="site-month">
      <div className="row">
        <h3 id="site-month">{t('coverage.gridTitle', { month: format.month(month) })}</h3>
        <span className="group">
          <IconButton
            icon="previous"
            label={t('coverage.previousMonth')}
            onClick={() => setMonth(addMonths(month, -1))}
          />
          <IconButton
            icon="next"
            label={t('coverage.nextMonth')}
            onClick={() => setMonth(addMonths(month, 1))}
          />
        </span>
      </div>
      <QueryView query={query}>
        {({ sites: [own] }) => own && <SiteMonthGrid key={`${siteId} ${month}`} month={own} />}
      </QueryView>
    </section>
  );
}
