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
} from '../../forecasting/records.ts';

export type {
  AgeClass,
  ByAgeClass,
  FoodScope,
  KitchenKey,
  KitchenRecord,
  KitchenStock,
  PackContent,
  PackRule,
  PackSize,
  Portion,
  PortionRule,
  PortionUnit,
  SiteDiners,
  Supplier,
} from '../../forecasting/records.ts';

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
}

/** A portion said for one dish. */
export interface DishPortionRecord extends PortionRule {
  readonly scope: Extract<FoodScope, { type: 'dish' }>;
  readonly name: string;
  readonly imported: boolean;
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
  | { readonly type: 'kitchen'; readonly kitchen: New<KitchenRecord> };

/** What an entry is known by. */
export type CatalogueKey =
  | { readonly type: 'portion' | 'pack'; readonly scope: FoodScope }
  | { readonly type: 'supplier' | 'kitchen'; readonly id: number }
  | { readonly type: 'guests'; readonly siteId: number };

/** Undone by removing what was saved and saving what it replaced. */
export interface SavedCatalogue {
  readonly saved: readonly CatalogueEntry[];
  readonly replaced: readonly CatalogueEntry[];
}
