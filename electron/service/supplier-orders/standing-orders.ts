import type {
  StoredSupplierLine,
  StoredSupplierOrder,
  SupplierOrderKey,
} from '../../../db/supplier-orders.ts';
import type { CookingPlace, Deadline, Moment, SupplierLine } from '../../api/records.ts';
import type { PlannedLine } from '../dish-plan/supplier-lines.ts';
import { momentOf } from '../orders/deadlines.ts';
import { type KeptOrder, type KeptOrders, orderPlace } from './kept-orders.ts';

/** What a plan asks of suppliers: as known when each order had to be in, and by what is known now. */
export interface Asked {
  readonly known: readonly PlannedLine[];
  readonly needed: readonly PlannedLine[];
  readonly places: readonly CookingPlace[];
}

export interface StandingOrders {
  /** By day; of those that were sent what was sent, and how much more or less is needed since. */
  readonly lines: readonly SupplierLine[];
  /** Orders of which nothing is kept and whose deadline is past, as they stood at it. */
  readonly due: readonly StoredSupplierOrder[];
  /** Orders that the clock kept by a deadline that has been moved since: they are open again. */
  readonly opened: readonly SupplierOrderKey[];
}

/** Quantities are written with three decimals of kilograms: a gram is the least that is told. */
const leastGrams = 1;

/** How the orders of a plan stand. Pure. */
export function standingOrders(
  { known, needed, places }: Asked,
  kept: KeptOrders,
  now: Moment,
): StandingOrders {
  const neededBy = Map.groupBy(needed, orderPlace);
  const isOpened = ({ inForce }: KeptOrder) =>
    inForce.byClock &&
    inForce.version === 1 &&
    !isPast(inForce, now) &&
    isAhead(neededBy.get(orderPlace(inForce)) ?? [], now);
  const opened = kept.all.filter(isOpened).map(({ inForce }) => inForce);
  const open = new Set(opened.map(orderPlace));
  const sent = kept.all.filter(({ inForce }) => !open.has(orderPlace(inForce)));
  // Its deadline is ahead: what was known at it is what is known now.
  const unsent = [
    ...known.filter(({ supplier, date }) => kept.of(supplier, date) === null),
    ...needed.filter((line) => open.has(orderPlace(line))),
  ];
  const lines = [
    ...unsent.map(({ binds: _, ...line }) => ({
      ...line,
      sent: null,
      before: null,
      correction: 0,
      confirmed: null,
    })),
    ...sent.flatMap((order) => sentLines(order, neededBy.get(orderPlace(order.inForce)) ?? [], places)),
  ].map((line) => ({ ...line, confirmed: kept.confirmed(line.ref) }));
  return { lines: inOrder(lines, needed), due: dueOrders(unsent, now), opened };
}

/** As the plan lists them, by day; what it does not ask for any more comes last. */
function inOrder(lines: readonly SupplierLine[], needed: readonly PlannedLine[]): readonly SupplierLine[] {
  const rank = new Map(needed.map(({ ref }, i) => [ref, i]));
  const rankOf = ({ ref }: SupplierLine) => rank.get(ref) ?? needed.length;
  return lines.toSorted((a, b) => a.date.localeCompare(b.date) || rankOf(a) - rankOf(b));
}

function sentLines(
  { inForce, before }: KeptOrder,
  needed: readonly PlannedLine[],
  places: readonly CookingPlace[],
): readonly SupplierLine[] {
  const { version, at, by, byClock } = inForce;
  const sent = { version, at, by, byClock };
  const asked = new Map(needed.map((line) => [line.ref, line]));
  const earlier = new Map(before?.lines.map(({ ref, quantity }) => [ref, quantity]));
  const beforeOf = (ref: string) => (before === null ? null : (earlier.get(ref) ?? 0));
  const stood = inForce.lines.map((line): SupplierLine => {
    const { ref, placeName, price, quantity } = line;
    const now = asked.get(ref);
    return {
      supplierId: now?.supplierId ?? needed[0]?.supplierId ?? null,
      supplier: inForce.supplier,
      place: now?.place ?? places.find(({ name }) => name === placeName)?.place ?? null,
      date: inForce.date,
      ...line,
      euros: price === null ? null : price * quantity,
      sent,
      before: beforeOf(ref),
      correction: correctionOf(line, now?.quantity ?? 0),
      confirmed: null,
    };
  });
  const known = new Set(inForce.lines.map(({ ref }) => ref));
  const added = needed
    .filter(({ ref }) => !known.has(ref))
    .map(({ binds: _, ...line }): SupplierLine => {
      const nothing = { quantity: 0, amount: line.amount === null ? null : 0 };
      const euros = line.price === null ? null : 0;
      const correction = line.quantity;
      return { ...line, ...nothing, euros, sent, before: beforeOf(line.ref), correction, confirmed: null };
    });
  return [...stood, ...added];
}

function correctionOf({ quantity, unit }: StoredSupplierLine, needed: number): number {
  const more = needed - quantity;
  const least = unit === 'g' || unit === 'ml' ? leastGrams : leastGrams / 1000;
  return Math.abs(more) < least ? 0 : Math.round(more / least) * least;
}

/** Of a day that is past nothing is kept or opened any more: it is history. */
const isPast = ({ date }: Pick<SupplierLine, 'date'>, now: Moment) => date < now.slice(0, 10);

/** Whole orders: a day's lines of one supplier leave together, when the last of them is due. */
function dueOrders(known: readonly PlannedLine[], now: Moment): readonly StoredSupplierOrder[] {
  return [...Map.groupBy(known, orderPlace).values()].flatMap((lines) => {
    const [{ date, supplier }] = lines as [PlannedLine];
    const at = lastDeadline(lines);
    if (at === null || at > now || isPast({ date }, now) || !lines.some(({ binds }) => binds)) return [];
    return [{ supplier, date, version: 1, by: null, byClock: true, at, lines }];
  });
}

/** `null`: one of the lines may be sent at any time. */
function lastDeadline(lines: readonly PlannedLine[]): Moment | null {
  const deadlines = lines.map(({ deadline }) => deadline);
  if (deadlines.includes(null)) return null;
  return (deadlines as Deadline[]).map(momentOf).toSorted().at(-1) ?? null;
}

function isAhead(lines: readonly PlannedLine[], now: Moment): boolean {
  const last = lastDeadline(lines);
  return lines.length > 0 && (last === null || last > now);
}
