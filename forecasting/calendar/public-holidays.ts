import type { IsoDate } from '../records.ts';
import { dayNumber, toIso } from './day.ts';

/** Names are keys; the words for each are the caller's. */
export type PublicHolidayName =
  | 'new-year'
  | 'good-friday'
  | 'easter-monday'
  | 'labour-day'
  | 'victory-1945'
  | 'ascension'
  | 'whit-monday'
  | 'national-day'
  | 'assumption'
  | 'all-saints'
  | 'armistice-1918'
  | 'christmas'
  | 'st-stephen';

export interface PublicHoliday {
  readonly date: IsoDate;
  readonly name: PublicHolidayName;
}

export interface PublicHolidayOptions {
  /** Good Friday and 26 December are days off in the Bas-Rhin, the Haut-Rhin and the Moselle. */
  readonly alsaceMoselle?: boolean;
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones and Butcher). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The public holidays of France in one year, in order of date. */
export function publicHolidays(year: number, options: PublicHolidayOptions = {}): readonly PublicHoliday[] {
  const easter = easterSunday(year);
  const days: [number, PublicHolidayName][] = [
    [dayNumber(year, 1, 1), 'new-year'],
    [easter + 1, 'easter-monday'],
    [dayNumber(year, 5, 1), 'labour-day'],
    [dayNumber(year, 5, 8), 'victory-1945'],
    [easter + 39, 'ascension'],
    [easter + 50, 'whit-monday'],
    [dayNumber(year, 7, 14), 'national-day'],
    [dayNumber(year, 8, 15), 'assumption'],
    [dayNumber(year, 11, 1), 'all-saints'],
    [dayNumber(year, 11, 11), 'armistice-1918'],
    [dayNumber(year, 12, 25), 'christmas'],
  ];
  if (options.alsaceMoselle) {
    days.push([easter - 2, 'good-friday'], [dayNumber(year, 12, 26), 'st-stephen']);
  }
  return days.sort((a, b) => a[0] - b[0]).map(([day, name]) => ({ date: toIso(day), name }));
}
