import { z } from 'zod';
import { orderRuleSchema } from './order-rule-schema.ts';
import { idSchema } from './schema-parts.ts';

const name = z.string().trim().min(1).max(200);
/** Only the shape: whether an amount, share or count makes sense is for its use case to say. */
const amount = z.number().nullable();

const byClass = <T extends z.ZodType>(value: T) => z.strictObject({ M: value, E: value, C: value, A: value });
const unit = z.enum(['g', 'ml', 'piece']);

const scope = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('dish'), key: name }),
  z.strictObject({ type: z.literal('food'), food: name }),
]);

const portion = z.strictObject({ unit, amounts: byClass(amount), cookingLoss: z.number() });

const content = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('amount'), amount: z.number(), unit }),
  z.strictObject({ type: z.literal('portions'), portions: byClass(amount) }),
]);

const place = z.templateLiteral([z.enum(['kitchen', 'site']), '-', z.int().positive()]);

const packRule = z.strictObject({
  scope,
  supplierId: idSchema.nullable(),
  sizes: z.array(z.strictObject({ name: z.string().trim().max(200), content, price: amount })).max(100),
  minimum: z.number(),
  stocks: z.array(z.strictObject({ place, amount: z.number() })).max(10_000),
  keeps: z.boolean(),
});

const diners = z.strictObject({
  siteId: idSchema,
  kitchenId: idSchema.nullable(),
  shares: byClass(z.number()).nullable(),
  adults: z.number(),
  diets: z.strictObject({ noPork: z.number(), vegetarian: z.number(), allergy: z.number() }),
  samples: z.number(),
  note: z.string().trim().max(2_000),
});

const entry = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('portion'),
    rule: z.strictObject({ scope, portion }),
    name: name.exactOptional(),
  }),
  z.strictObject({ type: z.literal('pack'), rule: packRule, name: name.exactOptional() }),
  z.strictObject({
    type: z.literal('supplier'),
    supplier: z.strictObject({ id: idSchema.nullable(), name, rule: orderRuleSchema.nullable() }),
  }),
  z.strictObject({
    type: z.literal('kitchen'),
    kitchen: z.strictObject({ id: idSchema.nullable(), name, pools: z.boolean() }),
  }),
  z.strictObject({ type: z.literal('guests'), diners }),
]);

const key = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['portion', 'pack']), scope }),
  z.strictObject({ type: z.enum(['supplier', 'kitchen']), id: idSchema }),
  z.strictObject({ type: z.literal('guests'), siteId: idSchema }),
]);

/** What the methods about portions, packs, suppliers, kitchens and guests take. */
export const catalogueSchemas = {
  'catalogue.read': z.strictObject({}),
  'catalogue.save': z.strictObject({ entries: z.array(entry).min(1).max(1_000) }),
  'catalogue.export': z.strictObject({
    kind: z.enum(['packs', 'portions']),
    format: z.enum(['csv', 'xlsx']),
  }),
  'catalogue.remove': z.strictObject({ keys: z.array(key).min(1).max(1_000) }),
};
