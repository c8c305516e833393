import { numberAt } from '../../../forecasting/domain/number-at.ts';
import { columnLetters } from '../column-letters.ts';
import { parseCount } from '../counts.ts';
import { parseDay } from '../dates.ts';
import { parsePartialDate, parsePeriod, weekdayOfWord } from './periods.ts';
import { isSumTitle, parseMark, wordsOf } from './words.ts';

/** What a cell may be, by itself. A whole number from 20,001 to 60,000 is a date: no canteen counts so many. */
export type CellMeaning =
  | 'empty'
  | 'missing'
  | 'date'
  | 'partial-date'
  | 'count'
  | 'number'
  | 'mark'
  | 'text';

export function typeOf(cell: string): CellMeaning {
  const text = cell.trim();
  if (text === '') {
    return 'empty';
  }
  const count = parseCount(text);
  if (typeof count === 'number') {
    return 'count';
  }
  if (count === null) {
    return 'missing';
  }
  if (isFullDate(text)) {
    return 'date';
  }
  if (parsePartialDate(text) !== null) {
    return 'partial-date';
  }
  if (/^[-−+]?[\d\s.,'’%€]+$/.test(text)) {
    return 'number';
  }
  return parseMark(text) === null ? 'text' : 'mark';
}

export function isFullDate(cell: string): boolean {
  return !Number.isNaN(parseDay(cell, 'day-first')) || !Number.isNaN(parseDay(cell, 'month-first'));
}

/** A date as people write one above what belongs to it, whole or not; a number alone is none. */
export const isDayText = (text: string): boolean =>
  isFullDate(text) ? /\D/.test(text) : parsePartialDate(text) !== null && /\p{L}|\//u.test(text);

/** A sign that says: as above. */
export const isDitto = (cell: string) => /^(?:"|''|〃|”|″|-\s*[/"]+\s*-|id\.?|idem)$/i.test(cell.trim());

/** Cells of the columns of days that are titles again: dates, and no count. */
export function isDateLine(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    filled.length >= 2 && filled.every((cell) => isFullDate(cell.trim()) || parsePartialDate(cell) !== null)
  );
}

export interface GridRow {
  readonly cells: readonly string[];
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
}

/** Where the titles and the data of a table begin. */
export interface TableFrame {
  /** One or two rows of titles, the nearest to the data last; none: the file begins with data. */
  readonly titles: readonly GridRow[];
  /** Single cells above: a heading of the whole table. */
  readonly banners: readonly string[];
  readonly body: readonly GridRow[];
  readonly width: number;
}

const filled = ({ cells }: GridRow) => cells.filter((cell) => cell.trim() !== '').length;

/**
 * The titles are above the first row that holds dates or counts like those below it. A row of dates, or of the days
 * of a month, above counts is one of titles too.
 */
export function findFrame(rows: readonly GridRow[], searched = 40): TableFrame | null {
  const first = rows.findIndex(
    (row, index) => index < searched && isData(row, rows.slice(index + 1, index + 6)),
  );
  if (first < 0) {
    return null;
  }
  const titles: GridRow[] = [];
  let at = first - 1;
  while (at > 0 && isDayOnly(rows[at] as GridRow)) {
    at--;
  }
  const begin = at + 1;
  while (at >= 0 && titles.length < 2 && isTitles(rows[at] as GridRow, titles.length)) {
    titles.unshift(rows[at] as GridRow);
    at--;
    const above = rows[at - 1];
    // Weekdays between the days and their months add nothing.
    if (titles.length === 1 && areWeekdays(rows[at]) && above !== undefined && isTitles(above, 1)) {
      at--;
    }
  }
  const banners = rows
    .slice(0, at + 1)
    .flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  const body = rows.slice(begin).filter((row) => filled(row) > 0);
  const width = Math.max(...rows.slice(Math.max(0, first - 2), first + 50).map(({ cells }) => cells.length));
  return { titles, banners, body, width };
}

/** A day on which nothing was served, before the first one with counts. */
function isDayOnly(row: GridRow): boolean {
  const texts = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    texts.length >= 1 &&
    texts.length <= 2 &&
    texts.every((text) => isFullDate(text) || parsePartialDate(text) !== null || /^\d{1,2}$/.test(text)) &&
    texts.some((text) => /\d/.test(text))
  );
}

function isData(row: GridRow, below: readonly GridRow[]): boolean {
  const types = row.cells.map(typeOf);
  const has = (type: CellMeaning) => types.includes(type);
  if (
    filled(row) < 2 ||
    isSumTitle(row.cells.find((cell) => cell.trim() !== '') ?? '') ||
    areDays(row, below)
  ) {
    return false;
  }
  const dated = has('date') || has('partial-date');
  const dates = types.filter((type) => type === 'date' || type === 'partial-date').length;
  // Dates side by side without a count are titles.
  if (dates >= 2 && !has('count')) {
    return false;
  }
  return (has('count') || dated) && goesOn(types, below);
}

/** What holds dates and counts by chance ("Édité le | 16/09/2018") does not go on below. */
function goesOn(types: readonly CellMeaning[], below: readonly GridRow[]): boolean {
  const next = below.filter((row) => filled(row) > 1).slice(0, 3);
  const telling: readonly CellMeaning[] = ['count', 'date', 'partial-date'];
  return (
    next.length === 0 ||
    next.some(({ cells }) =>
      types.some((type, index) => telling.includes(type) && typeOf(cells[index] ?? '') === type),
    )
  );
}

/** 1, 2, 4, 5… above counts: the days of a month. */
function areDays(row: GridRow, below: readonly GridRow[]): boolean {
  const next = below.find((each) => filled(each) > 1);
  return (
    risesAsDays(row) &&
    next !== undefined &&
    (typeOf(next.cells[0] ?? '') === 'text' || isMonth(next.cells[0] ?? '')) &&
    !risesAsDays(next)
  );
}

