import { dayOf, weekdayOfDay } from '../../day.ts';
import { monthOfName } from '../date-words.ts';

interface DayOfMonth {
  readonly day: number;
  readonly month: number;
}

/** The first and last day of a week as a sheet is called by them, without a year. */
export interface WeekSpan {
  readonly from: DayOfMonth;
  readonly to: DayOfMonth;
}

const day = String.raw`(\d{1,2})(?: ?ER)?`;
const month = String.raw`(\d{1,2}|[A-Z]{3,})`;
const weekday = '(?:[A-Z]{3,8} )?';
/** "02 09 AU 06 09", "2 AU 6 SEPT", "30 SEPT AU 4 OCT"; a name of the month alone needs no "au". */
const spans = [
  new RegExp(String.raw`(?:^|[A-Z] )${day} ${month} AU ${weekday}${day} ${month}(?! ?\d)`),
  new RegExp(String.raw`(?:^|[A-Z] )${day}() AU ${weekday}${day} ${month}(?! ?\d)`),
  /(?:^|[A-Z] |\bS ?\d{1,2} )(\d{1,2}) ([A-Z]{3,}) (\d{1,2}) ([A-Z]{3,})(?! ?\d)/,
  /(?:^|[A-Z] |\bS ?\d{1,2} )(\d{1,2})() (\d{1,2}) ([A-Z]{3,})(?! ?\d)/,
  /^(?:S ?\d{1,2} )?(\d{1,2}) (\d{1,2}) (\d{1,2}) (\d{1,2})$/,
];

/** The week that words (capitals, blanks between them) go from and to; `null`: they name none. */
export function weekSpanOf(words: string): WeekSpan | null {
  for (const pattern of spans) {
    const [, first, own, last, end = ''] = pattern.exec(words) ?? [];
    const to = placeOf(last, end);
    const from = placeOf(first, own === '' ? end : (own ?? ''));
    if (from !== null && to !== null && isOneWeek(from, to)) {
      return { from, to };
    }
  }
  return null;
}

function placeOf(text: string | undefined, name: string): DayOfMonth | null {
  const own = /^\d/.test(name) ? Number(name) : monthOfName(name);
  const at = { day: Number(text), month: own ?? 0 };
  return Number.isNaN(dayOf(2024, at.month, at.day)) ? null : at;
}

/** The leap day is in one week of any year, or in none. */
function isOneWeek(from: DayOfMonth, to: DayOfMonth): boolean {
  const length = lengthIn(from, to, 2024);
  return length >= 1 && length <= 6;
}

function lengthIn(from: DayOfMonth, to: DayOfMonth, year: number): number {
  const last = dayOf(to.month < from.month ? year + 1 : year, to.month, to.day);
  return last - dayOf(year, from.month, from.day);
}

/** The Monday of such a week whose first day is in `year`; `null`: in that year it would not begin or end as weeks do. */
export function mondayOfSpan({ from, to }: WeekSpan, year: number): number | null {
  const first = dayOf(year, from.month, from.day);
  if (Number.isNaN(first)) {
    return null;
  }
  const weekday = weekdayOfDay(first);
  // A week without its Monday, as that after Easter, still ends on a day of school.
  const last = weekday + lengthIn(from, to, year);
  return weekday === 1 || last <= 5 ? first - weekday + 1 : null;
}
