import type { DishFamily, VegetarianMeal } from '../records.ts';
import { choiceGroups, type Meal, type MealDish } from './meals.ts';

const animals: ReadonlySet<DishFamily | null> = new Set(['fish', 'red-meat', 'poultry', 'pork']);

const isVegetarian = ({ family, markers }: MealDish) =>
  family === 'vegetarian' || (markers.includes('vegetarian') && !animals.has(family));
const mayHoldMeat = (dish: MealDish) =>
  !isVegetarian(dish) && (dish.family === null || dish.family === 'savoury-pastry');

/**
 * Is a menu one without meat or fish? Where children choose, one of the choices without is enough: it is proposed.
 * The law asks for one such menu a week.
 */
export function vegetarianMeal({ dishes }: Meal): VegetarianMeal {
  const served = dishes.filter(({ family }) => family !== 'note');
  const open = choiceGroups(served).map((group) => group.filter(({ family }) => !animals.has(family)));
  if (served.length === 0 || open.some((group) => group.length === 0)) {
    return 'no';
  }
  const certain = open.every((group) => group.some((dish) => !mayHoldMeat(dish)));
  return certain || open.flat().some(isVegetarian) ? 'yes' : 'unsure';
}

/** The dish that makes a vegetarian menu one: the vegetarian dish, else the eggs, else none in particular. */
export function vegetarianDish<D extends MealDish>({ dishes }: Meal<D>): D | null {
  const found =
    dishes.find(isVegetarian) ??
    dishes.find(({ family, course }) => family === 'egg' && course !== 'starter') ??
    dishes.find(({ course, family }) => course === 'main' && !animals.has(family));
  return found ?? null;
}