/** "Septembre 2025" begins a line of the days of a month. */
function isMonth(cell: string): boolean {
  const { month, monday, week } = parsePeriod(cell);
  return month !== null && monday === null && week === null && !isFullDate(cell);
}

function risesAsDays({ cells }: GridRow): boolean {
  const numbers = cells
    .map((cell) => cell.trim())
    .filter((cell) => /^\d{1,2}$/.test(cell))
    .map(Number);
  const first = cells[0]?.trim() ?? '';
  const named = !/^\d/.test(first) && typeOf(first) !== 'date';
  return (
    named &&
    numbers.length >= 4 &&
    numbers.every((day) => day >= 1 && day <= 31) &&
    runsOf(numbers).every(({ length }) => length >= 4)
  );
}

/** Numbers that rise, cut where the next month begins. */
function runsOf(numbers: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const [index, day] of numbers.entries()) {
    if (index === 0 || day <= numberAt(numbers, index - 1)) {
      runs.push([]);
    }
    runs.at(-1)?.push(day);
  }
  return runs;
}

/** "L", "M", "J", "V", or their names, and nothing else. */
function areWeekdays(row: GridRow | undefined): boolean {
  const texts = row?.cells.map(wordsOf).filter((text) => text !== '') ?? [];
  return (
    texts.length >= 2 &&
    texts.every((text) => /^(LU?|MA?|ME|JE?|VE?|SA?|DI?)$/.test(text) || weekdayOfWord(text) !== null)
  );
}

/** `above`: rows of titles found below this one. An upper row names several columns, or one that is not the first. */
function isTitles(row: GridRow, above: number): boolean {
  const count = filled(row);
  const counts = row.cells.filter((cell) => typeOf(cell) === 'count').length;
  if (above === 0) {
    return (
      count >= 2 &&
      new Set(row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size >= Math.min(2, count)
    );
  }
  const first = row.cells[0]?.trim() ?? '';
  // A heading of the whole table, merged over its columns, is no title of one of them.
  const isBanner = first !== '' && row.cells.every((cell) => cell.trim() === '' || cell.trim() === first);
  return (count >= 2 || (count === 1 && first === '')) && counts === 0 && !isBanner;
}

/** Each column's title; an upper title stands above the columns up to the next one. */
export interface Title {
  readonly upper: string;
  readonly own: string;
}

/** "L", "M", "Me", "J", "V" one after the other are the days of a week; the second M is Wednesday. */
function spelledDays(cells: readonly string[]): readonly string[] {
  const letters = cells.map((cell) => wordsOf(cell));
  const from = letters.findIndex((_, at) => /^LU?,MA?,(ME?,)?JE?,VE?$/.test(weekFrom(letters, at).join()));
  const week = from < 0 ? [] : weekFrom(letters, from);
  const days = ['lundi', 'mardi', ...(week.length > 4 ? ['mercredi'] : []), 'jeudi', 'vendredi'];
  return cells.map((cell, at) => (at >= from && from >= 0 ? (days[at - from] ?? cell) : cell));
}

/** The letters up to that of Friday. */
function weekFrom(letters: readonly string[], at: number): readonly string[] {
  const to = letters.findIndex((letter, index) => index > at && /^VE?$/.test(letter));
  return to < 0 || to - at > 4 ? [] : letters.slice(at, to + 1);
}

export function titlesOf({ titles, width }: TableFrame): readonly Title[] {
  const own = spelledDays(titles.at(-1)?.cells ?? []);
  const upper = titles.length > 1 ? (titles[0]?.cells ?? []) : [];
  let current = '';
  return Array.from({ length: width }, (_, index) => {
    const cell = upper[index]?.trim() ?? '';
    current = cell === '' ? current : cell;
    return { upper: current, own: own[index]?.trim() ?? '' };
  });
}

/** What a column's cells are, in a sample. */
export interface ColumnOfCells {
  readonly index: number;
  readonly title: Title;
  readonly cells: readonly string[];
  readonly types: Readonly<Record<CellMeaning, number>>;
  /** Cells that hold anything, missing marks included. */
  readonly filled: number;
  readonly distinct: ReadonlySet<string>;
}

export function columnsOf(frame: TableFrame): readonly ColumnOfCells[] {
  const memo = new Map<string, CellMeaning>();
  const known = (cell: string) => {
    const type = memo.get(cell) ?? typeOf(cell);
    memo.set(cell, type);
    return type;
  };
  return titlesOf(frame).map((title, index) => {
    const cells = frame.body.map(({ cells: own }) => {
      const cell = own[index]?.trim() ?? '';
      return isDitto(cell) ? '' : cell;
    });
    const types: Record<CellMeaning, number> = {
      empty: 0,
      missing: 0,
      date: 0,
      'partial-date': 0,
      count: 0,
      number: 0,
      mark: 0,
      text: 0,
    };
    for (const cell of cells) {
      types[known(cell)]++;
    }
    const distinct = new Set(cells.filter((cell) => cell !== ''));
    return { index, title, cells, types, filled: cells.length - types.empty, distinct };
  });
}

/** What a column is called in a question: its titles, or its letter where it has none. */
export function nameOf({ title, index }: Pick<ColumnOfCells, 'title' | 'index'>): string {
  const { upper, own } = title;
  const both = upper !== '' && upper !== own ? `${upper} ${own}`.trim() : own;
  return both === '' ? columnLetters(index) : both;
}

/** Share of the filled cells that are of one of these types. */
export function shareOf({ types, filled: all }: ColumnOfCells, ...of: readonly CellMeaning[]): number {
  return all === 0 ? 0 : of.reduce((sum, type) => sum + types[type], 0) / all;
}
