import {
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLocation, useParams } from 'wouter';
import type { AppState, IsoDate, WeekPlan } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { addCalendarDays, isIsoDate, mondayOf } from '../../format/dates.ts';
import { useOffer } from '../../shell/commands.tsx';
import { useWeekPlan } from '../../shell/use-week-plan.ts';
import { TourOffer } from '../../tour/tour-offer.tsx';
import { FolderNotes } from '../../ui/folder-notes.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { CellPanel } from './cell-panel.tsx';
import { LookBar } from './look-bar.tsx';
import { useDayReview } from './use-day-review.ts';
import { useView } from './use-view.ts';
import { WeekContent } from './week-content.tsx';
import type { WeekGridHandle } from './week-grid.tsx';
import { WeekBar, WeekHeader } from './week-header.tsx';
import { neighbourCell, type Week, weekOfPlan } from './week-model.ts';
import type { Supposition } from './what-if-model.ts';

const StaffFigures = lazy(() =>
  import('../staff-figures/staff-figures.tsx').then((m) => ({ default: m.StaffFigures })),
);
const DayReview = lazy(() => import('./day-review.tsx').then((m) => ({ default: m.DayReview })));

const WEEK = 7;

interface Cell {
  readonly siteId: number;
  readonly date: IsoDate;
}

/**
 * The week and the open cell stand in the address, so that back and forward work. Another week is drawn in slices, and
 * shown when it is whole: until then all of the page is the one before, and `busy`.
 */
function usePlace(suggested: IsoDate) {
  const params = useParams<{ monday?: string; site?: string; date?: string }>();
  const [, go] = useLocation();
  const asked = params.monday && isIsoDate(params.monday) ? mondayOf(params.monday) : suggested;
  const monday = useDeferredValue(asked);
  const busy = monday !== asked;
  const siteId = Number(params.site);
  const date = params.date;
  const cell: Cell | null =
    !busy && date && isIsoDate(date) && Number.isInteger(siteId) ? { siteId, date } : null;
  const goToWeek = useCallback((to: IsoDate) => go(`/week/${to}`), [go]);
  // From the week that was asked for last: two steps are two weeks, however fast they are.
  const last = useRef(asked);
  useLayoutEffect(() => {
    last.current = asked;
  }, [asked]);
  const step = useCallback(
    (weeks: 1 | -1) => goToWeek(addCalendarDays(last.current, weeks * WEEK)),
    [goToWeek],
  );
  const open = useCallback(
    (site: number, day: IsoDate) => go(`/week/${monday}/${site}/${day}`, { replace: true }),
    [go, monday],
  );
  const close = useCallback(() => go(`/week/${monday}`, { replace: true }), [go, monday]);
  return { monday, busy, cell, goToWeek, step, open, close };
}

/** A week, or the figures that the staff write before they see ours. */
export function WeekPage({ state }: { readonly state: AppState }) {
  const place = usePlace(state.suggestedWeek);
  useOffer('previous', () => place.step(-1));
  useOffer('next', () => place.step(1));
  return state.staffWeeks.includes(place.monday) ? (
    <FiguresFirst state={state} place={place} />
  ) : (
    <PlannedWeek state={state} place={place} />
  );
}

interface PlacedProps {
  readonly state: AppState;
  readonly place: ReturnType<typeof usePlace>;
}

function FiguresFirst({ state, place }: PlacedProps) {
  const { monday } = place;
  const query = useApiQuery(
    'staffFigures.week',
    { monday },
    { keep: (earlier) => earlier.monday === monday },
  );
  return (
    <main className="page" aria-busy={place.busy}>
      <WeekHeader
        monday={monday}
        state={state}
        week={null}
        query={query}
        onGo={place.goToWeek}
        onStep={place.step}
      />
      <QueryView query={query}>
        {(week) => (
          <Suspense>
            <StaffFigures key={monday} week={week} />
          </Suspense>
        )}
      </QueryView>
    </main>
  );
}

