import type { IsoDate } from './forecast-records.ts';

/** What annexe I of the arrêté of 30 September 2011 asks of a dish. Fat: over 15 % fat; sugary: over 20 g of sugars. */
export const dishAttributes = [
  'raw-vegetable',
  'raw-fruit',
  'cooked-vegetable',
  'starch',
  'calcium-150',
  'calcium-100',
  'light-dairy',
  'unminced-meat',
  'fish',
  'under-70',
  'fat',
  'fried',
  'fat-over-protein',
  'sugary',
] as const;

export type DishAttribute = (typeof dishAttributes)[number];

/** The numbers of annexe I. */
export type Criterion = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;

/** Times in 20 successive served meals. */
export interface CriterionRule {
  readonly criterion: Criterion;
  readonly bound: 'least' | 'most' | 'exactly';
  readonly times: number;
}

/**
 * `depends`: some of the counted meals offer it only as a choice, or with a dish that nobody knows.
 * `not-yet`: fewer than 20 meals were served.
 */
export type BalanceVerdict = 'met' | 'not-met' | 'depends' | 'not-yet';

/** Parts of a meal that article 1 asks for; `starter-or-dessert`: one of the two at least. */
export type MealPart = 'main' | 'side' | 'dairy' | 'starter-or-dessert';

/** A served meal that lacks a part. */
export interface IncompleteMeal {
  readonly date: IsoDate;
  readonly missing: readonly MealPart[];
}
