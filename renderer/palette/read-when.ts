import type { IsoDate } from '../../electron/api/records.ts';
import { addCalendarDays, mondayOf, weekdayOf } from '../format/dates.ts';
import { dateWritten, nearestDay, nearestOfMonth, weekNumbered } from './calendar.ts';
import { isWeekWord, monthNamed, relativeDay, type Shift, shiftNamed, weekdayNamed } from './day-words.ts';

/** What a question of time is relative to. */
export interface Now {
  readonly today: IsoDate;
  /** Monday of the week that the page shows. */
  readonly shown: IsoDate;
}

export interface When {
  /** The likeliest first: « jeudi prochain » may be this week's or the next one's. */
  readonly days: readonly IsoDate[];
  /** Monday of the week that was named. */
  readonly week: IsoDate | null;
}

type Piece =
  | { readonly type: 'weekday'; readonly weekday: number; readonly shift: Shift | null }
  | { readonly type: 'date'; readonly date: IsoDate }
  | { readonly type: 'week'; readonly monday: IsoDate };

interface Read {
  readonly piece: Piece;
  readonly length: number;
}

type Words = readonly string[];

/** Finds the words that say when; the other words are left. */
export function readWhen(words: Words, now: Now): { readonly when: When; readonly rest: Words } {
  const pieces: Piece[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const read = readAt(words, at, now);
    if (read) pieces.push(read.piece);
    else rest.push(words[at] ?? '');
    at += read?.length ?? 1;
  }
  return { when: whenOf(pieces, now), rest };
}

function readAt(words: Words, at: number, now: Now): Read | null {
  return (
    readWritten(words, at, now) ??
    readWeek(words, at, now) ??
    readDayOfMonth(words, at, now) ??
    readWeekday(words, at) ??
    readRelative(words, at, now)
  );
}

function readWritten(words: Words, at: number, now: Now): Read | null {
  const date = dateWritten(words[at] ?? '', now.today);
  return date ? { piece: { type: 'date', date }, length: 1 } : null;
}

function readRelative(words: Words, at: number, now: Now): Read | null {
  const found = relativeDay(words, at);
  if (!found) return null;
  return { piece: { type: 'date', date: addCalendarDays(now.today, found.days) }, length: found.length };
}

/** « semaine 51 », « semaine prochaine », next week, « la semaine d’après » */
function readWeek(words: Words, at: number, now: Now): Read | null {
  const before = shiftNamed(words[at]);
  if (before && isWeekWord(words[at + 1])) return week(weekShifted(before, now), 2);
  if (!isWeekWord(words[at])) return null;
  const number = Number(words[at + 1]);
  const monday = Number.isInteger(number) ? weekNumbered(number, now.shown) : null;
  if (monday) return week(monday, 2);
  const skipped = words[at + 1] === 'd' ? 1 : 0;
  const after = shiftNamed(words[at + 1 + skipped]);
  return after ? week(weekShifted(after, now), 2 + skipped) : null;
}

const week = (monday: IsoDate, length: number): Read => ({ piece: { type: 'week', monday }, length });

function weekShifted(shift: Shift, { today, shown }: Now): IsoDate {
  if (shift === 'following') return addCalendarDays(shown, 7);
  return addCalendarDays(mondayOf(today), { this: 0, next: 7, last: -7 }[shift]);
}

const ARTICLES = new Set(['le', 'the', 'du', 'of', 'on']);
const ORDINALS = new Set(['er', 'st', 'nd', 'rd', 'th', 'e', 'eme']);

/** « jeudi 17 décembre 2026 », « le 17 », December 17th; a bare number is no date. */
function readDayOfMonth(words: Words, start: number, now: Now): Read | null {
  let at = start;
  const weekday = weekdayNamed(words[at]);
  if (weekday) at++;
  const article = ARTICLES.has(words[at] ?? '');
  if (article) at++;
  const monthFirst = monthNamed(words[at]);
  if (monthFirst && numberAt(words, at + 1)) at++;
  const day = numberAt(words, at);
  if (!day || day > 31) return null;
  at++;
  if (ORDINALS.has(words[at] ?? '')) at++;
  if (words[at] === 'of' && monthNamed(words[at + 1])) at++;
  const month = monthFirst ?? monthNamed(words[at]);
  if (month && !monthFirst) at++;
  if (!month && !article && !weekday) return null;
  const year = month ? yearAt(words, at) : null;
  if (year) at++;
  const date = month ? nearestDay(day, month, year, now.today) : nearestOfMonth(day, weekday, now.shown);
  return date ? { piece: { type: 'date', date }, length: at - start } : null;
}

function numberAt(words: Words, at: number): number | null {
  const word = words[at] ?? '';
  return /^\d{1,2}$/.test(word) ? Number(word) : null;
}

function yearAt(words: Words, at: number): number | null {
  const word = words[at] ?? '';
  return /^20\d\d$/.test(word) ? Number(word) : null;
}

/** « jeudi », « jeudi prochain », next thursday */
function readWeekday(words: Words, at: number): Read | null {
  const before = shiftNamed(words[at]);
  const led = before && before !== 'following' ? weekdayNamed(words[at + 1]) : null;
  if (led) return { piece: { type: 'weekday', weekday: led, shift: before }, length: 2 };
  const weekday = weekdayNamed(words[at]);
  if (!weekday) return null;
  const after = shiftNamed(words[at + 1]);
  // « jeudi cette semaine »: the word goes with the week.
  const shift = after && !isWeekWord(words[at + 2]) ? after : null;
  return { piece: { type: 'weekday', weekday, shift }, length: shift ? 2 : 1 };
}

function whenOf(pieces: readonly Piece[], now: Now): When {
  const week = pieces.find((piece) => piece.type === 'week')?.monday ?? null;
  const days = pieces.flatMap((piece) => {
    if (piece.type === 'date') return [piece.date];
    return piece.type === 'weekday' ? daysOf(piece.weekday, piece.shift, week, now) : [];
  });
  return { days: [...new Set(days)], week };
}

function daysOf(weekday: number, shift: Shift | null, week: IsoDate | null, now: Now): readonly IsoDate[] {
  const inWeek = (monday: IsoDate) => addCalendarDays(monday, weekday - 1);
  if (week) return [inWeek(week)];
  const thisWeek = mondayOf(now.today);
  const past = weekday - weekdayOf(now.today);
  if (shift === 'this') return [inWeek(thisWeek)];
  if (shift === 'following') return [inWeek(addCalendarDays(now.shown, 7))];
  if (shift === 'next')
    return past > 0
      ? [inWeek(addCalendarDays(thisWeek, 7)), inWeek(thisWeek)]
      : [inWeek(addCalendarDays(thisWeek, 7))];
  if (shift === 'last')
    return past < 0
      ? [inWeek(thisWeek), inWeek(addCalendarDays(thisWeek, -7))]
      : [inWeek(addCalendarDays(thisWeek, -7))];
  return [inWeek(now.shown)];
}
