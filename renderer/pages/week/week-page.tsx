import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { AppState, IsoDate, Plan } from '../../../electron/api/records.ts';
import { isIsoDate, mondayOf } from '../../format/dates.ts';
import { NoticeView } from '../../shell/notice.tsx';
import { useWeekPlan } from '../../shell/use-week-plan.ts';
import { TourOffer } from '../../tour/tour-offer.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Refreshing } from '../../ui/refreshing.tsx';
import { CellPanel } from './cell-panel.tsx';
import { useDayReview } from './use-day-review.ts';
import { WeekContent } from './week-content.tsx';
import type { WeekGridHandle } from './week-grid.tsx';
import { WeekBar, WeekHeader } from './week-header.tsx';
import { neighbourCell, type Week, weekOfPlan } from './week-model.ts';

const DayReview = lazy(() => import('./day-review.tsx').then((m) => ({ default: m.DayReview })));

interface Cell {
  readonly siteId: number;
  readonly date: IsoDate;
}

/** The week and the open cell stand in the address, so that back and forward work. */
function usePlace(suggested: IsoDate) {
  const params = useParams<{ monday?: string; site?: string; date?: string }>();
  const [, go] = useLocation();
  const monday = params.monday && isIsoDate(params.monday) ? mondayOf(params.monday) : suggested;
  const siteId = Number(params.site);
  const date = params.date;
  const cell: Cell | null = date && isIsoDate(date) && Number.isInteger(siteId) ? { siteId, date } : null;
  const goToWeek = useCallback((to: IsoDate) => go(`/week/${to}`), [go]);
  const open = useCallback(
    (site: number, day: IsoDate) => go(`/week/${monday}/${site}/${day}`, { replace: true }),
    [go, monday],
  );
  const close = useCallback(() => go(`/week/${monday}`, { replace: true }), [go, monday]);
  return { monday, cell, goToWeek, open, close };
}

export function WeekPage(props: { readonly state: AppState }) {
  const { state } = props;
  const place = usePlace(state.suggestedWeek);
  const { serviceLevel } = state.settings;
  const plan = useWeekPlan(place.monday, serviceLevel);
  const week = useWeek(plan.data, state.today);
  const grid = useRef<WeekGridHandle>(null);
  const [find, setFind] = useState('');
  const { cell, close } = place;
  const [review, later] = useDayReview(state, week !== null);
  const closeCell = useCallback(() => {
    if (cell) grid.current?.focusCell(cell.siteId, cell.date);
    close();
  }, [cell, close]);
  return (
    <main className={(cell || review) && week ? 'page with-panel' : 'page'}>
      <div className="column fill">
        <WeekHeader monday={place.monday} state={state} week={week} onGo={place.goToWeek} />
        <NoticeView />
        <TourOffer />
        <WeekBar state={state} week={week} find={find} onFind={setFind} />
        <Refreshing query={plan} />
        <QueryView query={plan}>
          {(data: Plan) => (
            <WeekContent
              plan={data}
              week={week}
              monday={place.monday}
              today={state.today}
              find={find}
              onFind={setFind}
              selected={cell}
              grid={grid}
              onOpen={place.open}
              onClose={closeCell}
              onGo={place.goToWeek}
            />
          )}
        </QueryView>
      </div>
      {cell && week && (
        <CellPanel
          siteId={cell.siteId}
          date={cell.date}
          today={state.today}
          row={rowOf(week, cell)}
          previous={neighbourCell(week, cell.siteId, cell.date, -1)}
          next={neighbourCell(week, cell.siteId, cell.date, 1)}
          onGo={place.open}
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

/** The plan as the grid draws it; what did not change is not drawn again. */
function useWeek(plan: Plan | undefined, today: IsoDate): Week | null {
  const shown = useRef<Week | null>(null);
  const week = useMemo(() => (plan ? weekOfPlan(plan, shown.current, today) : null), [plan, today]);
  useEffect(() => {
    shown.current = week;
  }, [week]);
  return week;
}

function rowOf(week: Week, cell: Cell) {
  const column = week.days.findIndex((day) => day.date === cell.date);
  return week.sites.find((site) => site.siteId === cell.siteId)?.cells[column] ?? null;
}
