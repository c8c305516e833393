import { z } from 'zod';
import type {
  AgeClass,
  FoodScope,
  KitchenRecord,
  PackRule,
  Portion,
  PortionRule,
  SiteDiners,
  SiteKind,
  Supplier,
} from '../../forecasting/domain/records.ts';
import { orderRuleSchema } from './order-rules.ts';
import type { Nothing } from './schema-parts.ts';
import { idSchema } from './schema-parts.ts';
import type { Sheet } from './sheets.ts';

/**
 * Where the amounts of a default portion were read: the decree of 30 September 2011, the booklet of vegetarian menus
 * of La Réunion, or (`usual`) nowhere.
 */
export type PortionSource = 'decree-2011' | 'reunion' | 'usual';

/** A food, the smallest class that shares portions and packs. */
export interface FoodRecord {
  readonly food: string;
  /** In the language asked for. */
  readonly name: string;
  /** In force: what was said, else the default. */
  readonly portion: Portion;
  readonly byDefault: Portion;
  readonly source: PortionSource;
  /** Classes whose default nobody has checked against a text. */
  readonly unverified: readonly AgeClass[];
  /** `null`: the default is in force; else somebody said it, by hand or in a file. */
  readonly said: 'by-hand' | 'imported' | null;
  /** Purchase factors where nobody stated one: of the whole food, or each of some of its dishes. Nobody checked them. */
  readonly usualFactors: readonly UsualFactor[];
  /** It weighs something else raw, and no factor is known for all of its dishes. */
  readonly factorUnknown: boolean;
  readonly factorQuestion: FactorQuestion;
  /** Defaults that some of its dishes have instead. */
  readonly variants: readonly { readonly name: string; readonly portion: Portion }[];
  /** Grams of one raw piece; `null`: it is not counted in raw pieces of a known weight. */
  readonly rawPiece: number | null;
}

export interface UsualFactor {
  /** In the language asked for: "riz", "épinards frais". */
  readonly name: string;
  readonly factor: number;
}

/** Why a purchase factor on record is to be looked at: out of bounds, or of what is counted in pieces. */
export type FactorQuestion = 'out-of-bounds' | 'of-pieces' | null;

/** A portion said for one dish. */
export interface DishPortionRecord extends PortionRule {
  readonly scope: Extract<FoodScope, { type: 'dish' }>;
  readonly name: string;
  readonly imported: boolean;
  /** What counts where its own factor is empty: that of its food, or a default; `null`: nothing is known. */
  readonly usualFactor: number | null;
  readonly factorUnknown: boolean;
  readonly factorQuestion: FactorQuestion;
}

export interface PackRecord extends PackRule {
  /** Of the dish or, in the language asked for, of the food. */
  readonly name: string;
  readonly imported: boolean;
}

/** Who eats at a site besides the children that are forecast, and where its meals come from. */
export interface SiteDinersRecord extends SiteDiners {
  readonly site: string;
  readonly siteKind: SiteKind;
  /** Somebody said so; else these are what a site of its kind has. */
  readonly said: boolean;
}

/** Everything between a head-count and an order. */
export interface Catalogue {
  readonly foods: readonly FoodRecord[];
  readonly dishes: readonly DishPortionRecord[];
  readonly packs: readonly PackRecord[];
  readonly suppliers: readonly Supplier[];
  readonly kitchens: readonly KitchenRecord[];
  readonly sites: readonly SiteDinersRecord[];
}

/** One thing that is said. `name`: a spelling of the dish that a rule is about; of foods it is left out. */
export type CatalogueEntry =
  | { readonly type: 'portion'; readonly rule: PortionRule; readonly name?: string }
  | { readonly type: 'pack'; readonly rule: PackRule; readonly name?: string }
  | { readonly type: 'supplier'; readonly supplier: Supplier }
  | { readonly type: 'kitchen'; readonly kitchen: KitchenRecord }
  | { readonly type: 'guests'; readonly diners: SiteDiners };

type New<T> = Omit<T, 'id'> & { readonly id: number | null };

/** A supplier or kitchen without an id is a new one. */
export type CatalogueDraft =
  | Extract<CatalogueEntry, { type: 'portion' | 'pack' | 'guests' }>
  | { readonly type: 'supplier'; readonly supplier: New<Supplier> }
  | {
      readonly type: 'kitchen';
      readonly kitchen: New<KitchenRecord>;
      /** All the sites that it cooks for. Absent: those that it cooks for already. */
      readonly siteIds?: readonly number[];
    };

/** What an entry is known by. */
export type CatalogueKey =
  | { readonly type: 'portion' | 'pack'; readonly scope: FoodScope }
  | { readonly type: 'supplier' | 'kitchen'; readonly id: number }
  | { readonly type: 'guests'; readonly siteId: number };

export interface SavedCatalogue {
  readonly saved: readonly CatalogueEntry[];
}

const name = z.string().trim().min(1).max(200);

/** Only the shape: whether an amount, share or count makes sense is for its use case to say. */
const amount = z.number().nullable();

const byClass = <T extends z.ZodType>(value: T) => z.strictObject({ M: value, E: value, C: value, A: value });

const unit = z.enum(['g', 'ml', 'piece']);

const scope = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('dish'), key: name }),
  z.strictObject({ type: z.literal('food'), food: name }),
]);

const portion = z.strictObject({ unit, amounts: byClass(amount), purchaseFactor: z.number().nullable() });

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
    siteIds: z.array(idSchema).max(10_000).exactOptional(),
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
  'catalogue.factor': z.strictObject({
    name,
    nature: z.enum(['food', 'dish']).exactOptional(),
    factor: z.number().nullable(),
  }),
  'catalogue.remove': z.strictObject({ keys: z.array(key).min(1).max(1_000) }),
};

export interface CatalogueMethods {
  /** Portions, packs, suppliers, kitchens and guests of the sites, as they are in force. */
  'catalogue.read': { input: Nothing; output: Catalogue };
  /** All or nothing. */
  'catalogue.save': { input: { readonly entries: readonly CatalogueDraft[] }; output: SavedCatalogue };
  /** States the purchase factor of a food or dish by its name, and keeps the rest of its portion; `null`: none. */
  'catalogue.factor': {
    input: { readonly name: string; readonly nature?: 'food' | 'dish'; readonly factor: number | null };
    output: SavedCatalogue;
  };
  /** A list as it is in force, to be changed in a spreadsheet and imported again. */
  'catalogue.export': {
    input: { readonly kind: 'packs' | 'portions'; readonly format: 'csv' | 'xlsx' };
    output: Sheet;
  };
  /** Answers what was removed, and what was said of it. */
  'catalogue.remove': {
    input: { readonly keys: readonly CatalogueKey[] };
    output: readonly CatalogueEntry[];
  };
}
