import { parseCount } from '../counts.ts';
import type { Slice } from '../shape.ts';
import { type GridRow, isDayText, type TableFrame } from './cells.ts';
import type { CountTable } from './table-parts.ts';
import { isSumTitle } from './words.ts';

interface Block {
  readonly day: string;
  /** The counts beside the day, as many as there are. */
  readonly sums: readonly (number | null)[];
  readonly rows: readonly GridRow[];
}

/**
 * Counts below their days: each date stands in the column of the names, alone or with the sums of the lines below, as
 * a pivot table has it. The same lines with their day in a column of its own before the others; `null`: it is no such
 * table, or a sum is not right.
 */
export function withDaysBeside(frame: TableFrame): TableFrame | null {
  const blocks = blocksIn(frame);
  const rows = blocks?.flatMap(({ rows: own }) => own) ?? [];
  const names = rows.map(({ cells }) => firstText(cells));
  // The last one may go on below the lines that are looked at.
  const isRight = blocks?.slice(0, -1).every(sumsAreRight) === true;
  if (blocks === null || blocks.length < 3 || !isRight || 2 * new Set(names).size > names.length) {
    return null;
  }
  return {
    ...frame,
    titles: frame.titles.map(({ cells, line }, at) => ({
      cells: [at === frame.titles.length - 1 ? 'Date' : '', ...cells],
      line,
    })),
    body: blocks.flatMap(({ day, rows: own }) =>
      own.map(({ cells, line }) => ({ cells: [day, ...cells], line })),
    ),
    width: frame.width + 1,
  };
}

/** The table of lines with their days beside, as it is for the lines without. */
export function withDaysAbove(table: CountTable, { banners }: TableFrame): CountTable {
  const before = (index: number) => index - 1;
  const slice = ({ constants, cells, when, diners }: Slice): Slice => ({
    constants,
    cells: new Map(
      [...cells]
        .filter(([field]) => field !== 'date')
        .map(([field, indices]) => [field, indices.map(before)] as const),
    ),
    when: when === undefined ? undefined : { ...when, column: before(when.column) },
    diners: diners == null || diners.column === null ? diners : { ...diners, column: before(diners.column) },
  });
  const { shape } = table;
  return {
    ...table,
    plain: false,
    columns: new Map(
      [...table.columns]
        .filter(([field]) => field !== 'date')
        .map(([field, index]) => [field, before(index)] as const),
    ),
    reasons: new Map(
      [...table.reasons]
        .filter(([index]) => index > 0)
        .map(([index, reason]) => [before(index), reason] as const),
    ),
    shape: {
      ...shape,
      slices: shape.slices.map(slice),
      fillDown: shape.fillDown.filter((index) => index > 0).map(before),
      dayBanners: true,
    },
    strikeColumn: null,
    fromTop: isDayText(banners.at(-1) ?? ''),
  };
}

const firstText = (cells: readonly string[]) => cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
const countIn = (cell: string) => {
  const count = parseCount(cell);
  return typeof count === 'number' ? count : null;
};

function blocksIn({ banners, body }: TableFrame): readonly Block[] | null {
  const first = banners.at(-1) ?? '';
  const blocks: { day: string; sums: Block['sums']; rows: GridRow[] }[] = isDayText(first)
    ? [{ day: first, sums: [], rows: [] }]
    : [];
  for (const row of body) {
    const at = row.cells.findIndex((cell) => cell.trim() !== '');
    const text = row.cells[at]?.trim() ?? '';
    const beside = row.cells.slice(at + 1);
    const counts = beside.map(countIn);
    if (isDayText(text)) {
      if (beside.some((cell, index) => cell.trim() !== '' && counts[index] === null)) {
        return null;
      }
      blocks.push({ day: text, sums: row.cells.map(countIn), rows: [] });
    } else if (!isSumTitle(text) && counts.some((count) => count !== null)) {
      blocks.at(-1)?.rows.push(row);
      if (blocks.length === 0) {
        return null;
      }
    }
  }
  return blocks.filter(({ rows }) => rows.length > 0);
}

const sumsAreRight = ({ sums, rows }: Block) =>
  sums.every(
    (sum, at) =>
      sum === null || sum === rows.reduce((total, { cells }) => total + (countIn(cells[at] ?? '') ?? 0), 0),
  );
