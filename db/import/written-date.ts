import { dayOf } from '../day.ts';
import { monthOfName, weekdaysOf } from './date-words.ts';

/**
 * Which of the first two numbers of 03/04/2017 is the day. Decided once for a column, never row by row. `year-first`
 * is said by a person, or shown by dates that go from day to day only so: 17-04-03, 17-04-04…. `mixed`: both orders occur in the column,
 * so that only dates that read one way are dates.
 */
export type DayOrder = 'day-first' | 'month-first' | 'year-first' | 'mixed';

/** A date as a cell writes it, before it is known which number is the day. */
export interface WrittenDate {
  readonly place: DatePlace;
  /** The weekdays that a name before it may mean, 1 Monday … 7 Sunday; `null`: none is named. */
  readonly weekdays: readonly number[] | null;
  /** Minutes since midnight; `null`: no time of day is written. */
  readonly minutes: number | null;
  /** Minutes that its clock is ahead of UTC; `null`: no zone is named. */
  readonly offset: number | null;
}

export type DatePlace =
  /** Days since 1970-01-01; NaN when the calendar has no such day. */
  | { readonly form: 'day'; readonly day: number; readonly isIso: boolean }
  /** Three numbers whose order the cell does not say. */
  | { readonly form: 'numbers'; readonly numbers: readonly [string, string, string] }
  | { readonly form: 'no-year'; readonly day: number; readonly month: number; readonly isNumeric: boolean };

/** Reads what a cell says of a date; `null` when it writes none. */
export function readWrittenDate(cell: string): WrittenDate | null {
  const text = plainText(cell);
  const time =
    /^(.*?\d[^:]*?)(?:T|,? (?:à )?|(?<=\d{4}) ?- ?)(\d{1,2})(?::|h| h ?)(\d{2})?(?::(\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?(?: ?(?:UTC|GMT))?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text.replace(/ \((?!S|sem)[^)]*\)$/i, ''),
    );
  const [, before = text, hour, minute = '0', , half, zone] = time ?? [];
  const minutes = hour === undefined ? null : minutesOf(Number(hour), Number(minute), half);
  const { date, weekdays } = withoutWeekday(withoutWeek(before));
  const place = readPlace(date);
  if (place === null || (minutes !== null && Number.isNaN(minutes))) {
    return null;
  }
  const offset = zone === undefined ? (/ ?(UTC|GMT)$/i.test(text) ? 0 : null) : zoneMinutes(zone);
  return { place, weekdays, minutes, offset };
}

