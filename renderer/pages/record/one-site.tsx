import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { AppState, IsoDate, RecordRow } from '../../../electron/api/records.ts';
import { type ApiQuery, useApiQuery } from '../../bridge/use-api.ts';
import { monthOf } from '../../format/months.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { recordPlace } from '../../routes/places.ts';
import { Choice } from '../../ui/choice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice, StateView } from '../../ui/states.tsx';
import { SiteMonthFields } from '../data/site-month.tsx';
import { MonthSide } from './month-side.tsx';
import { PrintMonth } from './print-month-button.tsx';
import { RecordKeys } from './record-keys.tsx';
import { noDrafts, rowKey } from './served-model.ts';
import { SitePanel } from './site-panel.tsx';
import { useMonthParts } from './use-month-parts.tsx';
import { usePlanned } from './use-planned.ts';
import { useServed } from './use-served.ts';

const monthKeys = ['enter', 'tab', 'equal', 'paste', 'dishes', 'undo'] as const;
const sides = ['month', 'day'] as const;
type Side = (typeof sides)[number];

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
  const [month, setMonth] = useState(monthOf(date));
  useEffect(() => setMonth(monthOf(date)), [date]);
  const dishes = useRef<HTMLTableSectionElement>(null);
  const beside = useRef<HTMLDivElement>(null);
  // Who was led to a day of one site of many looks at that day; the secretary of one site at her month.
  const [side, setSide] = useState<Side>(siteId === null ? 'month' : 'day');
  const last = useRef<HTMLElement | null>(null);
  const leads = useRef(false);
  const row = day.data?.find((one) => siteId === null || one.siteId === siteId);
  const served = useServed(usePlanned(date, row === undefined ? [] : [row], row?.siteId));
  const shownId = siteId ?? sites.data?.[0]?.id;
  const toDay = () => {
    const field = beside.current?.querySelector<HTMLInputElement>('.record-panel input');
    if (!leads.current || !field) return;
    leads.current = false;
    field.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields come with the side, and with the day's record.
  useEffect(toDay, [side, row?.date]);
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowRight') return;
    event.preventDefault();
    event.stopPropagation();
    leads.current = true;
    setSide('day');
    toDay();
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (event.target.dataset.place !== undefined) last.current = event.target;
  };
  const onDay = (of: IsoDate) => {
    if (of === date || of > state.today) return;
    go(recordPlace('served', of, siteId === null ? undefined : String(siteId)), { replace: true });
  };
  const choice = (
    <Choice<Side>
      label={t('record.month.choice')}
      options={sides.map((id) => ({
        id,
        label: t(id === 'month' ? 'record.month.ofMonth' : 'record.month.ofDay'),
      }))}
      value={side}
      onChange={setSide}
    />
  );
  return (
    <div className="record-day" ref={beside}>
      <div className="column">
        {day.error && <ErrorNotice error={day.error} onClose={day.again} />}
        {served.error && <ErrorNotice error={served.error} onClose={served.reset} />}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields within. */}
        <div className="record-month" onKeyDownCapture={onKeyDownCapture} onFocus={onFocus}>
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
      {shownId !== undefined && side === 'month' && (
        <MonthSide siteId={shownId} month={month} date={date} choice={choice} />
      )}
      {row && side === 'day' && (
        <SitePanel
          key={date}
          choice={choice}
          row={row}
          drafts={served.drafts.get(rowKey(row)) ?? noDrafts}
          actions={served.actions}
          dishes={dishes}
          onBack={() => (last.current ?? beside.current?.querySelector('input'))?.focus()}
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
  const { siteId, month } = props;
  const beside = <PrintMonth siteId={siteId} month={month} />;
  return <SiteMonthFields {...props} {...parts} heading="h2" beside={beside} />;
}
