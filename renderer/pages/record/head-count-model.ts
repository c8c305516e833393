import type { HeadCountByClass, Plan, PlanRow, SiteDinersRecord } from '../../../electron/api/records.ts';
import { bySiteName } from '../../format/site-order.ts';
import type { DayPlace } from '../day/day-place.ts';
import { type DinerClass, type OrderedDiners, orderedDiners } from '../day/diner-classes.ts';
import { parseQuantity } from '../week/decisions.ts';

/** One site of the morning: whom it ordered for, and what was counted. */
export interface HeadCountLineModel {
  readonly row: PlanRow;
  readonly diners: readonly OrderedDiners[];
}

/** What stands in a site's fields. */
export type ManualCounts = Readonly<Partial<Record<DinerClass, string>>>;

const CLASSES: readonly DinerClass[] = ['all', 'M', 'E', 'C', 'A'];
/** From so many meals and such a share of the order on, a change is one that the kitchen must not overlook. */
const BIG_MEALS = 5;
const BIG_SHARE = 0.1;

/** The sites of a day that a place stands for, by name. */
export function headCountLines(
  plan: Plan,
  date: string,
  place: DayPlace,
  sites: readonly SiteDinersRecord[],
): readonly HeadCountLineModel[] {
  const saidOf = new Map(sites.map((site) => [site.siteId, site]));
  return plan.rows
    .filter((row) => row.date === date && row.decision.closed === null)
    .filter(({ siteId }) => place.siteId === null || siteId === place.siteId)
    .filter(({ siteId }) => place.kitchenId === null || saidOf.get(siteId)?.kitchenId === place.kitchenId)
    .toSorted(bySiteName)
    .map((row) => ({ row, diners: orderedDiners(row, saidOf.get(row.siteId)) }));
}

/** The classes that some of the sites tell apart, in the order of their columns. */
export const classesOf = (lines: readonly HeadCountLineModel[]): readonly DinerClass[] =>
  CLASSES.filter((one) => lines.some(({ diners }) => diners.some((asked) => asked.diners === one)));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
export const orderedOf = ({ diners }: HeadCountLineModel): number =>
  sum(diners.map(({ ordered }) => ordered));

/** What was counted of those who are asked for; `null` where they are told apart otherwise by now. */
export function countedOf({ row, diners }: HeadCountLineModel): HeadCountByClass | null {
  const { headCount } = row.decision;
  return headCount && diners.every((one) => headCount.counts[one.diners] !== undefined)
    ? headCount.counts
    : null;
}

export function typedOf(line: HeadCountLineModel): ManualCounts {
  const counts = countedOf(line);
  return counts ? Object.fromEntries(line.diners.map((one) => [one.diners, String(counts[one.diners])])) : {};
}

export const asOrdered = ({ diners }: HeadCountLineModel): ManualCounts =>
  Object.fromEntries(diners.map((one) => [one.diners, String(one.ordered)]));

/** Where a site stands: nothing typed, some of it, something that is no number, or all of it. */
export type HeadCountState =
  | { readonly type: 'open' | 'partly' | 'wrong' }
  | { readonly type: 'counted'; readonly counts: HeadCountByClass; readonly meals: number };

export const isWrong = (text: string | undefined): boolean =>
  text !== undefined && text.trim() !== '' && parseQuantity(text) === null;

export function stateOf({ diners }: HeadCountLineModel, typed: ManualCounts): HeadCountState {
  const texts = diners.map((one) => typed[one.diners] ?? '');
  if (texts.some(isWrong)) return { type: 'wrong' };
  const filled = texts.filter((text) => text.trim() !== '').length;
  if (filled < texts.length) return { type: filled === 0 ? 'open' : 'partly' };
  const counts = Object.fromEntries(diners.map((one, i) => [one.diners, parseQuantity(texts[i] ?? '') ?? 0]));
  return { type: 'counted', counts, meals: sum(Object.values(counts)) };
}

/** Does what is typed say something else than what is kept? */
export function differs(line: HeadCountLineModel, counts: HeadCountByClass | null): boolean {
  const kept = countedOf(line);
  if (kept === null || counts === null) return kept !== counts;
  return line.diners.some((one) => kept[one.diners] !== counts[one.diners]);
}

export const isBig = (meals: number, ordered: number): boolean =>
  Math.abs(meals - ordered) >= Math.max(BIG_MEALS, BIG_SHARE * ordered);

export interface HeadCountTotals {
  readonly counted: number;
  readonly sites: number;
  /** Ordered by all sites, and by those that are counted. */
  readonly ordered: number;
  readonly orderedOfCounted: number;
  readonly meals: number;
}

export function totalsOf(
  lines: readonly HeadCountLineModel[],
  typed: (line: HeadCountLineModel) => ManualCounts,
): HeadCountTotals {
  const counted = lines.flatMap((line) => {
    const state = stateOf(line, typed(line));
    return state.type === 'counted' ? [{ line, meals: state.meals }] : [];
  });
  return {
    counted: counted.length,
    sites: lines.length,
    ordered: sum(lines.map(orderedOf)),
    orderedOfCounted: sum(counted.map(({ line }) => orderedOf(line))),
    meals: sum(counted.map(({ meals }) => meals)),
  };
}
