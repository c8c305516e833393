import type { DishSummary } from '../../../electron/api/records.ts';
import { foldForSearch } from '../../format/fold.ts';

export type DishFilter = 'all' | 'unknown' | 'corrected';

const FILTERS: Record<DishFilter, (dish: DishSummary) => boolean> = {
  all: () => true,
  unknown: ({ family }) => family === null,
  corrected: ({ byHand, merged }) => byHand || merged.length > 0,
};

/** Dishes with the words under any of their names, as written in the files or as shown. */
export function findDishes(dishes: readonly DishSummary[], words: string): readonly DishSummary[] {
  const wanted = foldForSearch(words);
  if (wanted === '') return dishes;
  return dishes.filter(({ name, spellings }) =>
    [name, ...spellings].some((text) => foldForSearch(text).includes(wanted)),
  );
}

/** Those that the filter lets through; `kept` stay whatever it says: a list must not lose the line one works on. */
export function filterDishes(
  dishes: readonly DishSummary[],
  filter: DishFilter,
  kept: ReadonlySet<string>,
): readonly DishSummary[] {
  return dishes.filter((dish) => FILTERS[filter](dish) || kept.has(dish.key));
}
