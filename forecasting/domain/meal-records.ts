import type { IsoDate } from './forecast-records.ts';
import type { AgeClass, WallTime } from './order-records.ts';

/** Who was served: children in one, or by class where the site tells them apart, and adults (`A`). */
export type DinerGroup = 'children' | AgeClass;
export type ByDinerGroup = Readonly<Partial<Record<DinerGroup, number>>>;

/** Why more or less was served than ordered. */
export const mealReasons = [
  'class-away',
  'strike',
  'disliked',
  'failed',
  'late',
  'over-delivered',
  'other',
] as const;
export type MealReason = (typeof mealReasons)[number];

/** What became of one dish, in portions; `null`: not recorded. */
export interface DishRecord {
  readonly dish: string;
  readonly prepared: number | null;
  readonly served: number | null;
  readonly left: number | null;
  readonly ranOut: boolean;
  /** `null`: it did not, or nobody noted when. */
  readonly ranOutAt: WallTime | null;
  /** Served again or given away: no waste. */
  readonly reused: number | null;
  readonly thrown: number | null;
  readonly reason: MealReason | null;
}

/** What was recorded after one meal at one site, the children served apart: these are attendance. Meals. */
export interface MealRecord {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly prepared: number | null;
  readonly left: number | null;
  /** The children are in attendance; by class here only where the site tells classes apart. */
  readonly served: ByDinerGroup;
  readonly seconds: ByDinerGroup;
  readonly reason: MealReason | null;
  readonly note: string;
  readonly dishes: readonly DishRecord[];
}

/** A value that another took the place of. */
export interface EarlierValue {
  /** Folded as it is compared; empty: of the meal. */
  readonly dish: string;
  readonly field: string;
  readonly value: number | string;
  readonly by: string | null;
  readonly at: string;
  readonly replacedAt: string;
}
