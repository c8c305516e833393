import type { CoverageDay, EntryClass, IsoDate } from '../../../electron/api/records.ts';
import { addCalendarDays } from '../../format/dates.ts';
import {
  type BlockColumns,
  columnsByTitle,
  columnsInOrder,
  type DinerColumn,
  isSumLine,
  titleOf,
} from './block-columns.ts';
import { dayOfText, isBareNumber } from './day-text.ts';

export type Block = readonly (readonly string[])[];

/** A block as spreadsheets put it on the clipboard: lines of cells; the empty line at the end is none. */
export function readBlock(text: string): Block {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** Why a block was not pasted: nothing of it is. */
export type PasteProblem = 'columns' | 'total' | PlaceProblem;
/** It could not be laid on sites and days. */
export type PlaceProblem = 'too-long' | 'two-ways' | 'other-month' | 'unknown-site';

/** The days on which the values fall, one a value; `null`: on none (an empty cell of a day without service). */
export type Placed =
  | { readonly type: 'placed'; readonly dates: readonly (IsoDate | null)[] }
  | { readonly type: 'refused'; readonly problem: PlaceProblem };

const refused = (problem: PlaceProblem) => ({ type: 'refused', problem }) as const;

/** What a block asks of a day. */
export type PasteDay = Pick<CoverageDay, 'date' | 'served' | 'expected' | 'closed'>;

/** Days on which a count belongs: elsewhere a value of a block hints that it is read in the wrong way. */
const serves = (day: PasteDay) => day.expected || day.served !== null || day.closed === null;

/**
 * Lays values on the days of a month from `start` on. Spreadsheets have a line for each day of the calendar, for each
 * weekday, or for each day of service only: the reading in which every value falls on a day of service and the fewest
 * of these stay empty. Two readings that are as good are no answer; dates beside the values are.
 */
export function placeOnDays(values: readonly string[], days: readonly PasteDay[], start: number): Placed {
  const axis = days.slice(start);
  const first = axis[0]?.date;
  if (first === undefined) return refused('too-long');
  const byDate = new Map(axis.map((day) => [day.date, day]));
  const service = axis.filter(serves);
  const readings = [
    values.map((_, i) => byDate.get(addCalendarDays(first, i))),
    values.map((_, i) => axis[i]),
    values.map((_, i) => service[i]),
  ];
  const fitting = readings.filter((reading) =>
    values.every((value, i) => value === '' || (reading[i] !== undefined && serves(reading[i]))),
  );
  if (fitting.length === 0) return refused('too-long');
  const empty = (reading: (typeof readings)[number]) =>
    values.filter((value, i) => value === '' && reading[i] !== undefined && serves(reading[i])).length;
  const fewest = Math.min(...fitting.map(empty));
  const best = fitting
    .filter((reading) => empty(reading) === fewest)
    .map((reading) => reading.map((day, i) => (values[i] === '' ? null : (day?.date ?? null))));
  const different = new Set(best.map((dates) => dates.join(' ')));
  return different.size === 1 ? { type: 'placed', dates: best[0] ?? [] } : refused('two-ways');
}

export interface DayValue {
  readonly date: IsoDate;
  readonly diners?: EntryClass;
  readonly text: string;
}

export type PlacedBlock =
  | { readonly type: 'placed'; readonly values: readonly DayValue[] }
  | { readonly type: 'refused'; readonly problem: PasteProblem };

/** Where one pastes: the row of the first day, and the columns of the page from there on. */
export interface PastePlace {
  readonly row: number;
  readonly columns: readonly DinerColumn[];
}

const hasDigit = (cell: string) => /\d/.test(cell);

/** The first line holds titles: no number stands in it, and it names one of what follows or has numbers below. */
export function splitTitles(block: Block): {
  readonly titles: readonly string[] | null;
  readonly lines: Block;
} {
  const [first = [], ...rest] = block;
  const isTitle =
    rest.length > 0 &&
    !first.some(hasDigit) &&
    first.some((cell) => titleOf(cell) !== null) &&
    rest.some((line) => line.some(hasDigit));
  return isTitle ? { titles: first, lines: rest } : { titles: null, lines: block };
}

/** Bare numbers are days only under such a title, or where five or more of them only rise. */
function areDays(cells: readonly string[], titled: boolean): boolean {
  const numbers = cells.filter((cell) => cell !== '' && !isSumLine(cell)).map(Number);
  return titled || (numbers.length >= 5 && numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? n)));
}

/** The column of the days; `null`: there is none. */
export function dayColumn(lines: Block, titles: readonly string[] | null, month: string): number | null {
  const width = Math.max(...lines.map((line) => line.length));
  for (let column = 0; column < width - 1; column++) {
    const cells = lines.map((line) => line[column] ?? '');
    const days = cells.filter((cell) => cell !== '' && !isSumLine(cell));
    if (days.length === 0) continue;
    if (!days.every((cell) => dayOfText(cell, month) !== null)) {
      if (titleOf(titles?.[column] ?? '') === 'day') continue;
      return null;
    }
    const bare = days.some(isBareNumber);
    return bare && !areDays(cells, titleOf(titles?.[column] ?? '') === 'day') ? null : column;
  }
  return null;
}

/** A block for one site: counts of one kind of guests or of several, with their days and titles or without. */
export function placeBlock(block: Block, days: readonly CoverageDay[], place: PastePlace): PlacedBlock {
  const month = days[0]?.date.slice(0, 7) ?? '';
  const { titles, lines } = splitTitles(block);
  const dated = dayColumn(lines, titles, month);
  const width = Math.max(...block.map((line) => line.length));
  const candidates = Array.from({ length: width }, (_, i) => i).filter((i) => i !== dated);
  const counted = lines.filter((line) => !line.some(isSumLine));
  const columns: BlockColumns = titles
    ? columnsByTitle(
        titles,
        counted,
        candidates.filter((i) => titleOf(titles[i] ?? '') !== 'day'),
      )
    : columnsInOrder(counted, candidates, place.columns);
  if (columns.type === 'refused') return columns;
  const dates =
    dated === null ? placeLines(counted, columns, days, place.row) : datesOf(counted, dated, month);
  if (dates.type === 'refused') return dates;
  const known = new Set(days.map(({ date }) => date));
  const values = counted.flatMap((line, i) =>
    [...columns.of].flatMap(([column, who]): DayValue[] => {
      const [date, text = ''] = [dates.dates[i] ?? null, line[column]];
      return date === null || text === '' ? [] : [{ date, text, ...(who === 'all' ? {} : { diners: who }) }];
    }),
  );
  return values.every(({ date }) => known.has(date)) ? { type: 'placed', values } : refused('other-month');
}

const datesOf = (lines: Block, column: number, month: string): Placed => {
  const dates = lines.map((line) => dayOfText(line[column] ?? '', month));
  const isLost = lines.some(
    (line, i) => dates[i] === null && line.some((cell, j) => j !== column && cell !== ''),
  );
  return isLost ? refused('other-month') : { type: 'placed', dates };
};

/** Lines without days: what stands in any of their columns says whether one is empty. */
function placeLines(
  lines: Block,
  { of }: Extract<BlockColumns, { type: 'columns' }>,
  days: readonly CoverageDay[],
  row: number,
): Placed {
  const any = lines.map((line) =>
    [...of.keys()].map((column) => line[column] ?? '').find((cell) => cell !== ''),
  );
  return placeOnDays(
    any.map((cell) => cell ?? ''),
    days,
    row,
  );
}
