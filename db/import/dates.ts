import { dayOf, isoOf, weekdayOfDay } from '../day.ts';
import { type DayOrder, fullYear, readWrittenDate, type WrittenDate } from './written-date.ts';
import { type YearSpan, yearlessDays } from './yearless.ts';

/** What is wrong with a cell of dates. */
export type DateSlip =
  | 'not-a-date'
  /** The calendar has no such day. */
  | 'invalid-date'
  | 'date-without-year'
  | 'weekday-mismatch'
  | 'day-month-mixed';

/** How a column writes its dates. */
export interface DateReading {
  readonly order: DayOrder;
  /**
   * What a time of day does to the date beside it. `paris`: an instant in UTC is the date that it has in Paris.
   * `midnight`: the whole column writes local midnights by a clock in another zone: the nearest midnight is meant.
   * `none`: the date is the one written.
   */
  readonly times: 'paris' | 'midnight' | 'none';
  /** Where dates without a year lie; `null`: nothing says it. */
  readonly years: YearSpan | null;
  /** Dates written whole, year first, may have been swapped by a spreadsheet of another country. */
  readonly whole: 'as-written' | 'swapped' | 'unsure';
}

export const plainReading = { times: 'paris', years: null, whole: 'as-written' } as const;

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a date as written; NaN when it is none. */
export function parseDay(cell: string, order: DayOrder): number {
  const day = readDay(cell, { order, ...plainReading });
  return typeof day === 'number' ? day : Number.NaN;
}

/** Days since 1970-01-01 of a date as its column writes dates, or why it is none. */
export function readDay(cell: string, reading: DateReading): number | DateSlip {
  const fast = iso.exec(cell);
  if (fast !== null) {
    const day = dayOf(Number(fast[1]), Number(fast[2]), Number(fast[3]));
    return Number.isNaN(day) ? 'invalid-date' : wholeDay(day, reading.whole);
  }
  const written = readWrittenDate(cell);
  return written === null ? 'not-a-date' : dayOfWritten(written, reading);
}

/** The day that has its day and month the other way round; NaN where the calendar has none. */
export function swapDay(day: number): number {
  const [year = 0, month = 0, date = 0] = isoOf(day).split('-').map(Number);
  return dayOf(year, date, month);
}

function wholeDay(day: number, whole: DateReading['whole']): number | DateSlip {
  if (whole === 'as-written') return day;
  const swapped = swapDay(day);
  if (swapped === day || whole === 'swapped') return Number.isNaN(swapped) ? 'invalid-date' : swapped;
  return 'day-month-mixed';
}

function dayOfWritten(written: WrittenDate, reading: DateReading): number | DateSlip {
  const all = readings(written, reading);
  if (all === null) {
    return 'date-without-year';
  }
  const days = all.filter((day) => !Number.isNaN(day));
  const fitting = days.filter((day) => fitsWeekday(written, day));
  const [first] = fitting;
  if (first === undefined) {
    return days.length === 0 ? 'invalid-date' : 'weekday-mismatch';
  }
  return fitting.some((day) => day !== first) ? 'day-month-mixed' : localDay(first, written, reading.times);
}

/** The days that a date may mean in such a column, NaN among them; `null`: its year is not known. */
export function readings(
  { place }: WrittenDate,
  { order, years }: Pick<DateReading, 'order' | 'years'>,
): readonly number[] | null {
  switch (place.form) {
    case 'day':
      return [place.day];
    case 'no-year':
      return years === null ? null : yearlessDays(place, order, years);
    case 'numbers':
      return numberDays(place.numbers, order);
  }
}

function numberDays(
  [first, second, third]: readonly [string, string, string],
  order: DayOrder,
): readonly number[] {
  const dayFirst = () => dayOf(fullYear(third), Number(second), Number(first));
  const monthFirst = () => dayOf(fullYear(third), Number(first), Number(second));
  switch (order) {
    case 'day-first':
      return [dayFirst()];
    case 'month-first':
      return [monthFirst()];
    case 'mixed':
      return [dayFirst(), monthFirst()];
    case 'year-first':
      return [dayOf(fullYear(first), Number(second), Number(third))];
  }
}

export const fitsWeekday = ({ weekdays }: WrittenDate, day: number): boolean =>
  weekdays === null || weekdays.includes(weekdayOfDay(day));

const paris = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/**
 * A date with a time of day is the date written, unless it is an instant in UTC: then it is the date in Paris.
 * 2017-10-20T22:00:00Z is 21 October: a naive cut loses a day. Any other zone is that of the clock it was read from.
 */
function localDay(day: number, { minutes, offset }: WrittenDate, times: DateReading['times']): number {
  if (times === 'midnight' && minutes !== null) {
    return nearestMidnight(day, minutes);
  }
  if (times === 'none' || offset !== 0 || minutes === null) {
    return day;
  }
  return parisDay(day, minutes);
}

export const nearestMidnight = (day: number, minutes: number): number => (minutes >= 720 ? day + 1 : day);

export function parisDay(day: number, minutes: number): number {
  const local = iso.exec(paris.format(new Date(day * 86_400_000 + minutes * 60_000)));
  return dayOf(Number(local?.[1]), Number(local?.[2]), Number(local?.[3]));
}
