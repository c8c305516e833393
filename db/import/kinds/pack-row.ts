import type { PortionUnit } from '../../../forecasting/domain/records.ts';
import { fold } from '../../fold.ts';
import { parseAmount, parseUnit } from '../amounts.ts';
import { type ClassField, classFields, type TableField } from '../field.ts';
import { unguarded } from '../named-scope.ts';
import type { ProblemPlace } from '../problem-list.ts';
import { type Row, refused } from '../row.ts';

/** More in one pack, or for one, is a slip. */
const largest = 1_000_000;
/** Fewest packs of an order: more is a slip. */
const largestMinimum = 500;

const placed = [
  'food',
  'supplier',
  'unit',
  'minimum',
  'keeps',
  'size',
] as const satisfies readonly TableField[];
type Placed = (typeof placed)[number];

/** What one line says of one pack. `undefined`: the file has no such column. */
export interface PackRow {
  readonly line: number;
  readonly size: string;
  /** `null`: it holds portions of each class. */
  readonly unit: PortionUnit | null;
  /** What it holds, in the order of the table: the amount, then the portions of each class. */
  readonly content: readonly (number | null)[];
  readonly price: number | null | undefined;
  /** Empty: not said here. */
  readonly supplier: string | undefined;
  readonly minimum: number | null | undefined;
  readonly keeps: 0 | 1 | null;
  /** Where its cells stand, for what is found when the whole file is read. */
  readonly places: Readonly<Record<Placed, ProblemPlace>>;
}

type Read<T> = T | typeof refused;

/** Reads a line; the first thing that is wrong with it is noted. */
export function readPack(row: Row): Read<PackRow> {
  const filling = readFilling(row);
  if (filling === refused) return refused;
  const price = readPrice(row);
  const minimum = readMinimum(row);
  const keeps = readKeeps(row);
  if (price === refused || minimum === refused || keeps === refused) return refused;
  return {
    line: row.line,
    size:
      unguarded(row.text('size')) ||
      [row.text('content'), row.text('unit')].filter((text) => text !== '').join(' '),
    ...filling,
    price: row.has('price') ? price : undefined,
    supplier: row.has('supplier') ? unguarded(row.text('supplier')) : undefined,
    minimum: row.has('minimum') ? minimum : undefined,
    keeps,
    places: Object.fromEntries(placed.map((field) => [field, row.place(field)])) as PackRow['places'],
  };
}

type Filling = Pick<PackRow, 'unit' | 'content'>;

const isPortion = (text: string) => /^(PORTIONS?|PARTS?)$/.test(fold(text));

function readFilling(row: Row): Read<Filling> {
  const written = row.text('unit');
  const hasContent = row.text('content') !== '';
  const portions = isPortion(written) || (written === '' && !hasContent);
  if (portions) return readPortions(row);
  if (!hasContent) return row.refuse(row.has('content') ? 'content' : 'size', 'missing-value', {});
  return readAmount(row, written);
}

/** `2,5` with the unit beside it, or `2,5 kg` in one cell. */
function readAmount(row: Row, written: string): Read<Filling> {
  const [, digits = '', letters = ''] = /^(.*?)\s*(\p{L}*)$/u.exec(row.text('content')) ?? [];
  const unit = parseUnit(letters || written);
  if (unit === null) return row.refuse('unit', 'unknown-unit', {});
  const amount = parseAmount(digits.replace(/[\s\u00A0\u202F]/g, ''), largest);
  if (amount === 'amount-too-large') return row.refuse('content', amount, { limit: largest });
  if (typeof amount === 'string') return row.refuse('content', amount, {});
  const held = Math.round((amount ?? 0) * unit.times * 1e4) / 1e4;
  if (held > largest) return row.refuse('content', 'amount-too-large', { limit: largest });
  // Packs are told apart down to a thousandth of their unit.
  if (held < 0.001) return row.refuse('content', 'empty-pack', {});
  return { unit: unit.unit, content: [held, ...classFields.map(() => null)] };
}

function readPortions(row: Row): Read<Filling> {
  const portions: (number | null)[] = [];
  for (const field of classFields) {
    const count = readPortion(row, field);
    if (count === refused) return refused;
    portions.push(count);
  }
  if (portions.every((count) => count === null)) {
    return row.refuse(classFields.find((field) => row.has(field)) ?? 'unit', 'empty-pack', {});
  }
  return { unit: null, content: [null, ...portions] };
}

function readPortion(row: Row, field: ClassField): Read<number | null> {
  const count = parseAmount(row.text(field), largest);
  if (count === 'amount-too-large') return row.refuse(field, count, { limit: largest });
  if (typeof count === 'string') return row.refuse(field, count, {});
  if (count !== null && !Number.isInteger(count)) return row.refuse(field, 'part-portions', {});
  // None of this class fits: it is not filled for it.
  return count === 0 ? null : count;
}

function readPrice(row: Row): Read<number | null> {
  const price = parseAmount(row.text('price').replace(/\s*(€|EUR|EUROS?)\s*$/i, ''), largest);
  if (price === 'negative-amount') return row.refuse('price', 'negative-price', {});
  return typeof price === 'string' ? row.refuse('price', 'invalid-price', {}) : price;
}

function readMinimum(row: Row): Read<number | null> {
  const minimum = parseAmount(row.text('minimum'), largestMinimum);
  return typeof minimum === 'string' || !Number.isInteger(minimum ?? 0)
    ? row.refuse('minimum', 'invalid-minimum', { most: largestMinimum })
    : minimum;
}

const yes = /^(OUI|O|YES|Y|VRAI|TRUE|X|1)$/;
const no = /^(NON|N|NO|FAUX|FALSE|-|0)$/;

function readKeeps(row: Row): Read<0 | 1 | null> {
  const text = fold(row.text('keeps'));
  if (text === '') return null;
  if (yes.test(text)) return 1;
  return no.test(text) ? 0 : row.refuse('keeps', 'unknown-yes-no', {});
}
