import type { AppState, IsoDate, Plan, PlanRow } from '../../electron/api/records.ts';
import { bySiteName } from '../format/site-order.ts';

export type TourStepName = 'order' | 'range' | 'deadline' | 'level' | 'why' | 'print';

export interface TourStep {
  readonly name: TourStepName;
  /** The address of the page that shows it. */
  readonly place: string;
  /** What is pointed at, as a selector. */
  readonly target: string;
}

/** The first cell that the grid shows: that of the first site. */
function firstCell(plan: Plan | undefined): PlanRow | undefined {
  const rows = plan?.rows.toSorted((a, b) => bySiteName(a, b) || (a.date < b.date ? -1 : 1));
  return rows?.[0];
}

/** Where each step leads; without orders the last two show where they will be. */
export function tourSteps({ suggestedWeek }: AppState, plan: Plan | undefined): readonly TourStep[] {
  const week = `/week/${suggestedWeek}`;
  const cell = firstCell(plan);
  const date: IsoDate = cell?.date ?? suggestedWeek;
  return [
    { name: 'order', place: week, target: 'td.open' },
    { name: 'range', place: week, target: 'td.open .r' },
    { name: 'deadline', place: week, target: '.bar .status' },
    { name: 'level', place: week, target: '.bar .level' },
    { name: 'why', place: cell ? `${week}/${cell.siteId}/${date}` : week, target: '.panel .why' },
    { name: 'print', place: `/day/${date}`, target: '.head .btn.primary' },
  ];
}
