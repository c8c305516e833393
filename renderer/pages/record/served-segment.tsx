import { useCallback, useEffect, useRef, useState } from 'react';
import { Link, Redirect, useLocation, useParams } from 'wouter';
import type { AppState, IsoDate, RecordRow } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { isIsoDate, schoolDayFrom, weekdayOf } from '../../format/dates.ts';
import { foldForSearch } from '../../format/fold.ts';
import { bySiteName } from '../../format/site-order.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { recordPlace } from '../../routes/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice, StateView } from '../../ui/states.tsx';
import { FRIDAY } from '../day/day-place.ts';
import { OneSite } from './one-site.tsx';
import { DaySteps, RecordHead } from './record-head.tsx';
import { RecordKeys } from './record-keys.tsx';
import { ServedBar } from './served-bar.tsx';
import { dayTotals, noDrafts, rowKey, shownRows } from './served-model.ts';
import { ServedTable } from './served-table.tsx';
import { SitePanel } from './site-panel.tsx';
import { usePlanned } from './use-planned.ts';
import { useServed } from './use-served.ts';

/** The last day with something open; without one, today, or the Friday before a weekend. */
export function dayToRecord({ openRecordDays, today }: AppState): IsoDate {
  return openRecordDays.at(-1) ?? (weekdayOf(today) > FRIDAY ? schoolDayFrom(today, -1) : today);
}

/** What was served and left, site by site and dish by dish. */
export function ServedSegment({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  const { date, site } = useParams<{ date?: string; site?: string }>();
  const [, go] = useLocation();
  const asked = date !== undefined && isIsoDate(date) ? date : null;
  const query = useApiQuery('records.day', { date: asked ?? state.today }, { enabled: asked !== null });
  // In the address, so that the day stays when what was open on it no longer is.
  if (asked === null) return <Redirect to={recordPlace('served', dayToRecord(state))} replace />;
  const siteId = site === undefined ? null : Number(site);
  return (
    <main className="page">
      <RecordHead segment="served">
        {siteId !== null && (
          <Link className="btn" href={recordPlace('served', asked)}>
            {t('record.allSites')}
          </Link>
        )}
        <DaySteps date={asked} onGo={(day) => go(recordPlace('served', day, site))} />
      </RecordHead>
      {state.sites === 1 || siteId !== null ? (
        <OneSite date={asked} siteId={siteId} state={state} day={query} />
      ) : (
        <QueryView query={query}>
          {(rows) => <Day key={asked} date={asked} rows={rows} state={state} />}
        </QueryView>
      )}
    </main>
  );
}

const siteKeys = ['enter', 'tab', 'equal', 'dishes', 'escape', 'undo'] as const;

interface DayProps {
  readonly date: IsoDate;
  readonly rows: readonly RecordRow[];
  readonly state: AppState;
}

function Day({ date, rows, state }: DayProps) {
  const { t } = useTranslation();
  const { drafts, actions, error, reset } = useServed(usePlanned(date, rows));
  const [find, setFind] = useState('');
  const sites = shownRows(rows).toSorted(bySiteName);
  const wanted = foldForSearch(find);
  const shown = sites.filter(({ site }) => foldForSearch(site).includes(wanted));
  const [chosen, setChosen] = useState<number | null>(null);
  const dishes = useRef<HTMLTableSectionElement>(null);
  const lines = useRef<HTMLDivElement>(null);
  const select = useCallback((siteId: number) => setChosen(siteId), []);
  const at = Math.max(
    0,
    shown.findIndex(({ siteId }) => siteId === chosen),
  );
  const row = shown[at];
  const toDishes = () => dishes.current?.querySelector('input')?.focus();
  // Whoever goes on to the next site goes on in its dishes.
  const leads = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each site that the panel shows.
  useEffect(() => {
    if (leads.current) toDishes();
    leads.current = false;
  }, [row?.siteId]);
  if (date > state.today) {
    return <StateView icon="deadline" title={t('record.early')} text={t('record.earlyHint')} />;
  }
  if (sites.length === 0) {
    return <StateView icon="closed" title={t('record.closed')} text={t('record.closedHint')} />;
  }
  const toLine = () =>
    lines.current?.querySelector<HTMLInputElement>(`tr[data-site="${row?.siteId}"] input`)?.focus();
  const next = shown[at + 1];
  const toNext =
    next &&
    (() => {
      leads.current = true;
      setChosen(next.siteId);
    });
  const totals = dayTotals(sites);
  return (
    <>
      {error && <ErrorNotice error={error} onClose={reset} />}
      <ServedBar
        rows={sites}
        totals={totals}
        state={state}
        actions={actions}
        find={find}
        onFind={setFind}
        onFirst={toLine}
      />
      <div className="record-day">
        <div className="column" ref={lines}>
          <ServedTable
            rows={shown}
            totals={totals}
            drafts={drafts}
            selected={row?.siteId ?? null}
            actions={actions}
            onSelect={select}
            onDishes={toDishes}
          />
          <RecordKeys keys={siteKeys} />
        </div>
        {row && (
          <SitePanel
            key={row.siteId}
            row={row}
            drafts={drafts.get(rowKey(row)) ?? noDrafts}
            actions={actions}
            dishes={dishes}
            onBack={toLine}
            onNext={toNext ?? null}
          />
        )}
      </div>
    </>
  );
}
