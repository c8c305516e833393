import { fold } from '../../../db/fold.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import {
  type Confirmation,
  listConfirmations,
  listSupplierOrders,
  type StoredSupplierOrder,
} from '../../../db/supplier-orders.ts';
import type { IsoDate } from '../../api/records.ts';

/** The order of a supplier for a day that is in force, and the version that it replaced. */
export interface KeptOrder {
  readonly inForce: StoredSupplierOrder;
  readonly before: StoredSupplierOrder | null;
}

/** What left for the suppliers for the days of a period. */
export class KeptOrders {
  readonly all: readonly KeptOrder[];
  readonly #byPlace: ReadonlyMap<string, KeptOrder>;
  readonly #confirmations: ReadonlyMap<string, Confirmation>;

  /** `orders`: every version, oldest first. */
  constructor(orders: readonly StoredSupplierOrder[], confirmations: ReadonlyMap<string, Confirmation>) {
    this.#byPlace = new Map(
      [...Map.groupBy(orders, orderPlace)].map(([place, versions]) => {
        const inForce = versions.at(-1) as StoredSupplierOrder;
        return [place, { inForce, before: versions.at(-2) ?? null }];
      }),
    );
    this.all = [...this.#byPlace.values()];
    this.#confirmations = confirmations;
  }

  of(supplier: string | null, date: IsoDate): KeptOrder | null {
    return this.#byPlace.get(orderPlace({ supplier, date })) ?? null;
  }

  /** How much of a line the supplier says it delivers; `null`: it said nothing. */
  confirmed(ref: string): number | null {
    return this.#confirmations.get(ref)?.quantity ?? null;
  }
}

/** One text for each supplier and day. */
export const orderPlace = ({ supplier, date }: Pick<StoredSupplierOrder, 'supplier' | 'date'>) =>
  `${date} ${fold(supplier ?? '')}`;

export const readKeptOrders = (db: ReadonlyDatabase, from: IsoDate, to: IsoDate): KeptOrders =>
  new KeptOrders(listSupplierOrders(db, from, to), listConfirmations(db, from, to));

export const noKeptOrders = new KeptOrders([], new Map());
