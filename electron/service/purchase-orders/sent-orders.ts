import { fold } from '../../../db/fold.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import {
  type Confirmation,
  listConfirmations,
  listPurchaseOrders,
  type StoredPurchaseOrder,
} from '../../../db/purchase-orders.ts';
import type { IsoDate } from '../../api/records.ts';

/** The order of a supplier for a day that is in force, and the version that it replaced. */
export interface PurchaseOrderVersions {
  readonly inForce: StoredPurchaseOrder;
  readonly before: StoredPurchaseOrder | null;
}

/** What left for the suppliers for the days of a period. */
export class PurchaseOrderHistory {
  readonly all: readonly PurchaseOrderVersions[];
  readonly #byPlace: ReadonlyMap<string, PurchaseOrderVersions>;
  readonly #confirmations: ReadonlyMap<string, Confirmation>;

  /** `orders`: every version, oldest first. */
  constructor(orders: readonly StoredPurchaseOrder[], confirmations: ReadonlyMap<string, Confirmation>) {
    this.#byPlace = new Map(
      [...Map.groupBy(orders, purchaseOrderKey)].map(([key, versions]) => {
        const inForce = versions.at(-1) as StoredPurchaseOrder;
        return [key, { inForce, before: versions.at(-2) ?? null }];
      }),
    );
    this.all = [...this.#byPlace.values()];
    this.#confirmations = confirmations;
  }

  of(supplier: string | null, date: IsoDate): PurchaseOrderVersions | null {
    return this.#byPlace.get(purchaseOrderKey({ supplier, date })) ?? null;
  }

  /** How much of a line the supplier says it delivers; `null`: it said nothing. */
  confirmed(ref: string): number | null {
    return this.#confirmations.get(ref)?.quantity ?? null;
  }
}

/** One text for each supplier and day. */
export const purchaseOrderKey = ({ supplier, date }: Pick<StoredPurchaseOrder, 'supplier' | 'date'>) =>
  `${date} ${fold(supplier ?? '')}`;

export const readPurchaseOrders = (db: ReadonlyDatabase, from: IsoDate, to: IsoDate): PurchaseOrderHistory =>
  new PurchaseOrderHistory(listPurchaseOrders(db, from, to), listConfirmations(db, from, to));

export const noPurchaseOrders = new PurchaseOrderHistory([], new Map());
