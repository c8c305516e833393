import type { StoredPurchaseOrder, StoredPurchaseOrderKey } from '../../../db/purchase-orders.ts';
import type { OrderedLine } from '../../../forecasting/domain/records.ts';
import type { Deadline, Kitchen, Moment, PurchaseOrderLine } from '../../api/records.ts';
import { momentOf } from '../orders/deadlines.ts';
import { type PurchaseOrderHistory, type PurchaseOrderVersions, purchaseOrderKey } from './sent-orders.ts';
import type { PlannedLine } from './supplier-lines.ts';

/** What a plan asks of suppliers: as known when each order had to be in, and by what is known now. */
export interface PurchaseOrderDemand {
  readonly known: readonly PlannedLine[];
  readonly needed: readonly PlannedLine[];
  readonly places: readonly Kitchen[];
}

export interface PurchaseOrderReview {
  /** By day; of those that were sent what was sent, and how much more or less is needed since. */
  readonly lines: readonly PurchaseOrderLine[];
  /** Orders of which nothing is kept and whose deadline is past, as they stood at it. */
  readonly due: readonly StoredPurchaseOrder[];
  /** Orders that the clock kept by a deadline that has been moved since: they are open again. */
  readonly opened: readonly StoredPurchaseOrderKey[];
}

/** Quantities are written with three decimals of kilograms: a gram is the least that is told. */
const leastGrams = 1;

/** How the orders of a plan stand. Pure. */
export function reviewPurchaseOrders(
  { known, needed, places }: PurchaseOrderDemand,
  history: PurchaseOrderHistory,
  now: Moment,
): PurchaseOrderReview {
  const neededBy = Map.groupBy(needed, purchaseOrderKey);
  const isOpened = ({ inForce }: PurchaseOrderVersions) =>
    inForce.automatic &&
    inForce.version === 1 &&
    !isPast(inForce, now) &&
    isAhead(neededBy.get(purchaseOrderKey(inForce)) ?? [], now);
  const opened = history.all.filter(isOpened).map(({ inForce }) => inForce);
  const open = new Set(opened.map(purchaseOrderKey));
  const sent = history.all.filter(({ inForce }) => !open.has(purchaseOrderKey(inForce)));
  // Its deadline is ahead: what was known at it is what is known now.
  const unsent = [
    ...known.filter(({ supplier, date }) => history.of(supplier, date) === null),
    ...needed.filter((line) => open.has(purchaseOrderKey(line))),
  ];
  const lines = [
    ...unsent.map(({ binds: _, ...line }) => ({
      ...line,
      sent: null,
      before: null,
      correction: 0,
      confirmed: null,
    })),
    ...sent.flatMap((order) => sentLines(order, neededBy.get(purchaseOrderKey(order.inForce)) ?? [], places)),
  ].map((line) => ({ ...line, confirmed: history.confirmed(line.ref) }));
  return { lines: inOrder(lines, needed), due: dueOrders(unsent, now), opened };
}

/** As the plan lists them, by day; what it does not ask for any more comes last. */
function inOrder(
  lines: readonly PurchaseOrderLine[],
  needed: readonly PlannedLine[],
): readonly PurchaseOrderLine[] {
  const rank = new Map(needed.map(({ ref }, i) => [ref, i]));
  const rankOf = ({ ref }: PurchaseOrderLine) => rank.get(ref) ?? needed.length;
  return lines.toSorted((a, b) => a.date.localeCompare(b.date) || rankOf(a) - rankOf(b));
}

function sentLines(
  { inForce, before }: PurchaseOrderVersions,
  needed: readonly PlannedLine[],
  places: readonly Kitchen[],
): readonly PurchaseOrderLine[] {
  const { version, at, by, automatic } = inForce;
  const sent = { version, at, by, automatic };
  const asked = new Map(needed.map((line) => [line.ref, line]));
  const earlier = new Map(before?.lines.map(({ ref, quantity }) => [ref, quantity]));
  const beforeOf = (ref: string) => (before === null ? null : (earlier.get(ref) ?? 0));
  const asSent = inForce.lines.map((line): PurchaseOrderLine => {
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
    .map(({ binds: _, ...line }): PurchaseOrderLine => {
      const nothing = { quantity: 0, amount: line.amount === null ? null : 0, packing: null };
      const euros = line.price === null ? null : 0;
      const correction = line.quantity;
      return { ...line, ...nothing, euros, sent, before: beforeOf(line.ref), correction, confirmed: null };
    });
  return [...asSent, ...added];
}

function correctionOf({ quantity, unit }: OrderedLine, needed: number): number {
  const more = needed - quantity;
  const least = unit === 'g' || unit === 'ml' ? leastGrams : leastGrams / 1000;
  return Math.abs(more) < least ? 0 : Math.round(more / least) * least;
}

/** Of a day that is past nothing is kept or opened any more: it is history. */
const isPast = ({ date }: Pick<PurchaseOrderLine, 'date'>, now: Moment) => date < now.slice(0, 10);

/** Whole orders: a day's lines of one supplier leave together, when the last of them is due. */
function dueOrders(known: readonly PlannedLine[], now: Moment): readonly StoredPurchaseOrder[] {
  return [...Map.groupBy(known, purchaseOrderKey).values()].flatMap((lines) => {
    const [{ date, supplier }] = lines as [PlannedLine];
    const at = lastDeadline(lines);
    if (at === null || at > now || isPast({ date }, now) || !lines.some(({ binds }) => binds)) return [];
    return [{ supplier, date, version: 1, by: null, automatic: true, at, lines }];
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
