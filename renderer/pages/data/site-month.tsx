import { type ReactNode, useState } from 'react';
import type { IsoDate } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { addMonths } from '../../format/months.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { IconButton } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { type DayParts, SiteMonthGrid } from '../coverage/site-month-grid.tsx';

interface SiteMonthProps extends DayParts {
  readonly siteId: number;
  /** `YYYY-MM` */
  readonly month: string;
  onMonth(month: string): void;
  /** A day whose field takes the focus at first. */
  readonly date?: IsoDate | null;
  /** At the end of the title's line. */
  readonly beside?: ReactNode;
  /** Of the title, by the titles around it. */
  readonly heading?: 'h2' | 'h3';
  /** The day in which one is. */
  onDay?(date: IsoDate): void;
}

/** What was served at a site in one month, typed, pasted and corrected in place. */
export function SiteMonthFields({
  siteId,
  month,
  onMonth,
  heading: Heading = 'h3',
  beside,
  ...props
}: SiteMonthProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useApiQuery('data.coverageMonth', { siteId, month });
  return (
    <section aria-labelledby="site-month">
      <div className="row">
        <Heading id="site-month">{t('coverage.gridTitle', { month: format.month(month) })}</Heading>
        <span className="group">
          <IconButton
            icon="previous"
            label={t('coverage.previousMonth')}
            onClick={() => onMonth(addMonths(month, -1))}
          />
          <IconButton
            icon="next"
            label={t('coverage.nextMonth')}
            onClick={() => onMonth(addMonths(month, 1))}
          />
        </span>
        {beside}
      </div>
      <QueryView query={query}>
        {({ sites: [own] }) => own && <SiteMonthGrid key={`${siteId} ${month}`} month={own} {...props} />}
      </QueryView>
    </section>
  );
}

/** The same where nothing else on the page asks for a month. `first`: the month shown at first. */
export function OwnSiteMonth({ siteId, first }: { readonly siteId: number; readonly first: string }) {
  const [month, setMonth] = useState(first);
  return <SiteMonthFields siteId={siteId} month={month} onMonth={setMonth} />;
}
