import { dayOf, weekdayOfDay } from '../day.ts';
import { type DatePlace, type DayOrder, readWrittenDate } from './written-date.ts';

/** The twelve months in which dates without a year lie: those before `firstMonth` are of the following year. */
export interface YearSpan {
  readonly year: number;
  readonly firstMonth: number;
}

/** Attendance is on record for no longer. */
const oldest = 15;

type Yearless = Extract<DatePlace, { form: 'no-year' }>;

/** The days that a date without a year may mean in such a span, NaN among them. */
export function yearlessDays(
  { day, month, isNumeric }: Yearless,
  order: DayOrder,
  { year, firstMonth }: YearSpan,
): readonly number[] {
  const at = (ownDay: number, ownMonth: number) =>
    dayOf(ownMonth >= firstMonth ? year : year + 1, ownMonth, ownDay);
  if (!isNumeric || order === 'day-first' || order === 'year-first') {
    return [at(day, month)];
  }
  return order === 'month-first' ? [at(month, day)] : [at(day, month), at(month, day)];
}

/** "Année scolaire 2025-2026", "2025/26": a school year; "Septembre 2025": a calendar year. `null`: no year. */
export function findYearSpan(text: string): YearSpan | null {
  const school = /(?<!\d)(20\d\d) ?[-–/_] ?(?:20)?(\d\d)(?!\d)/.exec(text);
  if (school !== null && (Number(school[1]) + 1) % 100 === Number(school[2])) {
    return { year: Number(school[1]), firstMonth: 8 };
  }
  const years = new Set([...text.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([, year]) => Number(year)));
  const [year] = years;
  return year === undefined || years.size > 1 ? null : { year, firstMonth: 1 };
}

/**
 * Where the dates without a year of a column lie. What a title says (`hint`) must agree with the weekdays that the
 * cells name; without a title they must name weekdays, and the last school year that fits all of them is meant, up
 * to the one of `latest` (days since 1970-01-01). `null`: it cannot be known.
 */
export function resolveYears(
  cells: readonly string[],
  hint: YearSpan | null,
  latest: number,
  order: DayOrder = 'day-first',
): YearSpan | null {
  const named = cells.flatMap((cell) => {
    const written = readWrittenDate(cell);
    return written?.place.form === 'no-year' ? [{ place: written.place, weekdays: written.weekdays }] : [];
  });
  if (named.length === 0) {
    return null;
  }
  const fits = (span: YearSpan) =>
    named.every(({ place, weekdays }) =>
      yearlessDays(place, order, span).some(
        (day) => !Number.isNaN(day) && (weekdays === null || weekdays.includes(weekdayOfDay(day))),
      ),
    );
  if (hint !== null) {
    return fits(hint) ? hint : null;
  }
  const certain = new Set(
    named.filter(({ weekdays }) => weekdays !== null).map(({ place }) => `${place.day} ${place.month}`),
  );
  if (certain.size < 3) {
    return null;
  }
  const lastYear = new Date(latest * 86_400_000).getUTCFullYear();
  const spans = Array.from({ length: oldest }, (_, back) => ({ year: lastYear - back, firstMonth: 8 }));
  return spans.find(fits) ?? null;
}
