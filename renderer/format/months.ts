import type { IsoDate } from '../../electron/api/records.ts';
import { addCalendarDays, weekdayOf } from './dates.ts';

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export const monthOf = (date: IsoDate): string => date.slice(0, 7);

/** `YYYY-MM`, some months later or (negative) earlier. */
export function addMonths(month: string, months: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const index = year * 12 + of - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

const WEEK = 7;

/** The same weekday about a month later or earlier: in that month, as near to the same place as can be. */
export function sameWeekdayOfMonth(date: IsoDate, months: number): IsoDate {
  const month = addMonths(monthOf(date), months);
  const shift = (weekdayOf(date) - weekdayOf(`${month}-01`) + WEEK) % WEEK;
  const first = addCalendarDays(`${month}-01`, shift);
  const weeks = Math.floor((Number(date.slice(8)) - 1) / WEEK);
  const wanted = addCalendarDays(first, WEEK * weeks);
  return monthOf(wanted) === month ? wanted : addCalendarDays(wanted, -WEEK);
}
