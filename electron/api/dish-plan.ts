import { z } from 'zod';
import type {
  AgeClass,
  ByAgeClass,
  Course,
  FloorRule,
  IsoDate,
  KitchenKey,
  LineYield,
  Moment,
  OrderedLine,
  PortionUnit,
  SiteKind,
} from '../../forecasting/domain/records.ts';
import type { DishPlaces, LevelOrCosts } from './schema-parts.ts';
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
import type { Sheet, SheetFormat } from './sheets.ts';
import type { OrderReconciliation } from './supplier-replies.ts';

export interface PackCount {
  /** As the kitchen calls it: "GN 1/3". */
  readonly size: string;
  readonly count: number;
}

/** Containers are filled for one class at a time. */
export interface ClassPacks {
  readonly age: AgeClass;
  readonly packs: readonly PackCount[];
}

/** What whole packs leave over. */
export interface DishSurplus {
  /** Portions that it makes; whole for containers. */
  readonly portions: number;
  /** As bought, in the dish's unit; `null` without a portion. */
  readonly amount: number | null;
  /** The same, ready to eat. */
  readonly served: number | null;
  /** Its part of what the packs cost; `null` without a price. */
  readonly euros: number | null;
  /** Room left in containers: food only where they are filled up. */
  readonly room: boolean;
  /** It can be kept for another day: no waste. */
  readonly keeps: boolean;
}

/** In the unit of the packs; portions of containers. */
export interface StockTaken {
  readonly amount: number;
  readonly unit: PortionUnit | 'portion';
}

export type DishProblemCode =
  /** Nobody said how much of it one guest eats. */
  | 'no-portion'
  /** Said for some classes, but not for one that eats here. */
  | 'no-class-portion'
  /** No pack and no container: it is ordered by weight or by portions. */
  | 'no-pack'
  /** No container is said to hold portions of a class that eats here. */
  | 'no-container'
  /** Its packs are counted in another unit than its portion. */
  | 'other-unit'
  /** Children who may not eat it, and nothing on the course that they may. */
  | 'no-substitute'
  /** The supplier says that it delivers less than is needed. */
  | 'short-delivery';

/** What stands in the way of a full line; the rest of the plan is not touched. */
export interface DishProblem {
  readonly code: DishProblemCode;
  /** In the caller's language. */
  readonly message: string;
  readonly remedy: string;
}

/** How much of a dish is made, in portions, in weight and in packs. */
export interface DishQuantities {
  readonly portions: number;
  /** Children and adults by class; with the samples they add up to `portions`. */
  readonly byClass: ByAgeClass<number>;
  /** Kept aside for the laboratory. */
  readonly samples: number;
  /** What one guest of each class gets, in `unit`; `null` where nobody said. */
  readonly portion: ByAgeClass<number | null>;
  readonly unit: PortionUnit | null;
  /** Ready to eat, in `unit`; `null` without a portion. */
  readonly served: number | null;
  /** To be bought, in `unit`: served × purchase factor, where one is known. */
  readonly bought: number | null;
  /** How the one became the other; `null`: they are the same. */
  readonly yield: LineYield | null;
  /** Bought or filled: what is taken from stock comes on top. */
  readonly packs: readonly PackCount[];
  /** Taken from what the place has on hand; `null`: nothing. */
  readonly fromStock: StockTaken | null;
  /** The packs by class, for containers; empty for other packs. */
  readonly containers: readonly ClassPacks[];
  /** `null` without packs. */
  readonly surplus: DishSurplus | null;
  /** Euros of the packs; `null` where a price is missing or there are no packs. */
  readonly euros: number | null;
  readonly problems: readonly DishProblem[];
}

/** Which dish of which day. */
export interface PlannedDish {
  readonly date: IsoDate;
  /** As the menu writes it. */
  readonly dish: string;
  /** The same for every spelling. */
  readonly key: string;
  readonly course: Course | null;
  /** Dishes among which guests choose share a number on one day; `null`: everybody gets it. */
  readonly choice: number | null;
  /** Place in the order of service, from 1. */
  readonly rank: number;
}

/** One dish at one site. */
export interface DishRow extends PlannedDish, DishQuantities {
  readonly siteId: number;
  readonly site: string;
  readonly siteKind: SiteKind;
  /** Names the kitchen that cooks it: `kitchens[].place`. */
  readonly place: KitchenKey;
  /** Portions asked for by children and adults: expected, and the range of about 80 % of the days. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly serviceLevel: number;
  /** Share of the guests who take it. */
  readonly share: number;
  /** The rule that tells it here, having been clearly better on its own past; `null`: the model does. */
  readonly rule: FloorRule | null;
  /** Children of each diet who are counted for it, in place of a dish that they may not eat. */
  readonly seats: { readonly noPork: number; readonly vegetarian: number };
  /** Children of each diet for whom its course has nothing; said at the first dish of the course. */
  readonly without: { readonly noPork: number; readonly vegetarian: number };
}

