import { z } from 'zod';
import { readMenu } from '../../../db/menus.ts';
import type { Database, ReadonlyDatabase } from '../../../db/open.ts';
import { readSetting, saveSetting } from '../../../db/settings.ts';
import {
  familyFrequencies,
  lastMeals,
  mealsCounted,
  recalledTargets,
  verdictOf,
} from '../../../forecasting/dishes/frequencies.ts';
import type { Meal } from '../../../forecasting/dishes/meals.ts';
import { menuOfSite } from '../../../forecasting/dishes/menu-of-site.ts';
import type { Input, Output } from '../../api/contract.ts';
import { dishFamilies } from '../../api/dishes.ts';
import type { DishFamily, FrequencyRow, IsoDate, MenuDish, MenuFrequencies } from '../../api/records.ts';
import { DishIndex } from '../dishes/dish-index.ts';

const limitsKey = 'menu-limits';
const times = z.int().min(0).max(mealsCounted).nullable();
/** What cannot be read, from a newer version, counts as never set. */
const limits = z.partialRecord(z.enum(dishFamilies), z.object({ least: times, most: times })).catch({});
type Limits = z.infer<typeof limits>;

const readLimits = (db: ReadonlyDatabase): Limits => limits.parse(readSetting(db, limitsKey));

/** Sets the limits of one family, or goes back to the recalled ones. */
export function saveLimit(
  { db }: { readonly db: Database },
  { family, limit }: Input<'menus.limit'>,
): Output<'menus.limit'> {
  const { [family]: _, ...others } = readLimits(db);
  saveSetting(db, limitsKey, limit === null ? others : { ...others, [family]: limit });
  return null;
}

/** Each day's menu of a site, or (`null`) of every site. */
function allMeals(db: ReadonlyDatabase, siteId: number | null): readonly Meal<MenuDish>[] {
  const index = new DishIndex(db);
  const days = Map.groupBy(readMenu(db), ({ date }) => date);
  return [...days].map(([date, items]) => ({
    date,
    dishes: menuOfSite(items, siteId).map((item) => index.menuDish(item)),
  }));
}

function rowsOf(meals: readonly Meal<MenuDish>[], set: Limits): readonly FrequencyRow[] {
  const found = new Map(familyFrequencies(meals).map((row) => [row.family, row.meals]));
  const row = (family: DishFamily): FrequencyRow => {
    const own = found.get(family) ?? [];
    const byHand = set[family];
    const recalled = recalledTargets.find((target) => target.family === family);
    const { least = null, most = null } = byHand ?? recalled ?? {};
    return {
      family,
      times: own.length,
      byChoice: own.filter(({ byChoice }) => byChoice).length,
      least,
      most,
      byHand: byHand !== undefined,
      verdict: verdictOf(own.length, meals.length, { least, most }),
      meals: own,
    };
  };
  return dishFamilies.filter((family) => family !== 'note').map(row);
}

/** Dishes whose family nobody knows, once each. */
function unknownDishes(meals: readonly Meal<MenuDish>[]): MenuFrequencies['unknown'] {
  const dishes = meals
    .flatMap((meal) => meal.dishes)
    .filter(({ family, key }) => family === null && key !== '');
  return [...new Map(dishes.map(({ key, name }) => [key, { key, name }])).values()];
}

/** How often each family is on the menu in 20 successive school meals. */
export function menuFrequencies(
  { db, today }: { readonly db: ReadonlyDatabase; readonly today: IsoDate },
  { siteId, to = today }: Input<'menus.frequencies'>,
): MenuFrequencies {
  const all = allMeals(db, siteId ?? null);
  const meals = lastMeals(all, to);
  const [firstDay = null, lastDay = null] = [meals[0]?.date, meals.at(-1)?.date];
  const earlier = firstDay === null ? undefined : all.findLast(({ date }) => date < firstDay)?.date;
  const ahead = all.filter(({ date }) => lastDay === null || date > lastDay);
  const later = ahead[Math.min(mealsCounted, ahead.length) - 1]?.date;
  return {
    siteId: siteId ?? null,
    meals: meals.length,
    firstDay,
    lastDay,
    earlier: earlier ?? null,
    later: later ?? null,
    unknown: unknownDishes(meals),
    rows: rowsOf(meals, readLimits(db)),
  };
}
