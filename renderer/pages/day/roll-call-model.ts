import type { Plan, PlanRow, RollCallCounts, SiteGuestsRecord } from '../../../electron/api/records.ts';
import { bySiteName } from '../../format/site-order.ts';
import { parseQuantity } from '../week/decisions.ts';
import type { DayPlace } from './day-place.ts';
import { type GuestClass, type OrderedGuests, orderedGuests } from './guest-classes.ts';

/** One site of the morning: whom it ordered for, and what was counted. */
export interface CallLine {
  readonly row: PlanRow;
  readonly guests: readonly OrderedGuests[];
}

/** What stands in a site's fields. */
export type TypedCounts = Readonly<Partial<Record<GuestClass, string>>>;

const CLASSES: readonly GuestClass[] = ['all', 'M', 'E', 'C', 'A'];
/** From so many meals and such a share of the order on, a change is one that the kitchen must not overlook. */
const BIG_MEALS = 5;
const BIG_SHARE = 0.1;

/** The sites of a day that a place stands for, by name. */
export function callLines(
  plan: Plan,
  date: string,
  place: DayPlace,
  sites: readonly SiteGuestsRecord[],
): readonly CallLine[] {
  const saidOf = new Map(sites.map((site) => [site.siteId, site]));
  return plan.rows
    .filter((row) => row.date === date && row.decision.closed === null)
    .filter(({ siteId }) => place.siteId === null || siteId === place.siteId)
    .filter(({ siteId }) => place.kitchenId === null || saidOf.get(siteId)?.kitchenId === place.kitchenId)
    .toSorted(bySiteName)
    .map((row) => ({ row, guests: orderedGuests(row, saidOf.get(row.siteId)) }));
}

/** The classes that some of the sites tell apart, in the order of their columns. */
export const classesOf = (lines: readonly CallLine[]): readonly GuestClass[] =>
  CLASSES.filter((one) => lines.some(({ guests }) => guests.some((asked) => asked.guests === one)));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
export const orderedOf = ({ guests }: CallLine): number => sum(guests.map(({ ordered }) => ordered));

/** What was counted of those who are asked for; `null` where they are told apart otherwise by now. */
export function countedOf({ row, guests }: CallLine): RollCallCounts | null {
  const { rollCall } = row.decision;
  return rollCall && guests.every((one) => rollCall.counts[one.guests] !== undefined)
    ? rollCall.counts
    : null;
}

export function typedOf(line: CallLine): TypedCounts {
  const counts = countedOf(line);
  return counts ? Object.fromEntries(line.guests.map((one) => [one.guests, String(counts[one.guests])])) : {};
}

export const asOrdered = ({ guests }: CallLine): TypedCounts =>
  Object.fromEntries(guests.map((one) => [one.guests, String(one.ordered)]));

/** Where a site stands: nothing typed, some of it, something that is no number, or all of it. */
export type CallState =
  | { readonly type: 'open' | 'partly' | 'wrong' }
  | { readonly type: 'counted'; readonly counts: RollCallCounts; readonly meals: number };

export const isWrong = (text: string | undefined): boolean =>
  text !== undefined && text.trim() !== '' && parseQuantity(text) === null;

export function stateOf({ guests }: CallLine, typed: TypedCounts): CallState {
  const texts = guests.map((one) => typed[one.guests] ?? '');
  if (texts.some(isWrong)) return { type: 'wrong' };
  const filled = texts.filter((text) => text.trim() !== '').length;
  if (filled < texts.length) return { type: filled === 0 ? 'open' : 'partly' };
  const counts = Object.fromEntries(guests.map((one, i) => [one.guests, parseQuantity(texts[i] ?? '') ?? 0]));
  return { type: 'counted', counts, meals: sum(Object.values(counts)) };
}

/** Does what is typed say something else than what is kept? */
export function differs(line: CallLine, counts: RollCallCounts | null): boolean {
  const kept = countedOf(line);
  if (kept === null || counts === null) return kept !== counts;
  return line.guests.some((one) => kept[one.guests] !== counts[one.guests]);
}

export const isBig = (meals: number, ordered: number): boolean =>
  Math.abs(meals - ordered) >= Math.max(BIG_MEALS, BIG_SHARE * ordered);

export interface CallTotals {
  readonly counted: number;
  readonly sites: number;
  /** Ordered by all sites, and by those that are counted. */
  readonly ordered: number;
  readonly orderedOfCounted: number;
  readonly meals: number;
}

export function totalsOf(lines: readonly CallLine[], typed: (line: CallLine) => TypedCounts): CallTotals {
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
