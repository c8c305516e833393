import { z } from 'zod';
import {
  beforeFrom,
  date,
  days,
  id,
  inOrder,
  levelTwice,
  oneLevel,
  planDays,
  serviceLevelOrCosts,
  tooLong,
} from './schema-parts.ts';

const places = {
  siteIds: z.array(id).min(1).max(10_000).exactOptional(),
  kitchenId: id.exactOptional(),
};

/** What the methods about dishes and order files take; spread into `schemas`, which checks it against the contract. */
export const dishPlanSchemas = {
  'plan.dishes': z
    .strictObject({ from: date, to: date, asOf: date.exactOptional(), ...places, ...serviceLevelOrCosts })
    .refine(inOrder, beforeFrom)
    .refine(oneLevel, levelTwice)
    .refine((period) => days(period) <= planDays, tooLong(planDays)),
  'orders.export': z
    .strictObject({
      kind: z.enum(['supplier', 'kitchen', 'delivery']),
      from: date,
      to: date,
      format: z.enum(['html', 'csv', 'xlsx', 'pdf']),
      ...places,
      ...serviceLevelOrCosts,
    })
    .refine(inOrder, beforeFrom)
    .refine(oneLevel, levelTwice)
    .refine((period) => days(period) <= planDays, tooLong(planDays)),
  'orders.reconcile': z.strictObject({ tickets: z.array(z.string().min(1)).min(1).max(50) }),
  'sheet.make': z
    .strictObject({
      date,
      sheet: z.enum(['production', 'delivery', 'roll-call']).exactOptional(),
      siteId: id.exactOptional(),
      kitchenId: id.exactOptional(),
      format: z.enum(['html', 'csv', 'xlsx', 'pdf']),
      ...serviceLevelOrCosts,
    })
    .refine(oneLevel, levelTwice)
    .refine(({ siteId, kitchenId }) => siteId === undefined || kitchenId === undefined, {
      path: ['kitchenId'],
      params: { problem: 'site-and-kitchen' },
    }),
};
