import type { IsoDate, SchoolHoliday, SchoolZone } from '../domain/records.ts';
import { dayNumber, monthOfDay, toDay, toIso, yearOf } from './day.ts';
import { zonesOf } from './infer-zone.ts';
import { schoolYearOf, schoolYearStart } from './school-year.ts';

/** Days from the first to the last, both included. */
interface DayRange {
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
}

const holds = (periods: readonly DayRange[], date: IsoDate) =>
  periods.some(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);

/**
 * Up to which day the holidays of one zone are known in each school year: all of it where a later year is known too,
 * else up to the end of the last holidays in the list. `-1`: not at all.
 */
function knownUpTo(holidays: readonly SchoolHoliday[]): (schoolYear: number) => number {
  const years = new Map<number, number>();
  for (const { firstDay, lastDay } of holidays) {
    const year = schoolYearOf(toDay(firstDay));
    years.set(year, Math.max(years.get(year) ?? 0, toDay(lastDay)));
  }
  const last = Math.max(...years.keys());
  return (year) => (!years.has(year) ? -1 : year < last ? Number.POSITIVE_INFINITY : (years.get(year) ?? -1));
}

/**
 * Whether it is known of a day that it is one of school, or of holidays: where the list holds several zones because
 * nobody knows which one counts, only where they agree.
 */
export function knowledgeOf(holidays: readonly SchoolHoliday[]): (date: IsoDate) => boolean {
  const zones = zonesOf(holidays).map((zone) => {
    const own = holidays.filter((holiday) => holiday.zone === zone);
    return { own, upTo: knownUpTo(own) };
  });
  return (date) => {
    const day = toDay(date);
    const off = zones.map(({ own }) => holds(own, date));
    if (zones.length === 0 || off.some((one) => one !== off[0])) return false;
    // A holiday that began in the school year before may reach into this one.
    return off[0] === true || zones.every(({ upTo }) => day <= upTo(schoolYearOf(day)));
  };
}

/** What the label of a guessed holiday begins with; the words for it are the caller's. */
export const guessedPrefix = 'guessed:';
export const isGuessedLabel = (label: string | null): boolean => label?.startsWith(guessedPrefix) === true;

/** Years before that a guess looks at. */
const yearsBefore = 3;

/**
 * Holidays as they might be in a school year that nobody has published: the dates that were off in most of the three
 * years before, each run under the name that it had last.
 */
export function guessHolidays(
  holidays: readonly SchoolHoliday[],
  zone: SchoolZone,
  schoolYear: number,
): readonly SchoolHoliday[] {
  const own = holidays.filter((holiday) => holiday.zone === zone);
  const upTo = knownUpTo(own);
  const past = Array.from({ length: yearsBefore }, (_, i) => schoolYear - 1 - i).filter(
    (year) => upTo(year) >= 0,
  );
  if (past.length === 0) return [];
  const guessed: SchoolHoliday[] = [];
  for (let day = schoolYearStart(schoolYear); day < schoolYearStart(schoolYear + 1); day++) {
    const names = past.flatMap((year) => nameOn(own, sameDate(day, year - schoolYear)) ?? []);
    const [name] = names;
    if (name === undefined || 2 * names.length < past.length) continue;
    const date = toIso(day);
    const last = guessed.at(-1);
    if (last !== undefined && last.name === name && toDay(last.lastDay) === day - 1) {
      guessed.splice(-1, 1, { ...last, lastDay: date });
    } else guessed.push({ zone, name, firstDay: date, lastDay: date, guessed: true });
  }
  return guessed;
}

const nameOn = (holidays: readonly SchoolHoliday[], date: IsoDate): string | undefined =>
  holidays.find(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay)?.name;

/** The same day and month some years from a day. */
function sameDate(day: number, years: number): IsoDate {
  const year = yearOf(day);
  const month = monthOfDay(day);
  const dayOfMonth = day - dayNumber(year, month, 1) + 1;
  return toIso(dayNumber(year + years, month, dayOfMonth));
}
