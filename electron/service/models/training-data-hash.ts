import { createHash } from 'node:crypto';
import { toDay } from '../../../forecasting/calendar/day.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { AttendanceColumns, History, IsoDate } from '../../../forecasting/domain/records.ts';

/** The rows up to a day, each as four numbers. */
function rowsUpTo({ site, day, served, staff }: AttendanceColumns, last: number): Float64Array {
  const rows = new Float64Array(4 * day.length);
  let at = 0;
  for (let i = 0; i < day.length; i++) {
    if (numberAt(day, i) <= last) {
      rows[at++] = numberAt(site, i);
      rows[at++] = numberAt(day, i);
      rows[at++] = numberAt(served, i);
      rows[at++] = numberAt(staff, i);
    }
  }
  return rows.subarray(0, at);
}

/**
 * A text that differs whenever something differs that a model fitted at the end of `origin` has learned from: every
 * record up to that day, and what is known of years as a whole. A later meal, menu or strike is looked up when a
 * forecast is made, so it leaves a fitted model as good as it was.
 */
export function trainingDataHash(history: History, origin: IsoDate): string {
  const { sites, attendance, enrolment, menu, closures, holidays, publicHolidays, library } = history;
  const upTo = ({ date }: { readonly date: IsoDate }) => date <= origin;
  const hash = createHash('sha256').update(rowsUpTo(attendance, toDay(origin)));
  const lists = [
    sites,
    enrolment,
    menu.filter(upTo),
    closures.filter(upTo),
    holidays,
    publicHolidays ?? null,
    library ?? null,
  ];
  return hash.update(JSON.stringify(lists)).digest('hex');
}
