import { z } from 'zod';
import {
  beforeFrom,
  dateSchema,
  daysInPeriod,
  idSchema,
  inOrder,
  levelTwice,
  oneLevel,
  planDays,
  serviceLevelOrCosts,
  tooLong,
} from './schema-parts.ts';

const places = {
  siteIds: z.array(idSchema).min(1).max(10_000).exactOptional(),
  kitchenId: idSchema.exactOptional(),
};

/** What the methods about dishes and order files take; spread into `schemas`, which checks it against the contract. */
export const dishPlanSchemas = {
  'plan.dishes': z
    .strictObject({
      from: dateSchema,
      to: dateSchema,
      asOf: dateSchema.exactOptional(),
      ...places,
      ...serviceLevelOrCosts,
    })
    .refine(inOrder, beforeFrom)
    .refine(oneLevel, levelTwice)
    .refine((period) => daysInPeriod(period) <= planDays, tooLong(planDays)),
  'orders.export': z
    .strictObject({
      kind: z.enum(['supplier', 'kitchen', 'delivery']),
      from: dateSchema,
      to: dateSchema,
      format: z.enum(['html', 'csv', 'xlsx', 'pdf']),
      ...places,
      ...serviceLevelOrCosts,
    })
    .refine(inOrder, beforeFrom)
    .refine(oneLevel, levelTwice)
    .refine((period) => daysInPeriod(period) <= planDays, tooLong(planDays)),
  'orders.reconcile': z.strictObject({ tickets: z.array(z.string().min(1)).min(1).max(50) }),
  'sheet.make': z
    .strictObject({
      date: dateSchema,
      sheet: z.enum(['production', 'delivery', 'roll-call']).exactOptional(),
      siteId: idSchema.exactOptional(),
      kitchenId: idSchema.exactOptional(),
      format: z.enum(['html', 'csv', 'xlsx', 'pdf']),
      ...serviceLevelOrCosts,
    })
    .refine(oneLevel, levelTwice)
    .refine(({ siteId, kitchenId }) => siteId === undefined || kitchenId === undefined, {
      path: ['kitchenId'],
      params: { problem: 'site-and-kitchen' },
    }),
};
