import { z } from 'zod';
import type { OrderRule } from '../../forecasting/domain/records.ts';
import type { OrderRuleRecord } from './plan.ts';
import type { Nothing } from './schema-parts.ts';
import { idSchema, nothing } from './schema-parts.ts';

const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);

const time = z.string().max(5);

/** The shape of an order rule; whether it makes sense is for its use case to say. */
export const orderRuleSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('lead'), days: z.int(), at: time }),
  z.strictObject({
    type: z.literal('weekly'),
    deadlines: z
      .array(
        z.strictObject({
          weekday,
          at: time,
          serves: z.array(weekday).max(7),
          weeksBefore: z.int().exactOptional(),
        }),
      )
      .max(7),
  }),
]);

export interface OrderRulesMethods {
  'orderRules.list': { input: Nothing; output: readonly OrderRuleRecord[] };
  /** A rule of `null` forgets what was saved. Answers the rules as they are then. */
  'orderRules.save': {
    input: { readonly siteId: number | null; readonly rule: OrderRule | null };
    output: readonly OrderRuleRecord[];
  };
}

/** What the methods take, checked at the border before a use case sees it. */
export const orderRulesSchemas = {
  'orderRules.list': nothing,
  'orderRules.save': z.strictObject({ siteId: idSchema.nullable(), rule: orderRuleSchema.nullable() }),
};
