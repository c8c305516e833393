import { z } from 'zod';
import type { RollCallCounts } from './records.ts';
import { beforeFrom, count, date, days, id, inOrder, planDays, tooLong } from './schema-parts.ts';

export const person = z.string().trim().max(80);
const reason = z.string().trim().max(200);
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
const place = { siteId: id, date };
const period = z.strictObject({ from: date, to: date }).refine(inOrder, beforeFrom);

/** Together or by age class; adults may be counted apart in both cases. */
function areCounts({ all, M, E, C, A }: RollCallCounts): boolean {
  const byClass = [M, E, C].some((guests) => guests !== undefined);
  return all === undefined ? byClass || A !== undefined : !byClass;
}

const rollCallCounts = z
  .strictObject({
    all: count.exactOptional(),
    M: count.exactOptional(),
    E: count.exactOptional(),
    C: count.exactOptional(),
    A: count.exactOptional(),
  })
  .refine(areCounts, { params: { problem: 'roll-call-counts' } });

const rollCallDraft = z.strictObject({ ...place, counts: rollCallCounts.nullable() });

const overrideDraft = z.strictObject({
  ...place,
  quantity: count.nullable(),
  reason: reason.exactOptional(),
  by: person.nullable().exactOptional(),
  at: moment.exactOptional(),
});

/** What the methods about orders take; spread into `schemas`, which checks it against the contract. */
export const orderSchemas = {
  'orders.list': period,
  'orders.history': z.strictObject(place),
  'orders.override': z.strictObject({ overrides: z.array(overrideDraft).min(1).max(1_000) }),
  'orders.freeze': z
    .strictObject({
      from: date,
      to: date,
      siteIds: z.array(id).min(1).max(10_000).exactOptional(),
      confirmHolidays: z.boolean().exactOptional(),
    })
    .refine(inOrder, beforeFrom)
    .refine((dates) => days(dates) <= planDays, tooLong(planDays)),
  'orders.unfreeze': z.strictObject({
    versions: z
      // What `orders.freeze` and `orders.correct` answer is taken as it is: the quantity says nothing here.
      .array(z.object({ ...place, version: z.int().min(1) }))
      .min(1)
      .max(100_000),
  }),
  'orders.settleDeadlines': z.strictObject({ only: z.literal('orders').exactOptional() }),
  'orders.correct': z.strictObject({ ...place, quantity: count, reason: reason.exactOptional() }),
  'orders.rollCall': rollCallDraft,
  'orders.rollCalls': z.strictObject({ rollCalls: z.array(rollCallDraft).min(1).max(1_000) }),
  'orders.scores': period,
};
