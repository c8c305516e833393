import { z } from 'zod';
import type { PanelMethods } from './panel-records.ts';
import { dateSchema, idSchema, serviceLevelSchema } from './schema-parts.ts';

/** More than any canteen has children. */
const people = z.int().min(0).max(5_000);

/** What the methods about one cell of the week take. */
export const panelSchemas = {
  'plan.past': z.strictObject({ siteId: idSchema, date: dateSchema }),
  'plan.whatIf': z.strictObject({
    siteId: idSchema,
    date: dateSchema,
    away: people,
    guests: people,
    serviceLevel: serviceLevelSchema.exactOptional(),
  }),
  'plan.dishDays': z.strictObject({
    siteId: idSchema,
    date: dateSchema,
    key: z.string().trim().min(1).max(200).exactOptional(),
  }),
} satisfies { readonly [M in keyof PanelMethods]: z.ZodType<PanelMethods[M]['input']> };
