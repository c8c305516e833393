import { z } from 'zod';
import type { IsoDate, Moment } from '../../forecasting/domain/records.ts';
import type { PurchaseOrderLine, SentStamp } from './dish-plan.ts';
import type { MealCosts } from './schema-parts.ts';
import {
  beforeFrom,
  dateSchema,
  daysInPeriod,
  inOrder,
  levelTwice,
  momentSchema,
  oneLevel,
  planDays,
  serviceLevelOrCosts,
  tooLong,
} from './schema-parts.ts';

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
    | 'yield'
    | 'packing'
    | 'price'
    | 'deadline'
    | 'asOf'
  >[];
}

export interface SendAnswer {
  /** Given to `orders.recall` they are taken back. */
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
      /** When a person sent them; absent: now. */
      readonly sentAt?: Moment;
      readonly serviceLevel?: number;
      readonly costs?: MealCosts;
    };
    output: SendAnswer;
  };
  /** Takes versions back, the newest first; an order without a version can change again. */
  'orders.recall': { input: { readonly orders: readonly PurchaseOrderKey[] }; output: RecallAnswer };
  /** Keeps what suppliers say they deliver. */
  'orders.confirm': { input: { readonly lines: readonly ConfirmationDraft[] }; output: null };
}

const supplier = z.string().min(1).max(200).nullable();

/** As the order files have it: the day, then what the line is about. */
const lineRef = /^\d{8}-[0-9A-F]{10}$/;

/** What the methods about sent orders take; spread into `schemas`, which checks it against the contract. */
/** More of one line, in its unit, is a slip. */
const largestQuantity = 1_000_000;

export const purchaseOrderSchemas = {
  'orders.sent': z
    .strictObject({ from: dateSchema, to: dateSchema })
    .refine(inOrder, beforeFrom)
    .refine((period) => daysInPeriod(period) <= planDays, tooLong(planDays)),
  'orders.send': z
    .strictObject({
      from: dateSchema,
      to: dateSchema,
      suppliers: z.array(supplier).min(1).max(1_000).exactOptional(),
      corrections: z.boolean().exactOptional(),
      sentAt: momentSchema.exactOptional(),
      ...serviceLevelOrCosts,
    })
    .refine(inOrder, beforeFrom)
    .refine(oneLevel, levelTwice)
    .refine((period) => daysInPeriod(period) <= planDays, tooLong(planDays)),
  'orders.recall': z.strictObject({
    orders: z
      .array(z.strictObject({ supplier, date: dateSchema, version: z.int().min(1) }))
      .min(1)
      .max(10_000),
  }),
  'orders.confirm': z.strictObject({
    lines: z
      .array(
        z.strictObject({
          ref: z.string().regex(lineRef),
          quantity: z.number().min(0).max(largestQuantity).nullable(),
        }),
      )
      .min(1)
      .max(10_000),
  }),
};
