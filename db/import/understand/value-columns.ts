import { numberAt } from '../../../forecasting/domain/number-at.ts';
import { parseCount } from '../counts.ts';
import { type ColumnOfCells, shareOf } from './cells.ts';
import { parsePeriod } from './periods.ts';
import {
  type CountTitle,
  isCodeTitle,
  isSiteTitle,
  isTitleOf,
  type Measure,
  nameWithin,
  readCountTitle,
  wordsOf,
} from './words.ts';

/** A column of counts, and what its titles say they count. */
export interface ValueColumn extends Omit<CountTitle, 'rest'> {
  readonly index: number;
  readonly column: ColumnOfCells;
  /** What no known word says: the name of a site, a dish, or nothing. */
  readonly name: string;
}

/** Columns of 0 and 1 say yes or no. */
export function isFlag({ distinct, types }: ColumnOfCells): boolean {
  const values = [...distinct].map((value) => wordsOf(value));
  return (
    values.length > 0 &&
    types.date === 0 &&
    values.every((value) => /^(0|1|OUI|NON|YES|NO|X|O|N|VRAI|FAUX|TRUE|FALSE)$/.test(value))
  );
}

/** The columns that hold counts: not flags, not line numbers, not what only names. */
export function valueColumns(columns: readonly ColumnOfCells[]): readonly ValueColumn[] {
  const besideDiets = columns.some(
    (column) => !isFlag(column) && readCountTitle(column.title.own).diet !== null && column.types.count > 0,
  );
  const counted = columns
    .filter(
      (column) => column.types.count > 0 && shareOf(column, 'count', 'mark', 'missing', 'number') >= 0.6,
    )
    .filter(({ title }) => !isTitleOf('order', title.own) && !isCodeTitle(title.own))
    .filter(
      (column) =>
        !(
          isFlag(column) &&
          !(besideDiets && readCountTitle(column.title.own).diet !== null) &&
          (isTitleOf('flag', column.title.own) ||
            isTitleOf('strike', column.title.own) ||
            !countsHeads(column.title.own))
        ),
    )
    .filter((column) => !(column.title.own === '' && isNumbering(column)));
  const isOver = standsOverAll(counted);
  return counted.map((column) =>
    valueColumn(isOver ? { ...column, title: { ...column.title, upper: '' } } : column),
  );
}

/** One upper title over names of their own is a heading of them all: a pivot table's "Étiquettes de colonnes". */
function standsOverAll(columns: readonly ColumnOfCells[]): boolean {
  const [upper, ...others] = new Set(columns.map(({ title }) => title.upper));
  const names = columns.filter(({ title }) => readCountTitle(title.own).rest !== '' && !isGeneral(title.own));
  return (
    upper !== undefined &&
    upper !== '' &&
    others.length === 0 &&
    new Set(names.map(({ title }) => wordsOf(title.own))).size >= 2
  );
}

const countsHeads = (title: string) => {
  const { counts, measure, who } = readCountTitle(title);
  return counts || measure === 'served' || who !== null;
};

/** "Septembre", "Semaine 36" or "École" above columns names no site. */
const isGeneral = (title: string) => {
  const { month, week, schoolYear, monday } = parsePeriod(title);
  return month !== null || week !== null || schoolYear !== null || monday !== null || isSiteTitle(title);
};

function valueColumn(column: ColumnOfCells): ValueColumn {
  const own = readCountTitle(column.title.own);
  const upper = readCountTitle(column.title.upper);
  const measure: Measure | null = own.measure ?? upper.measure;
  const name =
    upper.rest !== '' && column.title.upper !== '' && !isGeneral(column.title.upper)
      ? column.title.upper
      : own.rest !== ''
        ? nameWithin(column.title.own)
        : '';
  return {
    index: column.index,
    column,
    measure,
    who: own.who ?? upper.who,
    siteKind: own.siteKind ?? upper.siteKind,
    titleClass: own.titleClass ?? upper.titleClass,
    diet: own.diet ?? upper.diet,
    service: own.service ?? upper.service,
    sum: own.sum || upper.sum,
    counts: own.counts || upper.counts,
    name,
  };
}

/** 1, 2, 3…: the lines are numbered. */
function isNumbering({ cells }: ColumnOfCells): boolean {
  const numbers = cells.filter((cell) => /^\d+$/.test(cell)).map(Number);
  return (
    numbers.length > 3 &&
    numbers.every((number, index) => index === 0 || number === numberAt(numbers, index - 1) + 1)
  );
}

const countsOf = ({ column }: ValueColumn) => column.cells.map((cell) => parseCount(cell));

/** The other columns that a column adds up, line by line; `null`: it does not. */
export function addsUp(whole: ValueColumn, others: readonly ValueColumn[]): readonly ValueColumn[] | null {
  const left = others.filter(({ index }) => index < whole.index);
  const candidates = [others, left, ...runsBefore(whole, left)].filter((set) => set.length >= 2);
  return candidates.find((parts) => isSumOf(whole, parts)) ?? null;
}

/** The two, three… columns just before it. */
function runsBefore(whole: ValueColumn, left: readonly ValueColumn[]): readonly (readonly ValueColumn[])[] {
  const near = left.filter(({ index }) => index >= whole.index - 12);
  return near.map((_, from) => near.slice(from));
}

function isSumOf(whole: ValueColumn, parts: readonly ValueColumn[]): boolean {
  const sums = countsOf(whole);
  const cells = parts.map(countsOf);
  let agree = 0;
  let all = 0;
  for (const [at, sum] of sums.entries()) {
    const own = cells.map((column) => column[at]);
    if (typeof sum === 'number' && sum > 0 && own.some((count) => typeof count === 'number')) {
      all++;
      agree +=
        own.reduce<number>((total, count) => total + (typeof count === 'number' ? count : 0), 0) === sum
          ? 1
          : 0;
    }
  }
  // Two small counts may add up by chance once.
  return all >= 2 && agree >= 0.9 * all;
}

/** Does a column vary from day to day, as meals do and enrolment does not? */
export function varies({ column }: ValueColumn): boolean {
  const counts = column.cells.map((cell) => parseCount(cell)).filter((count) => typeof count === 'number');
  return new Set(counts).size > Math.max(2, counts.length / 12);
}
