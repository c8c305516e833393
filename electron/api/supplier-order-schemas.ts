import { z } from 'zod';
import {
  beforeFrom,
  dateSchema,
  daysInPeriod,
  inOrder,
  levelTwice,
  oneLevel,
  planDays,
  serviceLevelOrCosts,
  tooLong,
} from './schema-parts.ts';

const supplier = z.string().min(1).max(200).nullable();
/** As the order files have it: the day, then what the line is about. */
const lineRef = /^\d{8}-[0-9A-F]{10}$/;

/** What the methods about sent orders take; spread into `schemas`, which checks it against the contract. */
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
      .array(z.strictObject({ ref: z.string().regex(lineRef), quantity: z.number().min(0).nullable() }))
      .min(1)
      .max(10_000),
  }),
};
