import { weekdayOfDay } from '../../day.ts';
import { fold } from '../../fold.ts';

/** A holiday as a file writes it. Days since 1970-01-01. */
export interface WrittenHoliday {
  readonly period: string;
  readonly start: number;
  readonly end: number;
}

export interface DaysWithoutClass {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** What the end of a file's holidays means: the last day off, or the day on which classes resume. */
export type EndMeaning = 'last-day-off' | 'day-back';

const saturday = 6;
const sunday = 7;

const periods: readonly (readonly [RegExp, string])[] = [
  [/AUSTRAL/, ''],
  [/TOUSSAINT/, 'toussaint'],
  [/NOEL|CHRISTMAS/, 'noel'],
  [/HIVER|FEVRIER|WINTER/, 'hiver'],
  [/PRINTEMPS|AVRIL|PAQUES|SPRING|EASTER/, 'printemps'],
  [/\bETE\b|GRANDES VACANCES|SUMMER/, 'ete'],
  [/ASCENSION/, 'ascension'],
];

/** One spelling for a holiday that files name differently ("Vacances d'Avril", "Vacances de Printemps"). */
export function periodOf(name: string): string {
  const folded = fold(name);
  return periods.find(([pattern]) => pattern.test(folded))?.[1] || folded;
}

/** "Début des vacances d'été": one day, from which there is no class; the end is not published yet. */
export function isBeginningOnly(name: string): boolean {
  return /^DEBUT/.test(fold(name));
}

/** No school resumes on a Sunday: a file with ends on Sundays gives last days off. */
export function endMeaning(holidays: readonly WrittenHoliday[]): EndMeaning {
  const sundays = holidays.filter(({ end }) => weekdayOfDay(end) === sunday).length;
  return sundays * 5 > holidays.length ? 'last-day-off' : 'day-back';
}

/**
 * The days without class, first and last.
 *
 * In a file of last days off, single ends are days back all the same (Nantes: 2011-05-09, 2012-04-23, 2015-04-27,
 * all Mondays on which thousands ate). A holiday that ends on a Monday is one of these: French holidays end with a
 * weekend. Two end otherwise: Christmas (nobody resumes on 2 January) and summer (pupils come back the day after
 * their teachers, whatever the weekday). Where the Monday is a public holiday the rule costs nothing: it is closed.
 *
 * In a file of days back (the official one), a start on a weekday is the day of departure, *after* class; bridges
 * have no departure: theirs is the first day off, and the Thursday of Ascension is a public holiday anyway.
 */
export function daysWithoutClass(holiday: WrittenHoliday, meaning: EndMeaning): DaysWithoutClass {
  return meaning === 'day-back' ? fromDayBack(holiday) : fromLastDayOff(holiday);
}

function fromLastDayOff({ period, start, end }: WrittenHoliday): DaysWithoutClass {
  const isDayBack = weekdayOfDay(end) === 1 && period !== 'noel' && period !== 'ete' && end > start;
  return { firstDay: start, lastDay: isDayBack ? end - 1 : end };
}

function fromDayBack({ period, start, end }: WrittenHoliday): DaysWithoutClass {
  const departure = weekdayOfDay(start) < saturday && end - start > 4 && !/^PONT|ASCENSION/i.test(period);
  const bridge = period === 'ascension' && weekdayOfDay(start) === 4;
  const firstDay = departure || bridge ? start + 1 : start;
  return { firstDay, lastDay: Math.max(firstDay, nextSchoolDay(end) - 1) };
}

/** School resumes on no Saturday or Sunday. */
function nextSchoolDay(day: number): number {
  const weekday = weekdayOfDay(day);
  return weekday < saturday ? day : day + 8 - weekday;
}
