import type { Deadline, PurchaseOrder, PurchaseOrderLine, SentStamp } from '../../../electron/api/records.ts';

/** How the orders of one supplier for a week stand. */
export interface SupplierState {
  readonly supplier: string | null;
  /** The first deadline of what was not sent; `null`: all was, or there is none. */
  readonly deadline: Deadline | null;
  /** Something of it was not sent, and nothing is kept of it. */
  readonly open: boolean;
  /** How it left, each moment once, oldest first; of those that the clock kept only the last. */
  readonly stamps: readonly SentStamp[];
  /** Lines of which more or less is needed since. */
  readonly corrections: readonly PurchaseOrderLine[];
  /** What a person sent last, day by day: it can be taken back. */
  readonly last: readonly PurchaseOrder[];
  /** What is to be ordered as things stand, not sent yet. */
  readonly toOrder: readonly PurchaseOrderLine[];
  /** All that was sent, day by day; of one day the newest first. */
  readonly versions: readonly PurchaseOrder[];
}

const momentOf = ({ date, time }: Deadline) => `${date} ${time}`;

/** By name, what is ordered from nobody in particular last. */
export function supplierStates(
  lines: readonly PurchaseOrderLine[],
  orders: readonly PurchaseOrder[],
): readonly SupplierState[] {
  const sentTo = Map.groupBy(orders, ({ supplier }) => supplier);
  return [...Map.groupBy(lines, ({ supplier }) => supplier)]
    .toSorted(([a], [b]) => Number(a === null) - Number(b === null) || (a ?? '').localeCompare(b ?? ''))
    .map(([supplier, own]) => stateOf(supplier, own, sentTo.get(supplier) ?? []));
}

function stateOf(
  supplier: string | null,
  lines: readonly PurchaseOrderLine[],
  versions: readonly PurchaseOrder[],
): SupplierState {
  const open = lines.filter(({ sent }) => sent === null);
  const [deadline = null] = open
    .flatMap((line) => line.deadline ?? [])
    .toSorted((a, b) => momentOf(a).localeCompare(momentOf(b)));
  const inForce = [...Map.groupBy(versions, ({ date }) => date).values()].flatMap(
    (own) => own.toSorted((a, b) => b.version - a.version)[0] ?? [],
  );
  return {
    supplier,
    deadline,
    open: open.length > 0,
    stamps: stampsOf(lines),
    corrections: lines.filter(({ correction }) => correction !== 0),
    toOrder: open.filter(({ quantity }) => quantity > 0),
    last: inForce.filter(({ automatic }) => !automatic),
    versions: versions.toSorted((a, b) => a.date.localeCompare(b.date) || b.version - a.version),
  };
}

function stampsOf(lines: readonly PurchaseOrderLine[]): readonly SentStamp[] {
  const all = lines.flatMap(({ sent }) => sent ?? []).toSorted((a, b) => a.at.localeCompare(b.at));
  const said = new Map(all.map((stamp) => [stamp.automatic ? 'clock' : `${stamp.at} ${stamp.by}`, stamp]));
  return [...said.values()].toSorted((a, b) => a.at.localeCompare(b.at));
}

/** One product of a day: all that a supplier is asked for of it, wherever it is cooked. */
export interface ProductLine extends Pick<PurchaseOrderLine, 'ref' | 'dish' | 'size' | 'unit' | 'quantity'> {
  /** Where it is for; of several kitchens how many. */
  readonly kitchens: number;
  readonly placeName: string;
  readonly yield: PurchaseOrderLine['yield'];
}

/** The lines of one day as one line for each product and size, in the order in which they come. */
export function productLines(lines: readonly PurchaseOrderLine[]): readonly ProductLine[] {
  const byProduct = Map.groupBy(lines, ({ dish, key, size, unit }) =>
    JSON.stringify([dish, key, size, unit]),
  );
  return [...byProduct.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { ref, dish, size, unit, placeName } = first;
    const quantity = own.reduce((sum, line) => sum + line.quantity, 0);
    const kitchens = new Set(own.map(({ place }) => place)).size;
    return [
      { ref, dish, size, unit, quantity, kitchens, placeName, yield: own.length === 1 ? first.yield : null },
    ];
  });
}

/** As order files write it: grams as kilograms, millilitres as litres. */
export const written = (quantity: number, { unit }: Pick<PurchaseOrderLine, 'unit'>): number =>
  unit === 'g' || unit === 'ml' ? quantity / 1000 : quantity;
