import { z } from 'zod';
import type { DishFamily, DishMarker, IsoDate } from '../../forecasting/domain/records.ts';
import type { Nothing } from './schema-parts.ts';
import { name, nothing } from './schema-parts.ts';

/** One dish of the menus under all its spellings. */
export interface DishSummary {
  readonly key: string;
  readonly name: string;
  /** `null`: no rule knows it and nobody has said. */
  readonly family: DishFamily | null;
  /** The family was corrected by hand. */
  readonly byHand: boolean;
  readonly markers: readonly DishMarker[];
  /** Days on which it was on a menu or served. */
  readonly times: number;
  readonly lastServed: IsoDate;
  /** As written in the files, the most frequent first. */
  readonly spellings: readonly string[];
  /** Dishes of another name that someone said to be this one. */
  readonly merged: readonly { readonly key: string; readonly name: string }[];
}

/** A correction by hand, remembered for later imports too; `null` takes it back. */
export type DishCorrection =
  | { readonly key: string; readonly family: DishFamily | null }
  | { readonly key: string; readonly sameAs: string | null };

/** What a dish mainly is; the words are those of `DishFamily`. */
export const dishFamilies = [
  'fish',
  'red-meat',
  'poultry',
  'pork',
  'vegetarian',
  'egg',
  'starch',
  'vegetable',
  'raw-vegetable',
  'soup',
  'savoury-pastry',
  'cheese',
  'dairy',
  'fruit',
  'pastry',
  'bread',
  'condiment',
  'note',
] as const;

export interface DishesMethods {
  'dishes.list': { input: Nothing; output: readonly DishSummary[] };
  /** Answers the dish as it is then. */
  'dishes.correct': { input: DishCorrection; output: DishSummary };
}

/** What the methods take, checked at the border before a use case sees it. */
export const dishesSchemas = {
  'dishes.list': nothing,
  'dishes.correct': z.union([
    z.strictObject({ key: name, family: z.enum(dishFamilies).nullable() }),
    z.strictObject({ key: name, sameAs: name.nullable() }),
  ]),
};
