import { fold } from '../../fold.ts';
import { parseCount } from '../counts.ts';
import type { TextColumn } from './axes.ts';
import type { ColumnOfCells } from './cells.ts';
import type { Counts } from './counts-of.ts';
import type { ValueColumn } from './value-columns.ts';
import { isSumTitle, readCountTitle, serviceOf } from './words.ts';

interface Axes {
  readonly date: ColumnOfCells;
  readonly site: ColumnOfCells | null;
}

/**
 * The columns in which a value stands once for the lines below: its first cell is filled, the blank ones stand in
 * lines with other values, and filled down no line says the same site and day twice.
 */
export function writtenOnce(columns: readonly ColumnOfCells[], { date, site }: Axes): readonly number[] {
  const others = columns.filter(({ types }) => types.count > 0);
  const telling = date.cells
    .map((_, line) => line)
    .filter(
      (line) =>
        !columns.some(({ cells }) => isSumTitle(cells[line] ?? '')) &&
        others.some(({ cells }) => /\d/.test(cells[line] ?? '')),
    );
  const lines = telling.length;
  const isOnce = (column: ColumnOfCells | null): column is ColumnOfCells =>
    column !== null &&
    column.cells[0] !== '' &&
    lines >= 4 &&
    telling.filter((line) => column.cells[line] === '').length >= 0.4 * lines;
  const found = [date, site].filter(isOnce);
  if (found.length === 0 || (found.includes(date) && site === null)) {
    return [];
  }
  const keys = new Set<string>();
  let twice = 0;
  const filled = [date, site].map((column) =>
    column === null ? [] : found.includes(column) ? filledDown(column.cells) : column.cells,
  );
  for (const line of telling) {
    const key = filled.map((cells) => fold(cells[line] ?? '')).join('|');
    twice += keys.has(key) ? 1 : 0;
    keys.add(key);
  }
  return twice * 5 > lines ? [] : found.map(({ index }) => index);
}

export function filledDown(cells: readonly string[]): readonly string[] {
  let current = '';
  return cells.map((cell) => {
    current = cell === '' ? current : cell;
    return current;
  });
}

interface LineColumns extends Axes {
  readonly kind: ColumnOfCells | null;
  readonly service: ColumnOfCells | null;
  readonly once: readonly number[];
  readonly texts: readonly TextColumn[];
  readonly counts: Counts;
  /** The column in which lines of adults are told apart. */
  readonly groups: number | null;
}

/** The title of the column that tells apart several lines of one site and day; `repeats` of `null`: there are none. */
export function lineKeys({ date, site, kind, service, once, texts, counts, groups }: LineColumns): {
  readonly repeats: string | null;
} {
  const keyColumns = [date, counts.by === 'site' ? null : site, kind].filter((column) => column !== null);
  const cells = keyColumns.map((column) =>
    once.includes(column.index) ? filledDown(column.cells) : column.cells,
  );
  const seen = new Map<string, number[]>();
  const guests = texts.find(({ column }) => column.index === groups)?.column.cells ?? [];
  for (let line = 0; line < date.cells.length; line++) {
    if (readCountTitle(guests[line] ?? '').who === 'adults') {
      continue;
    }
    const isLunch = service === null || serviceOf(service.cells[line] ?? '') !== 'other';
    const own = cells.map((column) => fold(column[line] ?? ''));
    if (isLunch && own[0] !== '' && !keyColumns.some((column) => isSumTitle(column.cells[line] ?? ''))) {
      const key = own.join('|');
      seen.set(key, [...(seen.get(key) ?? []), line]);
    }
  }
  const several = [...seen.values()].filter(({ length }) => length > 1);
  if (several.length * 5 < seen.size || several.length === 0) {
    return { repeats: null };
  }
  const told = texts.filter(
    ({ column, role }) => !keyColumns.includes(column) && role !== 'weekday' && role !== 'event',
  );
  const separates = told.find(({ column }) =>
    several.every((lines) => new Set(lines.map((line) => column.cells[line])).size === lines.length),
  );
  return {
    repeats:
      counts.peopleIn ??
      (separates ?? told.find(({ role }) => role === 'class' || role === 'child'))?.column.title.own ??
      null,
  };
}

/** The names in a column of sites whose counts add up those of all others, day by day. */
export function sumNamesIn(
  site: ColumnOfCells,
  date: ColumnOfCells,
  values: readonly ValueColumn[],
  { groups }: Counts,
): ReadonlySet<string> {
  const served = values.find(({ index }) => index === groups[0]?.served[0]);
  if (served === undefined || site.distinct.size < 3 || site.distinct.size > 60) {
    return new Set();
  }
  const days = new Map<string, Map<string, number>>();
  for (const [line, day] of date.cells.entries()) {
    const count = parseCount(served.column.cells[line] ?? '');
    const name = fold(site.cells[line] ?? '');
    if (typeof count === 'number' && day !== '' && name !== '') {
      const own = days.get(day) ?? new Map<string, number>();
      days.set(day, own.set(name, (own.get(name) ?? 0) + count));
    }
  }
  const sums = [...new Set(site.cells.map(fold))].filter((name) => {
    const having = [...days.values()].filter((counts) => counts.has(name) && counts.size > 2);
    const right = having.filter(
      (counts) =>
        2 * (counts.get(name) as number) === [...counts.values()].reduce((sum, count) => sum + count, 0),
    );
    return having.length >= 3 && right.length >= 0.9 * having.length;
  });
  return new Set(sums);
}
