import { weekdayOfDay } from '../../day.ts';
import { parseDay } from '../dates.ts';
import { isFullDate } from './cells.ts';
import {
  dayIn,
  joinPeriods,
  type PartialDate,
  parsePartialDate,
  parsePeriod,
  type TablePeriod,
} from './periods.ts';

/**
 * The day of which a line says one half and the title of a column the other: "12" and "Septembre", "mars 2026" and
 * "3", "S36" and "Lundi", "du 1er au 5 septembre 2025" and "Jeudi". `null`: they make no day.
 */
export function crossedDay(line: string, title: string, period: TablePeriod): number | null {
  return halvesOf(line, title, period) ?? halvesOf(title, line, period);
}

function halvesOf(when: string, which: string, period: TablePeriod): number | null {
  const partial = dayOf(which);
  if (partial === null) {
    return null;
  }
  const own = periodOf(when, partial);
  return own === null ? null : dayIn(partial, joinPeriods([own, period]));
}

/** The day of a month, or of a week. */
function dayOf(text: string): PartialDate | null {
  const number = /^(?:[Jj]\s*)?(\d{1,2})$/.exec(text.trim())?.[1];
  if (number !== undefined) {
    const day = Number(number);
    return day >= 1 && day <= 31 ? { weekday: null, day, month: null } : null;
  }
  const partial = parsePartialDate(text);
  return partial !== null && partial.month === null && (partial.weekday === null || partial.day === null)
    ? partial
    : null;
}

/** The month of days, or the week of weekdays: a number alone is a week's. */
function periodOf(text: string, { day }: PartialDate): TablePeriod | null {
  const isNumber = /^S?\s*\d{1,2}$/i.test(text.trim());
  const own = parsePeriod(isNumber ? `semaine ${text}` : text);
  if (day !== null) {
    return own.month !== null && own.monday === null && own.week === null && !isFullDate(text)
      ? { ...own, year: own.year }
      : null;
  }
  if (own.week !== null || own.monday !== null) {
    return own;
  }
  const monday = isFullDate(text) ? parseDay(text, 'day-first') : Number.NaN;
  return Number.isNaN(monday) ? null : { ...own, month: null, monday: monday - weekdayOfDay(monday) + 1 };
}
