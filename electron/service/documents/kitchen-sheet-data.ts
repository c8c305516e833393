import type {
  DishRow,
  Flag,
  IsoDate,
  Kitchen,
  KitchenDish,
  Revision,
  SentOrder,
  SiteKind,
  SiteMeals,
} from '../../api/records.ts';

/** The order behind a sheet, where somebody (or the clock) froze it. */
export interface OrderStamp {
  readonly version: number;
  /** `YYYY-MM-DDTHH:MM`. */
  readonly at: string;
  /** `null`: nobody said who, or the deadline passed. */
  readonly by: string | null;
  readonly automatic: boolean;
  /** Meals that were approved, where the order was corrected since; `null`: it stands as approved. */
  readonly approvedQuantity: number | null;
  /** Meals more (or fewer) than those; 0 where nothing was corrected. */
  readonly correction: number;
  /** `null`: nobody noted that it was sent. */
  readonly sending: SentOrder | null;
}

/** One site that eats what a place cooks. */
export interface SheetTable {
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly meals: SiteMeals;
  readonly dishes: readonly DishRow[];
  readonly flags: readonly Flag[];
  readonly stamp: OrderStamp | null;
  /** Of a day that is past: no order is on record, so what stands here was never ordered. */
  readonly unrecorded: boolean;
  /** What became known since asks for another quantity. */
  readonly revision: Revision | null;
  /** Each freeze, correction and roll-call makes new sheets. From 1. */
  readonly version: number;
}

/** A kitchen, or a site that cooks for itself, with the sites that eat there. */
export interface KitchenPart {
  readonly place: Kitchen;
  readonly dishes: readonly KitchenDish[];
  /** At least one. */
  readonly tables: readonly SheetTable[];
}

/** What production sheets, delivery notes and roll-calls of one day show. */
export interface KitchenSheet {
  readonly date: IsoDate;
  /** `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string;
  /** What to know before the orders are trusted, in the language of the sheet. */
  readonly warnings: readonly string[];
  readonly places: readonly KitchenPart[];
}
