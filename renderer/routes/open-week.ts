import type { IsoDate, Plan } from '../../electron/api/records.ts';
import { addCalendarDays } from '../format/dates.ts';

/** Longer than any holidays. */
export const WEEKS_TO_LOOK = 16;
export const LAST_DAY_OF_WEEK = 4;

type ReadWeek = (from: IsoDate, to: IsoDate) => Promise<Pick<Plan, 'days'>>;

/** Monday of the nearest week with an open day, looking one way; `null` when there is none in sight. */
export async function findOpenWeek(monday: IsoDate, step: 1 | -1, read: ReadWeek): Promise<IsoDate | null> {
  for (let i = 1; i <= WEEKS_TO_LOOK; i++) {
    const from = addCalendarDays(monday, step * 7 * i);
    const { days } = await read(from, addCalendarDays(from, LAST_DAY_OF_WEEK));
    if (days.some((day) => day.closed === null)) return from;
  }
  return null;
}

/** The first open day from a date on; `null` when there is none in sight. */
export async function findOpenDay(from: IsoDate, read: ReadWeek): Promise<IsoDate | null> {
  for (let i = 0; i <= WEEKS_TO_LOOK; i++) {
    const first = addCalendarDays(from, 7 * i);
    const { days } = await read(first, addCalendarDays(first, 6));
    const open = days.find((day) => day.closed === null);
    if (open) return open.date;
  }
  return null;
}
