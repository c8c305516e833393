import type { IsoDate } from '../../electron/api/records.ts';
import { addCalendarDays, daysBetween, isIsoDate, isoWeek, mondayOf, weekdayOf } from '../format/dates.ts';

/** Of several dates the one nearest to another; of two as near, the later. */
export function nearestTo(dates: readonly IsoDate[], to: IsoDate): IsoDate | null {
  const distance = (date: IsoDate) => Math.abs(daysBetween(to, date)) - (date > to ? 0.5 : 0);
  return dates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function dateOf(year: number, month: number, day: number): readonly IsoDate[] {
  const pad = (n: number) => String(n).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return isIsoDate(date) ? [date] : [];
}

/** The day of a month, in the given year or in the one that brings it nearest. */
export function nearestDay(day: number, month: number, year: number | null, to: IsoDate): IsoDate | null {
  const near = Number(to.slice(0, 4));
  const years = year === null ? [near - 1, near, near + 1] : [year];
  return nearestTo(
    years.flatMap((one) => dateOf(one, month, day)),
    to,
  );
}

/** The 17th that is nearest; with a weekday, the nearest 17th that falls on it within half a year. */
export function nearestOfMonth(day: number, weekday: number | null, to: IsoDate): IsoDate | null {
  const [year = 0, month = 0] = to.split('-').map(Number);
  const months = Array.from({ length: 13 }, (_, i) => month - 7 + i);
  const dates = months.flatMap((n) => dateOf(year + Math.floor(n / 12), (((n % 12) + 12) % 12) + 1, day));
  const fitting = dates.filter((date) => weekday === null || weekdayOf(date) === weekday);
  return nearestTo(fitting.length > 0 ? fitting : dates, to);
}

/** 2026-12-17, 17/12, 17.12.26, 17-12-2026; 12/17 where only the month can be second. */
export function dateWritten(word: string, today: IsoDate): IsoDate | null {
  if (isIsoDate(word)) return word;
  const [, first = '', second = '', year] =
    /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/.exec(word) ?? [];
  if (!first) return null;
  const full = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  const read = (day: string, month: string) => nearestDay(Number(day), Number(month), full, today);
  return read(first, second) ?? read(second, first);
}

/** Monday of the week with this number that is nearest; `null` where no year near has such a week. */
export function weekNumbered(number: number, to: IsoDate): IsoDate | null {
  if (number < 1 || number > 53) return null;
  const year = Number(to.slice(0, 4));
  const mondays = [year - 1, year, year + 1]
    .map((one) => addCalendarDays(mondayOf(`${one}-01-04`), (number - 1) * 7))
    .filter((monday) => isoWeek(monday) === number);
  return nearestTo(mondays, to);
}
