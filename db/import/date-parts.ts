import { dayOf, isoOf } from '../day.ts';
import { monthOfName } from './date-words.ts';
import { crossedDay } from './understand/crossed-day.ts';
import { joinPeriods, parsePartialDate, parsePeriod } from './understand/periods.ts';
import { wordsOf } from './understand/words.ts';

/** The month of a cell that names or numbers one; `null`: none. */
export function monthOfCell(cell: string): number | null {
  const number = /^\s*(\d{1,2})\s*(?:-(?!\d)|$)/.exec(cell)?.[1];
  const named = monthOfName(wordsOf(cell).split(' ')[0] ?? '');
  const month =
    number === undefined ? (named ?? (isMonthOfYear(cell) ? parsePeriod(cell).month : null)) : Number(number);
  return month !== null && month >= 1 && month <= 12 ? month : null;
}

/** "09/2025", "2025-09". */
const isMonthOfYear = (cell: string) =>
  /^\s*(?:\d{1,2}\s*[-/.]\s*20\d\d|20\d\d\s*[-/.]\s*\d{1,2})\s*$/.test(cell);

/** The day of a month: "3", "03", "lundi 3", "1er". */
export function dayOfCell(cell: string): number | null {
  const found = /^(?:[A-Z]+ )?(\d{1,2})(?: ?ER)?$/.exec(wordsOf(cell))?.[1];
  const day = Number(found ?? Number.NaN);
  return day >= 1 && day <= 31 ? day : null;
}

/** A weekday alone: "lundi", "Mar."; `null`: none. */
export function weekdayOfCell(cell: string): number | null {
  const partial = parsePartialDate(cell);
  return partial === null || partial.day !== null || partial.month !== null ? null : partial.weekday;
}

/** Does a cell number a week: "36", "S36", "Semaine 36", "2025-S36"? */
export const isWeekCell = (cell: string): boolean =>
  /^\d{1,2}$/.test(cell.trim()) ? Number(cell) >= 1 && Number(cell) <= 53 : parsePeriod(cell).week !== null;

/** The year of a week that a cell says, as 2025 or "2025-2026"; a week from 31 on is of the school year's first half. */
function yearOfWeek(year: string, week: string): number | null {
  const number = Number(/(\d{1,2})\D*$/.exec(week)?.[1] ?? Number.NaN);
  return yearOfCell(year, number >= 31 ? 9 : 1);
}

/** "2025", "25", or the school year "2025-2026", in which the month tells the year. */
export function yearOfCell(cell: string, month: number): number | null {
  const [, first, second] = /^\s*((?:20)?\d\d)(?:\s*[-/–]\s*((?:20)?\d\d))?\s*$/.exec(cell) ?? [];
  if (first === undefined) {
    return null;
  }
  const year = Number(first) % 100;
  const isSchoolYear = second !== undefined && (year + 1) % 100 === Number(second) % 100;
  return second !== undefined && !isSchoolYear ? null : 2000 + year + (isSchoolYear && month < 8 ? 1 : 0);
}

/**
 * A date whose day, month and year stand in columns of their own, as an ISO date; without a year as "3/9". So too a
 * weekday with its week and year. As the cells are written where they make no date.
 */
export function dateOfParts([day = '', month = '', year]: readonly string[]): string {
  const written = [day, month, year ?? '']
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
  if (weekdayOfCell(day) !== null) {
    const own = yearOfWeek(year ?? '', month);
    const found = crossedDay(day, month, { ...joinPeriods([]), year: own });
    return found === null ? written : isoOf(found);
  }
  const [ownDay, ownMonth] = [dayOfCell(day), monthOfCell(month)];
  if (ownDay === null || ownMonth === null) {
    return written;
  }
  const { year: besideMonth, schoolYear } = parsePeriod(month);
  const ofMonth = besideMonth ?? (schoolYear === null ? null : schoolYear + (ownMonth < 8 ? 1 : 0));
  const ownYear = year === undefined ? ofMonth : yearOfCell(year, ownMonth);
  const found = ownYear === null ? Number.NaN : dayOf(ownYear, ownMonth, ownDay);
  return ownYear === null && year === undefined
    ? `${ownDay}/${ownMonth}`
    : Number.isNaN(found)
      ? written
      : isoOf(found);
}
