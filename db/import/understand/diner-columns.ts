import { fold } from '../../fold.ts';
import { parseCount } from '../counts.ts';
import type { ClassField } from '../field.ts';
import type { Answers } from '../table-question.ts';
import { classesOfParts } from './age-class.ts';
import { nameOf } from './cells.ts';
import type { ValueColumn } from './value-columns.ts';
import { nameWithin, readCountTitle, withoutAdults, wordsOf } from './words.ts';

/** Beside the children in one: their classes, adults, and what adds up either. */
export type DinerColumns = ReadonlyMap<ClassField | 'total' | 'covers', readonly number[]>;

const mealsOf = (columns: readonly ValueColumn[]) => {
  const served = columns.filter(({ measure }) => measure === 'served');
  return served.length > 0 ? served : columns.filter(({ measure }) => measure === null);
};

/** Those of adults that were served; where a sum of them stands beside its parts, the parts. */
function adultsIn(values: readonly ValueColumn[]): readonly ValueColumn[] {
  const adults = mealsOf(values.filter(({ who, service }) => who === 'adults' && service !== 'other'));
  const parts = adults.filter(({ sum }) => !sum);
  const sums = adults.filter(({ sum }) => sum);
  return sums.length > 0 && parts.length < 2 ? sums.slice(0, 1) : parts;
}

/** `served`: the columns that are added up to the children of a site; `values`: all that may be of it. */
export function dinerColumns(
  served: readonly ValueColumn[],
  values: readonly ValueColumn[],
  name: string | null,
): DinerColumns {
  const own = values.filter((value) => isOf(value, name));
  const adults = adultsIn(own);
  const classes = classesOfParts(served.map(({ titleClass }) => titleClass));
  const found = new Map<ClassField | 'total' | 'covers', readonly number[]>();
  const add = (field: ClassField, { index }: ValueColumn) =>
    found.set(field, [...(found.get(field) ?? []), index]);
  for (const [at, one] of (classes ?? []).entries()) add(one, served[at] as ValueColumn);
  for (const one of adults) add('adult', one);
  const used = new Set([...served, ...adults]);
  for (const value of own) {
    const isWhole = value.who === null && !used.has(value) && value.measure !== 'staff';
    if (!isWhole || served.length + adults.length < 2 || found.has('total') || found.has('covers')) continue;
    const adds = wholeOf(value, served, adults);
    if (adds !== null) found.set(adds, [value.index]);
  }
  return found;
}

function isOf(value: ValueColumn, name: string | null): boolean {
  if (value.name !== '' || value.who !== 'adults') return fold(value.name) === fold(name ?? '');
  // "Personnel communal" is of the one site.
  if (name === null) return true;
  const beside = withoutAdults(nameOf(value.column));
  const own = readCountTitle(beside).rest === '' ? '' : nameWithin(beside);
  return fold(own) === fold(name);
}

const addUp = (parts: readonly ValueColumn[], line: number): number | null => {
  const counts = parts.map(({ column }) => parseCount(column.cells[line] ?? ''));
  const numbers = counts.filter((count) => typeof count === 'number');
  return numbers.length === 0 ? null : numbers.reduce((sum, count) => sum + count, 0);
};

/** What a column adds up, on most of its lines: the children, or all diners; `null`: neither. */
function wholeOf(
  whole: ValueColumn,
  children: readonly ValueColumn[],
  adults: readonly ValueColumn[],
): 'total' | 'covers' | null {
  let [lines, total, covers] = [0, 0, 0];
  for (let line = 0; line < whole.column.cells.length; line++) {
    const count = parseCount(whole.column.cells[line] ?? '');
    const own = addUp(children, line);
    if (typeof count !== 'number' || own === null) continue;
    lines++;
    if (children.length > 1 && count === own) total++;
    if (adults.length > 0 && count === own + (addUp(adults, line) ?? 0)) covers++;
  }
  if (lines === 0 || 2 * Math.max(total, covers) < lines) return null;
  return covers > total ? 'covers' : 'total';
}

/** "Total mat" beside PS, MS and GS; "Total adultes" beside teachers and agents. */
export const sumsClass = (value: ValueColumn, others: readonly ValueColumn[]): boolean =>
  value.sum &&
  (value.titleClass !== null || value.who === 'adults') &&
  others.filter(
    ({ sum, who, titleClass }) => !sum && who === value.who && sameClass(titleClass, value.titleClass),
  ).length > 1;

const sameClass = (a: ValueColumn['titleClass'], b: ValueColumn['titleClass']) =>
  a === b || (a === 'elementaire' && b === 'primary');

/** "Couverts" beside "dont adultes", or as somebody answered: the children are what adults leave of it. */
export function holdsAdults(
  whole: ValueColumn,
  diners: DinerColumns,
  values: readonly ValueColumn[],
  answers: Answers,
): boolean {
  const adults = diners.get('adult') ?? [];
  const titles = values.filter(({ index }) => adults.includes(index)).map(({ column }) => nameOf(column));
  const isPart = (title: string) => /^(DONT|OF WHICH|INCL\w*) /.test(wordsOf(title));
  const isOnly = !diners.has('covers') && whole.who === null && titles.length > 0;
  return isOnly && (answers.adults === 'with' || titles.every(isPart));
}
