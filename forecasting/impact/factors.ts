import type { Course, DishFamily, SiteKind } from '../domain/records.ts';

/** A number that turns meals into something else, with where it comes from. Every one can be replaced. */
export interface Factor {
  readonly value: number;
  readonly source: 'ADEME' | 'own' | 'weighed';
  /** Year of the source; `null`: the canteen's own. */
  readonly year: number | null;
}

/**
 * Kilograms of food in a meal, without dishes: ADEME's sheet on food waste, which it calls to be revised. Under 10
 * years; others at a satellite and where it is cooked.
 */
export const mealMass = { young: 0.53, satellite: 0.69, onSite: 0.735 } as const;

const young: readonly SiteKind[] = ['M', 'E', 'M/E', 'L'];

/** Kilograms of food in a meal of a site. `cooks`: the food is cooked where it is eaten. */
export const massOfMeal = (kind: SiteKind, cooks: boolean): number =>
  young.includes(kind) ? mealMass.young : cooks ? mealMass.onSite : mealMass.satellite;

/**
 * Euros a kilogram of food (ADEME: 0.23 € for 100 g), where the canteen's own cost of a meal is not known. Never to be
 * mixed with ADEME's 1.45 € a meal: the two do not fit together.
 */
export const eurosPerKilogram: Factor = { value: 2.3, source: 'ADEME', year: 2018 };

/** Kilograms of CO₂e a kilogram of food, up to the kitchen's door (ADEME's sheet, Base Carbone 2018). */
export const carbon = {
  starter: 1.7,
  beef: 36,
  veal: 21,
  lamb: 55,
  poultry: 5,
  pork: 7.4,
  duck: 10,
  egg: 2.6,
  fish: 8,
  seafood: 11,
  side: 1,
  dairy: 4,
  dessert: 2.5,
  bread: 1.5,
  unknown: 4,
} as const;
export type CarbonFood = keyof typeof carbon;
export const carbonYear = 2018;

const ofFamily: Readonly<Partial<Record<DishFamily, CarbonFood>>> = {
  poultry: 'poultry',
  pork: 'pork',
  egg: 'egg',
  fish: 'fish',
  starch: 'side',
  vegetable: 'side',
  cheese: 'dairy',
  dairy: 'dairy',
  bread: 'bread',
};
const ofCourse: Readonly<Partial<Record<Course, CarbonFood>>> = {
  starter: 'starter',
  side: 'side',
  dairy: 'dairy',
  dessert: 'dessert',
  bread: 'bread',
};

/** Which line of the table a dish is; red meat may be beef, veal or lamb, and is not guessed. */
export const carbonFood = (course: Course | null, family: DishFamily | null): CarbonFood =>
  (course === null ? undefined : ofCourse[course]) ??
  (family === null ? undefined : ofFamily[family]) ??
  'unknown';
