import type { MealReason, RecordEntry, RecordedDishRow, RecordRow } from '../../../electron/api/records.ts';
import { isToRecord } from '../../format/to-record.ts';
import {
  type PortionFacts,
  readCount,
  readPortions,
  readRanOut,
  type TypedProblem,
} from '../../format/typed-value.ts';
import type { PlannedOf } from './use-planned.ts';

/** The fields of a site, in the order of their columns: as the return sheet has them. */
export const servedFields = ['children', 'adults', 'left'] as const;
export type ServedField = (typeof servedFields)[number];
/** What is entered beside the table where somebody wants it: children by class, second helpings, meals prepared. */
export const detailFields = [
  'M',
  'E',
  'C',
  'secondsM',
  'secondsE',
  'secondsC',
  'secondHelpings',
  'adultSecondHelpings',
  'prepared',
] as const;
export type DetailField = (typeof detailFields)[number];

/** Children of one class: what of them is said, and of which. */
const classFields = {
  M: ['childrenByClass', 'M'],
  E: ['childrenByClass', 'E'],
  C: ['childrenByClass', 'C'],
  secondsM: ['secondHelpingsByClass', 'M'],
  secondsE: ['secondHelpingsByClass', 'E'],
  secondsC: ['secondHelpingsByClass', 'C'],
} as const;
const isOfClass = (field: Cell['field']): field is keyof typeof classFields => field in classFields;

/** Where classes are told apart they have fields of their own; helpings in one are shown where they are on record. */
export function detailsOf({ classes, seconds }: RecordRow): readonly DetailField[] {
  const inOne = classes.length === 0 || seconds.children !== undefined;
  return detailFields.filter((field) =>
    field === 'secondHelpings' ? inOne : !isOfClass(field) || classes.includes(classFields[field][1]),
  );
}

export const panelFields = ['prepared', 'left', 'ranOut'] as const;
/** What became of what was left: served again or given away, or thrown. */
export const leftoverFields = ['left', 'reused', 'thrown'] as const;
/** Why more or less was served than ordered, of a day or of a dish: each one that a record may have. */
export const reasons = Object.keys({
  'class-away': true,
  strike: true,
  disliked: true,
  failed: true,
  late: true,
  'over-delivered': true,
  other: true,
} satisfies Readonly<Record<MealReason, true>>) as readonly MealReason[];
export type DishField = (typeof panelFields)[number] | (typeof leftoverFields)[number];

/** A field of a day's record: `children`, or one of a dish (`Compote` and a field). */
export interface Cell {
  readonly dish: string | null;
  readonly field: ServedField | DetailField | DishField;
}

/** Of what is typed at a site on a day. */
export const rowKey = ({ siteId, date }: Pick<RecordRow, 'siteId' | 'date'>): string => `${siteId} ${date}`;

export const cellKey = ({ dish, field }: Cell): string => `${dish ?? ''}\n${field}`;

/** What stands in a field and is not kept (yet). */
export interface CellDraft {
  readonly cell: Cell;
  readonly text: string;
}
export type RowDrafts = ReadonlyMap<string, CellDraft>;
export const noDrafts: RowDrafts = new Map();

export const ranOutMark = 'x';

/** What is kept, as it would be typed. */
export function keptText(row: RecordRow, { dish, field }: Cell): string {
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  if (dish === null) return shown(keptOfMeal(row)[field as ServedField | DetailField]);
  const own = row.dishes.find((one) => one.dish === dish);
  if (!own) return '';
  if (field === 'ranOut') return own.ranOutAt ?? (own.ranOut ? ranOutMark : '');
  return shown(own[field as Exclude<DishField, 'ranOut'>]);
}

const keptOfMeal = (
  row: RecordRow,
): Readonly<Record<ServedField | DetailField, number | null | undefined>> => ({
  children: row.children,
  adults: row.served.A,
  left: row.left,
  M: row.served.M,
  E: row.served.E,
  C: row.served.C,
  secondsM: row.seconds.M,
  secondsE: row.seconds.E,
  secondsC: row.seconds.C,
  secondHelpings: row.seconds.children,
  adultSecondHelpings: row.seconds.A,
  prepared: row.prepared,
});

type Change =
  | { readonly type: 'entry'; readonly entry: Omit<RecordEntry, 'siteId' | 'date'> }
  | { readonly type: 'wrong'; readonly problem: TypedProblem };

interface DishFacts extends PortionFacts {
  /** Portions of the day's sheet, which stand for what was prepared as long as nobody says otherwise. */
  readonly planned?: number | null;
}

/** What a weight and a part are of a dish: what was prepared as it is being typed, as it is kept, or as planned. */
export function portionFacts(
  row: RecordRow,
  { dish }: Cell,
  drafts: RowDrafts,
  plannedOf: PlannedOf,
): DishFacts {
  const own = row.dishes.find((one) => one.dish === dish);
  const typed = drafts.get(cellKey({ dish, field: 'prepared' }));
  const read = typed === undefined ? null : readCount(typed.text);
  const prepared = read?.type === 'value' ? read.value : (own?.prepared ?? null);
  const planned = prepared === null && dish !== null ? plannedOf(row, dish) : null;
  return { grams: own?.grams ?? null, prepared: prepared ?? planned, planned };
}

