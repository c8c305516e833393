import { z } from 'zod';
import type { HeadCountByClass } from './records.ts';
import {
  beforeFrom,
  countSchema,
  dateSchema,
  daysInPeriod,
  idSchema,
  inOrder,
  planDays,
  tooLong,
} from './schema-parts.ts';

export const personSchema = z.string().trim().max(80);
const reason = z.string().trim().max(200);
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
const place = { siteId: idSchema, date: dateSchema };
const period = z.strictObject({ from: dateSchema, to: dateSchema }).refine(inOrder, beforeFrom);

/** Together or by age class; adults may be counted apart in both cases. */
function areCounts({ all, M, E, C, A }: HeadCountByClass): boolean {
  const byClass = [M, E, C].some((diners) => diners !== undefined);
  return all === undefined ? byClass || A !== undefined : !byClass;
}

const headCountByClass = z
  .strictObject({
    all: countSchema.exactOptional(),
    M: countSchema.exactOptional(),
    E: countSchema.exactOptional(),
    C: countSchema.exactOptional(),
    A: countSchema.exactOptional(),
  })
  .refine(areCounts, { params: { problem: 'roll-call-counts' } });

const headCountDraft = z.strictObject({ ...place, counts: headCountByClass.nullable() });

const overrideDraft = z.strictObject({
  ...place,
  quantity: countSchema.nullable(),
  reason: reason.exactOptional(),
  by: personSchema.nullable().exactOptional(),
  at: moment.exactOptional(),
});

/** What the methods about orders take; spread into `schemas`, which checks it against the contract. */
export const orderSchemas = {
  'orders.list': period,
  'orders.history': z.strictObject(place),
  'orders.override': z.strictObject({ overrides: z.array(overrideDraft).min(1).max(1_000) }),
  'orders.approve': z
    .strictObject({
      from: dateSchema,
      to: dateSchema,
      siteIds: z.array(idSchema).min(1).max(10_000).exactOptional(),
      confirmHolidays: z.boolean().exactOptional(),
    })
    .refine(inOrder, beforeFrom)
    .refine((dates) => daysInPeriod(dates) <= planDays, tooLong(planDays)),
  'orders.reopen': z.strictObject({
    versions: z
      // What `orders.freeze` and `orders.correct` answer is taken as it is: the quantity says nothing here.
      .array(z.object({ ...place, version: z.int().min(1) }))
      .min(1)
      .max(100_000),
  }),
  'orders.settleDeadlines': z.strictObject({ only: z.literal('orders').exactOptional() }),
  'orders.revise': z.strictObject({ ...place, quantity: countSchema, reason: reason.exactOptional() }),
  'orders.headCount': headCountDraft,
  'orders.headCounts': z.strictObject({ headCounts: z.array(headCountDraft).min(1).max(1_000) }),
  'orders.scores': period,
};