/** One blank for every kind of it; signs that no one sees, and what formulas leave around a date, are gone. */
function plainText(cell: string): string {
  return (
    cell
      // A raised or lowered figure is no figure of a date: compatibility forms would make one of it.
      .replace(/[²³¹⁰⁴-⁹₀-₉]/g, '?')
      .normalize('NFKC')
      .replace(/[\p{Cf}\p{Cc}]/gu, (sign) => (sign.trim() === '' ? ' ' : ''))
      .replace(/[‐‑‒–—−]/g, '-')
      .replace(/\s+/g, ' ')
      .replace(/ ?([/-]) ?(?=\d)/g, '$1')
      .replace(/^[\s'"]+|[\s'".,;:]+$/g, '')
      .replace(/(?<=\d),? (?:midi|matin)$/i, '')
  );
}

function minutesOf(hour: number, minute: number, half: string | undefined): number {
  const isValid = hour <= (half === undefined ? 24 : 12) && minute < 60;
  const hours = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return isValid ? hours * 60 + minute : Number.NaN;
}

function zoneMinutes(zone: string): number {
  if (zone.toUpperCase() === 'Z') {
    return 0;
  }
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** "01/09/2025 (S36)", "S36 - 01/09/2025": the week of the year adds nothing. */
function withoutWeek(text: string): string {
  const week = String.raw`(?:s|sem|semaine|w|week)\.? ?(?:n ?° ?)?\d{1,2}`;
  return text
    .replace(new RegExp(String.raw`[ ,-]*[([]?\b${week}[)\]]?$`, 'i'), '')
    .replace(new RegExp(String.raw`^[([]?${week}[)\]]?(?: ?[-:,] ?| )(?=\S*.*\d)`, 'i'), '');
}

function withoutWeekday(text: string): { date: string; weekdays: readonly number[] | null } {
  const match = /^(?:le )?(\p{L}+)\.?,? ?(?:le )?(?=\d|\p{L}+\.? \d)(.+)$/iu.exec(text);
  const weekdays = match === null ? null : weekdaysOf(match[1] as string);
  if (match !== null && weekdays !== null) {
    return { date: match[2] as string, weekdays };
  }
  const after = /^(.*\d) ?[,(-]? ?(\p{L}{3,})\.?\)?$/u.exec(text);
  const named = after === null ? null : weekdaysOf(after[2] as string);
  return named === null
    ? { date: text.replace(/^le /i, ''), weekdays: null }
    : { date: after?.[1] as string, weekdays: named };
}

const yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/;
const isoWeek = /^(\d{4})-?[WS](\d{2})-?([1-7])$/i;
const threeNumbers = /^(\d{1,2})(?:er)?[/.\- ](\d{1,2})[/.\- ]'?(\d{4}|\d{2})$/i;
const twoNumbers = /^(\d{1,2})[/.-](\d{1,2})$/;
const dayMonth = /^(\d{1,2})(?:er|e|st|nd|rd|th)?[ /.-]?(?:of )?(\p{L}+)\.?(?:[ ,/.-]*(\d{4}|'?\d{2}))?$/iu;
const monthDay = /^(\p{L}+)\.?[ -](\d{1,2})(?:er|st|nd|rd|th)?(?:[ ,-]+(\d{4}))?$/iu;

function readPlace(text: string): DatePlace | null {
  const iso = yearFirst.exec(text);
  if (iso !== null) {
    return fixed(dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4])), true);
  }
  const numbers = threeNumbers.exec(text);
  if (numbers !== null) {
    return { form: 'numbers', numbers: [numbers[1] as string, numbers[2] as string, numbers[3] as string] };
  }
  return readDigits(text) ?? readWords(text) ?? readYearless(text);
}

const fixed = (day: number, isIso = false): DatePlace => ({ form: 'day', day, isIso });

/** Dates without separators, numbers of a spreadsheet, weeks of ISO 8601. */
function readDigits(text: string): DatePlace | null {
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(text);
  if (serial !== null) {
    return serialPlace(Number(serial[1]));
  }
  const week = isoWeek.exec(text);
  if (week !== null) {
    return fixed(dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3])));
  }
  // A spreadsheet drops the zero before 1 September: 1092025.
  const digits = /^\d{7}$/.test(text) ? `0${text}` : text;
  if (!/^\d{8}$/.test(digits)) {
    return null;
  }
  const byYear = dayOf(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  if (/^(19|20)/.test(digits) && !Number.isNaN(byYear)) {
    return fixed(byYear);
  }
  const numbers = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)] as const;
  return /^(19|20)/.test(numbers[2]) ? { form: 'numbers', numbers } : fixed(Number.NaN);
}

/** Excel counts days from 1899-12-30; 20000 to 60000 are the years 1954 to 2064. */
function serialPlace(days: number): DatePlace | null {
  return days >= 20_000 && days <= 60_000 ? fixed(days - 25_569) : null;
}

/** Week 1 is that of 4 January. */
function dayOfWeek(year: number, week: number, weekday: number): number {
  const fourth = dayOf(year, 1, 4);
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7);
  const day = monday + (week - 1) * 7 + weekday - 1;
  return week >= 1 && week <= 53 && day < dayOf(year + 1, 1, 4) + 4 ? day : Number.NaN;
}

/** "1er septembre 2025", "01-sept-25", "September 1, 2025"; without a year too. */
function readWords(text: string): DatePlace | null {
  const french = dayMonth.exec(text);
  const english = french === null ? monthDay.exec(text) : null;
  const [day, name = '', year] =
    french !== null ? french.slice(1) : english !== null ? [english[2], english[1], english[3]] : [];
  const month = monthOfName(name);
  if (month === null) {
    return null;
  }
  return year === undefined
    ? { form: 'no-year', day: Number(day), month, isNumeric: false }
    : fixed(dayOf(fullYear(year.replace("'", '')), month, Number(day)));
}

function readYearless(text: string): DatePlace | null {
  const match = twoNumbers.exec(text);
  const [first, second] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && Math.min(first, second) <= 12 && Math.max(first, second) <= 31
    ? { form: 'no-year', day: first, month: second, isNumeric: true }
    : null;
}

export function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 2 ? year + (year < 70 ? 2000 : 1900) : year;
}
