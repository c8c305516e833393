import type { CoverageDay, IsoDate } from '../../../electron/api/records.ts';
import { addCalendarDays } from '../../format/dates.ts';
import { parseDate } from '../../format/parse-date.ts';

/** A block as spreadsheets put it on the clipboard: lines of cells; the empty line at the end is none. */
export function readBlock(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** Why a block was not pasted: nothing of it is. */
export type PasteProblem = 'columns' | 'too-long' | 'two-ways' | 'other-month';

/** The days on which the values fall, one a value; `null`: on none (an empty cell of a day without service). */
export type Placed =
  | { readonly type: 'placed'; readonly dates: readonly (IsoDate | null)[] }
  | { readonly type: 'refused'; readonly problem: PasteProblem };

const refused = (problem: PasteProblem): Placed => ({ type: 'refused', problem });

/** Days on which a count belongs: elsewhere a value of a block hints that it is read in the wrong way. */
const serves = (day: CoverageDay) => day.expected || day.served !== null || day.closed === null;

/**
 * Lays values on the days of a month from `start` on. Spreadsheets have a line for each day of the calendar, for each
 * weekday, or for each day of service only: the reading in which every value falls on a day of service and the fewest
 * of these stay empty. Two readings that are as good are no answer; dates beside the values are.
 */
export function placeOnDays(values: readonly string[], days: readonly CoverageDay[], start: number): Placed {
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
  readonly text: string;
}

/** A block for one site: a column of values, or dates and values. */
export function placeColumn(
  block: readonly (readonly string[])[],
  days: readonly CoverageDay[],
  start: number,
): { readonly type: 'placed'; readonly values: readonly DayValue[] } | Extract<Placed, { type: 'refused' }> {
  const hasTitle = block.length > 1 && parseDate(block[0]?.[0] ?? '') === null && (block[0]?.length ?? 0) > 1;
  const lines = (hasTitle ? block.slice(1) : block).map((cells) =>
    cells.filter((cell, i) => cell !== '' || i < 2),
  );
  const dated = lines.every(
    ([head = '', ...rest]) => parseDate(head) !== null || rest.every((c) => c === ''),
  );
  if (dated && lines.some(([, value = '']) => value !== '')) {
    if (lines.some((cells) => cells.length > 2)) return { type: 'refused', problem: 'columns' };
    const values = lines.flatMap(([head = '', text = '']) => {
      const date = parseDate(head);
      return date === null || text === '' ? [] : [{ date, text }];
    });
    const known = new Set(days.map(({ date }) => date));
    return values.every(({ date }) => known.has(date))
      ? { type: 'placed', values }
      : { type: 'refused', problem: 'other-month' };
  }
  if (block.some((cells) => cells.slice(1).some((cell) => cell !== ''))) {
    return { type: 'refused', problem: 'columns' };
  }
  const values = block.map(([cell = '']) => cell);
  const placed = placeOnDays(values, days, start);
  if (placed.type === 'refused') return placed;
  return {
    type: 'placed',
    values: placed.dates.flatMap((date, i) => (date === null ? [] : [{ date, text: values[i] ?? '' }])),
  };
}