function PlannedWeek({ state, place }: PlacedProps) {
  const { serviceLevel } = state.settings;
  const plan = useWeekPlan(place.monday, serviceLevel);
  const week = useWeek(plan.data, state.today);
  const grid = useRef<WeekGridHandle>(null);
  const { view, attention, shown, found, change } = useView(week, plan.data, state.today);
  const { cell, open, close } = place;
  const [supposed, setSupposed] = useState<Supposition | null>(null);
  const openCell = useCallback(
    (siteId: number, date: IsoDate, one: Supposition | null = null) => {
      setSupposed(one);
      open(siteId, date);
    },
    [open],
  );
  const showSite = useCallback((siteId: number) => grid.current?.showSite(siteId), []);
  const find = useFind(grid, found);
  // The panel goes on as the grid is sorted; a site that is left out has its place in the whole week.
  const isShown = shown?.week.sites.some(({ siteId }) => siteId === cell?.siteId);
  const walked = isShown ? shown?.week : week;
  const [review, later] = useDayReview(state, week !== null);
  const closeCell = useCallback(() => {
    if (cell) grid.current?.focusCell(cell.siteId, cell.date);
    close();
  }, [cell, close]);
  return (
    <main className={(cell || review) && week ? 'page with-panel' : 'page'} aria-busy={place.busy}>
      <div className="column fill">
        <WeekHeader
          monday={place.monday}
          state={state}
          week={week}
          query={plan}
          onGo={place.goToWeek}
          onStep={place.step}
        />
        <FolderNotes notes={state.folderNotes.filter(({ kind }) => kind === 'older')} />
        <TourOffer />
        <WeekBar state={state} week={week} />
        {week && week.sites.length > 0 && plan.data && (
          <LookBar
            week={week}
            today={state.today}
            attention={attention}
            places={plan.data.sites}
            view={view}
            onChange={change}
            onShow={showSite}
            onOpen={openCell}
            field={find.field}
            onFound={find.toGrid}
            refused={plan.data.refused}
          />
        )}
        <QueryView query={plan}>
          {(data: WeekPlan) => (
            <WeekContent
              plan={data}
              week={week}
              shown={shown}
              monday={place.monday}
              today={state.today}
              view={view}
              onView={change}
              selected={cell}
              grid={grid}
              onOpen={openCell}
              onFind={find.start}
              onClose={closeCell}
              onGo={place.goToWeek}
            />
          )}
        </QueryView>
      </div>
      {cell && week && walked && (
        <CellPanel
          siteId={cell.siteId}
          date={cell.date}
          today={state.today}
          site={siteOf(week, cell)?.name ?? null}
          row={rowOf(week, cell)}
          previous={neighbourCell(walked, cell.siteId, cell.date, -1)}
          next={neighbourCell(walked, cell.siteId, cell.date, 1)}
          supposed={supposed}
          onGo={openCell}
          onClose={closeCell}
        />
      )}
      {!cell && review && week && (
        <Suspense>
          <DayReview day={review} today={state.today} settings={state.settings} onLater={later} />
        </Suspense>
      )}
    </main>
  );
}

/** A letter in the grid leads to the field that finds sites; Enter there leads back, once what was typed is shown. */
function useFind(grid: RefObject<WeekGridHandle | null>, found: boolean) {
  const field = useRef<HTMLInputElement>(null);
  const [leaving, setLeaving] = useState(false);
  const start = useCallback(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const toGrid = useCallback(() => setLeaving(true), []);
  useEffect(() => {
    if (!leaving || !found) return;
    setLeaving(false);
    grid.current?.focusFirst();
  }, [leaving, found, grid]);
  return { field, start, toGrid };
}

/** The plan as the grid draws it; what did not change is not drawn again. */
function useWeek(plan: WeekPlan | undefined, today: IsoDate): Week | null {
  const shown = useRef<Week | null>(null);
  const week = useMemo(() => (plan ? weekOfPlan(plan, shown.current, today) : null), [plan, today]);
  useEffect(() => {
    shown.current = week;
  }, [week]);
  return week;
}

const siteOf = (week: Week, cell: Cell) => week.sites.find((site) => site.siteId === cell.siteId);

function rowOf(week: Week, cell: Cell) {
  const column = week.days.findIndex((day) => day.date === cell.date);
  return siteOf(week, cell)?.cells[column] ?? null;
}
