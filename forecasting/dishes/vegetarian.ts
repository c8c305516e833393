import type { VegetarianMeal } from '../domain/records.ts';
import { choiceGroups, type Meal, type MealDish } from './meals.ts';
import { type MeatInDish, meatInDish } from './meat-in-dish.ts';

/** A dish that keeps a menu from being vegetarian, or leaves it open. */
export interface MeatDish<D extends MealDish = MealDish> extends MeatInDish {
  readonly dish: D;
}

/** Whether a menu is vegetarian, and the dishes because of which it is not, or may not be. */
export interface VegetarianAnswer<D extends MealDish = MealDish> {
  readonly answer: VegetarianMeal;
  readonly because: readonly MeatDish<D>[];
}

/**
 * Is a menu one without meat, fish or seafood? It is a property of the whole menu: every course must offer one
 * without; where children choose, one of the choices is enough. The law asks for one such menu a week (code rural,
 * L. 230-5-6).
 */
export function vegetarianMenu<D extends MealDish>({ dishes }: Meal<D>): VegetarianAnswer<D> {
  const served = dishes.filter(({ family }) => family !== 'note');
  if (served.length === 0) return { answer: 'no', because: [] };
  const spoilt: MeatDish<D>[] = [];
  const open: MeatDish<D>[] = [];
  for (const group of choiceGroups(served)) {
    const meats = group.map((dish) => ({ dish, meat: meatInDish(dish) }));
    if (meats.some(({ meat }) => meat === null)) continue;
    const found = meats.flatMap(({ dish, meat }) => (meat === null ? [] : [{ dish, ...meat }]));
    const unsure = found.filter(({ sure }) => !sure);
    if (unsure.length === 0) spoilt.push(...found);
    else open.push(...unsure);
  }
  if (spoilt.length > 0) return { answer: 'no', because: spoilt };
  return { answer: open.length > 0 ? 'unsure' : 'yes', because: open };
}

/** The dish that makes a vegetarian menu one: the vegetarian dish, else the eggs, else none in particular. */
export function vegetarianDish<D extends MealDish>({ dishes }: Meal<D>): D | null {
  const without = dishes.filter((dish) => dish.family !== 'note' && meatInDish(dish)?.sure !== true);
  const found =
    without.find(({ family, markers }) => family === 'vegetarian' || markers.includes('vegetarian')) ??
    without.find(({ family, course }) => family === 'egg' && course !== 'starter') ??
    without.find(({ course }) => course === 'main');
  return found ?? null;
}
