import { dayOf, weekdayOf } from '../day.ts';

/**
 * Which of the first two numbers of 03/04/2017 is the day. Decided once for a column, never row by row. `year-first`
 * is never guessed: only a person says that 17/04/03 begins with its year.
 */
export type DayOrder = 'day-first' | 'month-first' | 'year-first';

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const isoSlash = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const parts = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;
const withTime = /^(.{6,10})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;
const serial = /^\d{5}(?:[.,]0+)?$/;
const words = /^(?:[a-zé]+\.?,?\s+)?(\d{1,2})(?:er)?\s+([a-zéû]+)\.?,?\s+(\d{4}|\d{2})$/i;

const months = [
  /^jan/,
  /^f[eé]v|^feb/,
  /^mar/,
  /^avr|^apr/,
  /^mai$|^may$/,
  /^juin|^june?$/,
  /^juil|^july?$/,
  /^ao[uû]|^aug/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^d[eé]c/,
];

/** The two numbers whose order is in doubt, when the cell is written that way. */
export function orderEvidence(cell: string): readonly [number, number] | null {
  const match = parts.exec(dateText(cell.trim()));
  return match === null ? null : [Number(match[1]), Number(match[2])];
}

/** Days since 1970-01-01 of a date as written; NaN when it is none. */
export function parseDay(cell: string, order: DayOrder): number {
  const fast = iso.exec(cell);
  if (fast !== null) {
    return dayOf(Number(fast[1]), Number(fast[2]), Number(fast[3]));
  }
  const text = cell.trim();
  const timed = withTime.exec(text);
  if (timed !== null) {
    return timedDay(timed, order);
  }
  const ymd = iso.exec(text) ?? isoSlash.exec(text) ?? compact.exec(text);
  if (ymd !== null) {
    return dayOf(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]));
  }
  const dmy = parts.exec(text);
  if (dmy !== null) {
    const [first, second] = [Number(dmy[1]), Number(dmy[2])];
    if (order === 'year-first') {
      return dayOf(fullYear(dmy[1] as string), second, Number(dmy[3]));
    }
    const [day, month] = order === 'day-first' ? [first, second] : [second, first];
    return dayOf(fullYear(dmy[3] as string), month, day);
  }
  return serial.test(text) ? serialDay(Number.parseInt(text, 10)) : wordsDay(text);
}

/** The part of a cell before its time of day. */
function dateText(text: string): string {
  return withTime.exec(text)?.[1] ?? text;
}

const paris = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/**
 * A date with a time of day is the date written, unless it is an instant (it names its zone) other than a local
 * midnight: then it is the date in Paris. 2017-10-20T22:00:00+00:00 is 21 October: a naive cut loses a day.
 */
function timedDay([, date = '', hour, minute, second = '0', zone]: RegExpExecArray, order: DayOrder): number {
  const day = parseDay(date, order);
  const minutes = Number(hour) * 60 + Number(minute);
  if (Number(hour) > 24 || Number(minute) > 59) {
    return Number.NaN;
  }
  if (zone === undefined || Number.isNaN(day) || (minutes === 0 && zone !== 'Z' && !/^[+-]00/.test(zone))) {
    return day;
  }
  const offset = zone === 'Z' ? 0 : zoneMinutes(zone);
  const instant = new Date(day * 86_400_000 + (minutes - offset) * 60_000 + Number(second) * 1000);
  return parseDay(paris.format(instant), order);
}

function zoneMinutes(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Excel counts days from 1899-12-30; 20000 to 60000 are the years 1954 to 2064. */
function serialDay(days: number): number {
  return days >= 20_000 && days <= 60_000 ? days - 25_569 : Number.NaN;
}

function wordsDay(text: string): number {
  const match = words.exec(text.normalize('NFC'));
  if (match === null) {
    return Number.NaN;
  }
  const [, day, name = '', year = ''] = match;
  const month = months.findIndex((pattern) => pattern.test(name.toLowerCase())) + 1;
  return month === 0 ? Number.NaN : dayOf(fullYear(year), month, Number(day));
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 2 ? year + (year < 70 ? 2000 : 1900) : year;
}

/** Collects what a column's cells say about the order of day and month. */
export class OrderVote {
  #dayFirst = 0;
  #monthFirst = 0;
  #either = 0;
  #weekendsDayFirst = 0;
  #weekendsMonthFirst = 0;

  add(cell: string): void {
    const pair = orderEvidence(cell);
    if (pair === null) {
      return;
    }
    const [first, second] = pair;
    if (first > 12 && second <= 12) {
      this.#dayFirst++;
    } else if (second > 12 && first <= 12) {
      this.#monthFirst++;
    } else if (first !== second) {
      this.#either++;
      this.#weekendsDayFirst += isWeekend(parseDay(cell, 'day-first')) ? 1 : 0;
      this.#weekendsMonthFirst += isWeekend(parseDay(cell, 'month-first')) ? 1 : 0;
    }
  }

  /** No more cells are needed: some can be read one way only, and none says the contrary. */
  get decided(): boolean {
    return this.#dayFirst >= 3 && this.#monthFirst === 0;
  }

  get order(): DayOrder {
    if (this.#dayFirst !== this.#monthFirst) {
      return this.#dayFirst > this.#monthFirst ? 'day-first' : 'month-first';
    }
    // Schools serve no meals on weekends: read the wrong way round, two dates in seven fall there.
    const wrongWayRound = this.#weekendsDayFirst >= 2 && this.#weekendsDayFirst * 10 > this.#either;
    const monthFirst = this.#weekendsMonthFirst === 0 && wrongWayRound;
    return monthFirst ? 'month-first' : 'day-first';
  }

  /** Some dates are written with the day and month in an order. */
  get heard(): boolean {
    return this.#dayFirst + this.#monthFirst + this.#either > 0;
  }

  /** Every cell reads both ways (and more than one does). */
  get unsure(): boolean {
    return this.#dayFirst + this.#monthFirst === 0 && this.#either > 0;
  }
}

function isWeekend(day: number): boolean {
  return weekdayOf(day) > 5;
}
