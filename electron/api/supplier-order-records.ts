import type { IsoDate } from '../../forecasting/records.ts';
import type { PurchaseOrderLine, SentStamp } from './dish-plan-records.ts';
import type { MealCosts } from './plan-records.ts';

export interface PurchaseOrderKey {
  /** By name; `null`: what is ordered from nobody in particular. */
  readonly supplier: string | null;
  readonly date: IsoDate;
  readonly version: number;
}

/** The order of one supplier for one day, as it left. */
export interface PurchaseOrder extends PurchaseOrderKey, SentStamp {
  readonly lines: readonly Pick<
    PurchaseOrderLine,
    | 'ref'
    | 'placeName'
    | 'dish'
    | 'key'
    | 'size'
    | 'quantity'
    | 'unit'
    | 'amount'
    | 'amountUnit'
    | 'price'
    | 'deadline'
    | 'asOf'
  >[];
}

export interface SendAnswer {
  /** Given to `orders.unsend` they are taken back. */
  readonly sent: readonly PurchaseOrderKey[];
  /** Orders that had been sent as they are already. */
  readonly already: number;
}

export interface RecallAnswer {
  readonly taken: readonly PurchaseOrderKey[];
  /** Versions that are not there, or that a later one replaced: they stay. */
  readonly kept: number;
}

/** What a supplier says it delivers of a line; `null`: nothing is known. */
export interface ConfirmationDraft {
  readonly ref: string;
  readonly quantity: number | null;
}

/** What leaves for the suppliers, and what they say of it. */
export interface PurchaseOrderMethods {
  /** What was sent for the days of a period, every version, oldest first. */
  'orders.sent': {
    input: { readonly from: IsoDate; readonly to: IsoDate };
    output: readonly PurchaseOrder[];
  };
  /**
   * Keeps the orders of suppliers (by name; absent: of all) as sent: they then move no more. With `corrections`,
   * orders that were sent get a new version with what is needed since.
   */
  'orders.send': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly suppliers?: readonly (string | null)[];
      readonly corrections?: boolean;
      readonly serviceLevel?: number;
      readonly costs?: MealCosts;
    };
    output: SendAnswer;
  };
  /** Takes versions back, the newest first; an order without a version can change again. */
  'orders.recall': { input: { readonly orders: readonly PurchaseOrderKey[] }; output: RecallAnswer };
  /** Keeps what suppliers say they deliver; answers what was known before. */
  'orders.confirm': {
    input: { readonly lines: readonly ConfirmationDraft[] };
    output: readonly ConfirmationDraft[];
  };
}
