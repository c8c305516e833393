import { z } from 'zod';
import type { IsoDate, Moment, OrderSending } from '../../forecasting/domain/records.ts';
import { dateSchema, idSchema, momentSchema, periodOfPlan } from './schema-parts.ts';

/** The last version of an order that somebody noted as sent. */
export type SentOrder = Omit<OrderSending, 'at'> & {
  /** Meals of that version. */
  readonly quantity: number;
  /** Meals more (or fewer) in force since; 0: what was sent stands. */
  readonly difference: number;
};

interface NotedVersion {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly version: number;
}

export interface SendingAnswer {
  readonly noted: readonly NotedVersion[];
  /** Versions that had been noted as sent already, and stay as they are. */
  readonly already: number;
  /** Orders of the period that nobody approved: they cannot have been sent. */
  readonly open: number;
}

interface Sites {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Absent: all. */
  readonly siteIds?: readonly number[];
}

export interface OrderSendingMethods {
  /** Notes that the approved orders of a period were sent: to whom, and when (by default now). */
  'orders.noteSent': {
    input: Sites & { readonly recipient: string; readonly sentAt?: Moment };
    output: SendingAnswer;
  };
  /** Takes that note from the versions in force. */
  'orders.noteUnsent': { input: Sites; output: { readonly removed: readonly NotedVersion[] } };
}

const sites = {
  from: dateSchema,
  to: dateSchema,
  siteIds: z.array(idSchema).min(1).max(10_000).exactOptional(),
};

export const recipientSchema = z.string().trim().min(1).max(60);

export const orderSendingSchemas = {
  'orders.noteSent': periodOfPlan(
    z.strictObject({ ...sites, recipient: recipientSchema, sentAt: momentSchema.exactOptional() }),
  ),
  'orders.noteUnsent': periodOfPlan(z.strictObject(sites)),
};