/** One dish of one kitchen, for all its sites together. */
export interface KitchenDish extends PlannedDish, DishQuantities {
  readonly place: KitchenKey;
  /** Sites that it goes to. */
  readonly sites: number;
}

/** Where food is cooked: a kitchen, or a site that cooks for itself. */
export interface Kitchen {
  readonly place: KitchenKey;
  readonly kitchenId: number | null;
  /** The site of that name that cooks for itself; `null` for a kitchen. */
  readonly siteId: number | null;
  readonly name: string;
  /** Its sites can exchange trays: they share one margin. */
  readonly pools: boolean;
  readonly siteIds: readonly number[];
}

/** How the order that a line belongs to left: sent by a person, or kept as it stood at its deadline. */
export interface SentStamp {
  /** From 1; the last is in force. */
  readonly version: number;
  readonly at: Moment;
  /** `null`: the clock, or somebody without a name. */
  readonly by: string | null;
  /** Nobody sent it: it is what stood at the deadline. */
  readonly automatic: boolean;
}

/** One line of an order: one size of one product for one kitchen and day. */
export interface PurchaseOrderLine extends OrderedLine {
  readonly supplierId: number | null;
  readonly supplier: string | null;
  /** `null`: the kitchen is gone since the order was sent. */
  readonly place: KitchenKey | null;
  readonly date: IsoDate;
  readonly euros: number | null;
  /** `null`: it can still change. */
  readonly sent: SentStamp | null;
  /** The quantity of the version before this one; `null` where there is none. */
  readonly before: number | null;
  /** How much more (or less) than `quantity` the plan asks for since it was sent. */
  readonly correction: number;
  /** How much the supplier says it delivers; `null`: it said nothing. */
  readonly confirmed: number | null;
}

/** What one site eats on one day. */
export interface SiteMeals {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly place: KitchenKey;
  /** Children by class, those with a meal of their own too; and adults. */
  readonly byClass: ByAgeClass<number>;
  /** `null`: not known, as the site counts portions and no guests; `byClass` has none of them then. */
  readonly children: number | null;
  readonly adults: number;
  readonly diets: { readonly noPork: number; readonly vegetarian: number; readonly allergy: number };
  readonly samples: number;
  readonly note: string;
  /** Counted in the morning; the order may say otherwise. */
  readonly counted: boolean;
}

export interface DishPlan {
  readonly asOf: IsoDate;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly serviceLevel: number;
  readonly places: readonly Kitchen[];
  readonly meals: readonly SiteMeals[];
  /** By date, site and order of service. */
  readonly rows: readonly DishRow[];
  readonly kitchens: readonly KitchenDish[];
  readonly suppliers: readonly PurchaseOrderLine[];
  /** Days on which sites serve, but no menu is known. */
  readonly noMenu: readonly IsoDate[];
}

/** The dishes of one site on one day, as its sheet has them. */
export interface SiteDishes {
  /** In serving order. */
  readonly rows: readonly DishRow[];
  /** The site counts portions and no guests: how many come is not known. */
  readonly portionsAlone: boolean;
}

/** The plan as a file: for whoever delivers the food, cooks it, or takes it to the sites. */
export type OrderFileKind = 'supplier' | 'kitchen' | 'delivery';

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
  'sheet.dishes': z.strictObject({ date: dateSchema, siteId: idSchema }),
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

export interface DishPlanMethods {
  /** Quantities by dish, from portions to packs, for each site, kitchen and supplier. Absent places: all. */
  'plan.dishes': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly asOf?: IsoDate;
    } & DishPlaces &
      LevelOrCosts;
    output: DishPlan;
  };
  'sheet.dishes': {
    input: { readonly date: IsoDate; readonly siteId: number };
    output: SiteDishes;
  };
  /** Orders by supplier, production by kitchen, or deliveries by site, as a file. */
  'orders.export': {
    input: {
      readonly kind: OrderFileKind;
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly format: SheetFormat;
    } & DishPlaces &
      LevelOrCosts;
    output: Sheet;
  };
  /** Order files as suppliers sent them back, compared with what was sent line by line. Changes nothing. */
  'orders.reconcile': {
    input: { readonly tickets: readonly string[] };
    output: readonly OrderReconciliation[];
  };
}