/** What was planned is said to be prepared with the first word of what became of it; not where more is left. */
function preparedWith({ planned = null }: DishFacts, portions: number | null) {
  return planned === null || portions === null || portions > planned ? {} : { prepared: planned };
}

/** What a text asks to be kept of a cell. */
export function changeOf({ dish, field }: Cell, text: string, facts: DishFacts): Change {
  if (dish !== null && field === 'ranOut') {
    const read = readRanOut(text);
    if (read.type === 'wrong') return read;
    const ranOut = read.value === null ? null : true;
    const ranOutAt = read.value?.at ?? null;
    const prepared = preparedWith(facts, ranOut === null ? null : 0);
    return { type: 'entry', entry: { dishes: [{ dish, ranOut, ranOutAt, ...prepared }] } };
  }
  const ofLeft = dish !== null && field !== 'prepared';
  const read = ofLeft ? readPortions(text, facts) : readCount(text);
  if (read.type === 'wrong') return read;
  const { value } = read;
  if (dish !== null) {
    const prepared = ofLeft ? preparedWith(facts, value) : {};
    return { type: 'entry', entry: { dishes: [{ dish, [field]: value, ...prepared }] } };
  }
  if (!isOfClass(field)) return { type: 'entry', entry: { [field]: value } };
  const [what, group] = classFields[field];
  return { type: 'entry', entry: { [what]: { [group]: value } } };
}

export function problemOf(
  row: RecordRow,
  drafts: RowDrafts,
  { cell, text }: CellDraft,
  planned: PlannedOf,
): TypedProblem | null {
  const change = changeOf(cell, text, portionFacts(row, cell, drafts, planned));
  return change.type === 'wrong' ? change.problem : null;
}

/**
 * What `=` stands for in a field: the morning's head count, in one or by class, and for a dish all who were counted;
 * `null`: nothing.
 */
export function headCountFor(row: RecordRow, { dish, field }: Cell): number | null {
  if (dish !== null) return field === 'prepared' ? allCounted(row) : null;
  if (field === 'children') return row.headCount;
  if (field === 'adults') return row.headCountAdults;
  if (field === 'M' || field === 'E' || field === 'C') return row.headCountByClass[field] ?? null;
  return field === 'prepared' ? allCounted(row) : null;
}

function allCounted(row: RecordRow): number | null {
  const children = row.headCount ?? row.children;
  return children === null ? null : children + (row.headCountAdults ?? row.served.A ?? 0);
}

/** Portions of a dish that were taken; `atLeast`: it ran out. `null`: not known, or the figures contradict each other. */
export function taken(
  dish: RecordedDishRow,
): { readonly portions: number; readonly atLeast: boolean } | null {
  const { prepared, served, left, ranOut } = dish;
  if (ranOut && (left ?? 0) > 0) return null;
  const rest = ranOut ? 0 : left;
  if (served !== null) return { portions: served, atLeast: ranOut };
  if (prepared === null || rest === null || rest > prepared) return null;
  return { portions: prepared - rest, atLeast: ranOut };
}

/** Sites that serve that day, or of which something is on record all the same. */
export const shownRows = (rows: readonly RecordRow[]): readonly RecordRow[] =>
  rows.filter(({ state }) => state !== 'closed');

export interface DayTotals {
  readonly sites: number;
  readonly complete: number;
  readonly estimated: number;
  readonly check: number;
  /** Ordered for, and how many were served is not recorded: see `isToRecord`. */
  readonly open: number;
  /** Sums over the complete sites; `null`: known of none of them. */
  readonly ordered: number | null;
  readonly headCount: number | null;
  readonly children: number | null;
  readonly adults: number | null;
  readonly left: number | null;
  /** Of all days and sites that were weighed, in grams. */
  readonly leftWeighed: number | null;
  readonly difference: number | null;
  /** What had been forecast for them, children; `null`: not known of each of them. */
  readonly expected: number | null;
}

export function dayTotals(rows: readonly RecordRow[]): DayTotals {
  const complete = rows.filter(({ state }) => state === 'complete');
  const sum = (of: (row: RecordRow) => number | null | undefined) => {
    const known = complete.flatMap((row) => of(row) ?? []);
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  const weighed = rows.flatMap(({ leftWeighed }) => leftWeighed ?? []);
  const count = (state: RecordRow['state']) => rows.filter((row) => row.state === state).length;
  const forecast = complete.length > 0 && complete.every((row) => row.forecast !== null);
  return {
    sites: rows.length,
    complete: complete.length,
    estimated: count('estimated'),
    check: count('check'),
    open: rows.filter(isToRecord).length,
    ordered: sum((row) => row.ordered),
    headCount: sum((row) => row.headCount),
    children: sum((row) => row.children),
    adults: sum((row) => row.served.A),
    left: sum((row) => row.left),
    leftWeighed: weighed.length === 0 ? null : weighed.reduce((all, grams) => all + grams, 0),
    difference: sum((row) => row.difference),
    expected: forecast ? sum((row) => row.forecast?.expected) : null,
  };
}
