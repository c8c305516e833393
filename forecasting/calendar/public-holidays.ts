import type { IsoDate, PublicHolidayRegion } from '../domain/records.ts';
import { dayNumber, toIso } from './day.ts';

/** Names are keys; the words for each are the caller's. */
export type PublicHolidayName =
  | 'new-year'
  | 'good-friday'
  | 'easter-monday'
  | 'labour-day'
  | 'victory-1945'
  | 'abolition-of-slavery'
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

type OwnDays = readonly (readonly [month: number, day: number, PublicHolidayName])[];

/** Days that one region alone has, by month and day; the abolition of slavery by decree 83-1003, as amended. */
const ownDays: { readonly [R in PublicHolidayRegion]: OwnDays } = {
  metropole: [],
  'alsace-moselle': [[12, 26, 'st-stephen']],
  'alsace-moselle-without-good-friday': [[12, 26, 'st-stephen']],
  guadeloupe: [[5, 27, 'abolition-of-slavery']],
  guyane: [[6, 10, 'abolition-of-slavery']],
  martinique: [[5, 22, 'abolition-of-slavery']],
  mayotte: [[4, 27, 'abolition-of-slavery']],
  reunion: [[12, 20, 'abolition-of-slavery']],
  'saint-barthelemy': [[10, 9, 'abolition-of-slavery']],
  'saint-martin': [[5, 28, 'abolition-of-slavery']],
  none: [],
};

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

/** The public holidays of France, or of one of its regions, in one year, in order of date; `none`: no day. */
export function publicHolidays(
  year: number,
  region: PublicHolidayRegion = 'metropole',
): readonly PublicHoliday[] {
  if (region === 'none') return [];
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
  for (const [month, day, name] of ownDays[region]) {
    days.push([dayNumber(year, month, day), name]);
  }
  if (region === 'alsace-moselle') {
    days.push([easter - 2, 'good-friday']);
  }
  return days.sort((a, b) => a[0] - b[0]).map(([day, name]) => ({ date: toIso(day), name }));
}
