import type { IsoDate } from './forecast-records.ts';

/**
 * Records of the way from a head-count to an order: who eats, how much, out of what pack, from whom. Values only.
 */
/** Whom a portion is for: `M` maternelle, `E` élémentaire, `C` collège, `A` adults. */
export type AgeClass = 'M' | 'E' | 'C' | 'A';

/** One value for each age class. */
export type ByAgeClass<T> = Readonly<Record<AgeClass, T>>;

export type PortionUnit = 'g' | 'ml' | 'piece';

/** What a rule is about: one dish (by `Dish.key`), or a food, the smallest class that shares portions and packs. */
export type FoodScope =
  | { readonly type: 'dish'; readonly key: string }
  | { readonly type: 'food'; readonly food: string };

/** What one guest is served, ready to eat. */
export interface Portion {
  readonly unit: PortionUnit;
  /** In `unit`; `null`: this class is not served it, or nobody said how much. */
  readonly amounts: ByAgeClass<number | null>;
  /**
   * Raw weight to buy for one of the weight served: bought = served × factor; 0.35 for rice, 1.35 for a roast.
   * `null`: nobody stated it. Of what is counted in pieces it is not used.
   */
  readonly purchaseFactor: number | null;
}

/** Bounds of a purchase factor that somebody enters; what earlier versions let in stays, and is asked about. */
export const purchaseFactorBounds = { least: 0.3, most: 4 } as const;

/** How the weight served of a dish became what is ordered of it; on one line of its purchase order. */
export interface LineYield {
  /** Ready to eat, in `unit`. */
  readonly served: number;
  /** To be bought, what is on hand included, in `unit`. */
  readonly bought: number;
  readonly unit: PortionUnit;
  /** `null`: unknown, and the weight served is what is ordered. */
  readonly factor: number | null;
  /** Nobody here has checked the factor: a default, or one out of bounds. */
  readonly toCheck: boolean;
}

/** What the whole packs of a dish hold; on one line of its purchase order. Portions, without the samples. */
export interface LinePacking {
  /** Bought and taken from stock, all that can be served of it. */
  readonly portions: number;
  /** Of them, those that only whole packs add and that cannot be kept for another day. */
  readonly rounding: number;
  /** Sites that it goes to. */
  readonly sites: number;
}

export interface PortionRule {
  readonly scope: FoodScope;
  readonly portion: Portion;
}

/** What one pack or container holds. Containers are filled for one age class at a time. */
export type PackContent =
  | { readonly type: 'amount'; readonly amount: number; readonly unit: PortionUnit }
  | { readonly type: 'portions'; readonly portions: ByAgeClass<number | null> };

export interface PackSize {
  /** As the kitchen calls it: "GN 1/3", "sac 2,5 kg". */
  readonly name: string;
  readonly content: PackContent;
  /** Euros for one pack; `null` when nobody said. */
  readonly price: number | null;
}

/** Where food is cooked and kept: a kitchen, or a site that cooks for itself. */
export type KitchenKey = `kitchen-${number}` | `site-${number}`;

/** What one place has on hand. */
export interface KitchenStock {
  readonly place: KitchenKey;
  /** Above 0, in the unit of the packs' content (portions for containers of portions). */
  readonly amount: number;
}

/** How a food or dish is bought or carried. */
export interface PackRule {
  readonly scope: FoodScope;
  readonly supplierId: number | null;
  /** The sizes that may be mixed in one order; at least one. */
  readonly sizes: readonly PackSize[];
  /** Fewest packs of one order, all sizes together; 0 when there is no minimum. */
  readonly minimum: number;
  /** On hand already; a place is named once at most. */
  readonly stocks: readonly KitchenStock[];
  /** What is left over can be kept for another day: it is surplus, but no waste. */
  readonly keeps: boolean;
}

export interface Supplier {
  readonly id: number;
  readonly name: string;
  /** When its orders must be in; `null`: by the rule of each site. */
  readonly rule: OrderRule | null;
}

export interface KitchenRecord {
  readonly id: number;
  readonly name: string;
  /** Its sites can exchange trays on the day: the service level is that of their sum. */
  readonly pools: boolean;
}

/** Who eats at one site besides the children that are forecast. Counts only: diets are health data. */
export interface SiteDiners {
  readonly siteId: number;
  /** `null`: the site cooks for itself. */
  readonly kitchenId: number | null;
  /** Shares of the children by class, adding up to 1; `null`: by the kind of the site. */
  readonly shares: ByAgeClass<number> | null;
  /** Adults who eat on an ordinary day. */
  readonly adults: number;
  /** Children of each diet on an ordinary day. `allergy` (PAI): they bring or get a meal of their own. */
  readonly diets: { readonly noPork: number; readonly vegetarian: number; readonly allergy: number };
  /** Meals kept aside for the laboratory (plats témoins), of each dish. */
  readonly samples: number;
  readonly note: string;
}

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A wall-clock time, `HH:MM`. */
export type WallTime = string;

export interface WeeklyDeadline {
  readonly weekday: Weekday;
  readonly at: WallTime;
  readonly serves: readonly Weekday[];
  /**
   * Whole weeks (Monday to Sunday) between the deadline's week and the served one: 1 is "the week before".
   * Absent: the latest such weekday that is not after the day served.
   */
  readonly weeksBefore?: number;
}

/** When a site's order must be in. Calendar days: holidays do not move a deadline. */
export type OrderRule =
  | { readonly type: 'lead'; readonly days: number; readonly at: WallTime }
  | { readonly type: 'weekly'; readonly deadlines: readonly WeeklyDeadline[] };

export interface Deadline {
  readonly date: IsoDate;
  readonly time: WallTime;
}

/** One line of an order to a supplier, as it is written down when it is sent: one size of one product for one kitchen. */
export interface OrderedLine {
  /** The same for this supplier, day, kitchen, product and size whenever the order is made again. */
  readonly ref: string;
  /** The kitchen, by its name. */
  readonly placeName: string;
  readonly dish: string;
  readonly key: string;
  /** `null`: no pack is set; the line orders by `amount` and `unit`, or by portions. */
  readonly size: string | null;
  /** Packs; without a size the amount, or the portions. Once the order was sent, what was sent. */
  readonly quantity: number;
  readonly unit: PortionUnit | 'pack' | 'portion';
  /** In the dish's unit: what the packs hold. `null` without a portion. */
  readonly amount: number | null;
  readonly amountUnit: PortionUnit | null;
  /** On the first line of a dish; `null`: the weight served is what is bought, or nothing was kept of it. */
  readonly yield: LineYield | null;
  /** On the first line of a dish: what its packs hold; `null`: no packs are bought, or nothing was kept of it. */
  readonly packing: LinePacking | null;
  readonly price: number | null;
  /** When it must be in, by the supplier's rule, else by the first deadline of the sites. */
  readonly deadline: Deadline | null;
  /** Last day whose records the forecast behind it could see: never later than the eve of the deadline. */
  readonly asOf: IsoDate;
}
