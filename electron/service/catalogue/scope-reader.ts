import { listDishDays } from '../../../db/dishes.ts';
import { fold } from '../../../db/fold.ts';
import type { ScopeOf } from '../../../db/import/scope-of.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { type Food, foods } from '../../../forecasting/orders/foods.ts';
import { messagesIn } from '../messages/messages.ts';

/** Foods by their names in both languages and by their codes, folded. */
function foodNames(): ReadonlyMap<string, Food> {
  const languages = [messagesIn('fr').foods, messagesIn('en').foods];
  return new Map(
    foods.flatMap((food) =>
      [food, ...languages.map((names) => names[food])].map((name) => [fold(name), food] as const),
    ),
  );
}

/** Reads names of a table of portions: those of foods, and else dishes under any of their spellings. */
export function scopeReader(db: ReadonlyDatabase): ScopeOf {
  const byName = foodNames();
  let onMenus: ReadonlySet<string> | null = null;
  return (name, nature = null) => {
    const food = byName.get(fold(name));
    if (food !== undefined && nature !== 'dish') return { scope: { type: 'food', food }, known: true };
    const { key } = normaliseDish(name);
    if (key === '') return null;
    onMenus ??= new Set(
      [...new Set(listDishDays(db).map(({ dish }) => dish))].map((dish) => normaliseDish(dish).key),
    );
    return { scope: { type: 'dish', key }, known: onMenus.has(key) };
  };
}
