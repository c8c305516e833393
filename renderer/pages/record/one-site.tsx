import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { AppState, IsoDate, RecordRow } from '../../../electron/api/records.ts';
import { type ApiQuery, useApiQuery } from '../../bridge/use-api.ts';
import { monthOf } from '../../format/months.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { recordPlace } from '../../routes/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice, StateView } from '../../ui/states.tsx';
import { SiteMonthFields } from '../data/site-month.tsx';
import { RecordKeys } from './record-keys.tsx';
import { noDrafts, rowKey } from './served-model.ts';
import { SitePanel } from './site-panel.tsx';
import { useMonthParts } from './use-month-parts.tsx';
import { useServed } from './use-served.ts';

const monthKeys = ['enter', 'tab', 'equal', 'paste', 'marks', 'undo'] as const;

interface OneSiteProps {
  readonly date: IsoDate;
  /** As the address names it; `null`: the only one. */
  readonly siteId: number | null;
  readonly state: AppState;
  readonly day: ApiQuery<readonly RecordRow[]>;
}

/** One site: its month, and beside it the day in which one is. The month stays while the day changes. */
export function OneSite({ date, siteId, state, day }: OneSiteProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const sites = useApiQuery('sites.list', {});
  const served = useServed();
  const [month, setMonth] = useState(monthOf(date));
  useEffect(() => setMonth(monthOf(date)), [date]);
  const dishes = useRef<HTMLTableSectionElement>(null);
  const onDay = (of: IsoDate) => {
    if (of === date || of > state.today) return;
    go(recordPlace('served', of, siteId === null ? undefined : String(siteId)), { replace: true });
  };
  const row = day.data?.find((one) => siteId === null || one.siteId === siteId);
  return (
    <div className="record-day">
      <div className="column">
        {day.error && <ErrorNotice error={day.error} onClose={day.again} />}
        {served.error && <ErrorNotice error={served.error} onClose={served.reset} />}
        <div className="record-month">
          <QueryView query={sites}>
            {(all) => {
              const site = all.find(({ id }) => siteId === null || id === siteId);
              if (site === undefined) return <StateView icon="data" title={t('record.noSite')} text="" />;
              return <Month siteId={site.id} {...{ date, month, served, onDay }} onMonth={setMonth} />;
            }}
          </QueryView>
        </div>
        <RecordKeys keys={monthKeys} />
      </div>
      {row && (
        <SitePanel
          key={date}
          row={row}
          drafts={served.drafts.get(rowKey(row)) ?? noDrafts}
          actions={served.actions}
          dishes={dishes}
          onBack={() => document.querySelector<HTMLInputElement>('.record-month input')?.focus()}
          onNext={null}
        />
      )}
    </div>
  );
}

interface MonthProps {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly month: string;
  readonly served: ReturnType<typeof useServed>;
  onMonth(month: string): void;
  onDay(date: IsoDate): void;
}

/** The month as data pages have it, with what *Relevé* adds to each day. */
function Month({ served, ...props }: MonthProps) {
  const parts = useMonthParts(props, served);
  return <SiteMonthFields {...props} {...parts} heading="h2" />;
}
