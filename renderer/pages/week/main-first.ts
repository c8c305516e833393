import type { PlanDay } from '../../../electron/api/records.ts';

type Dish = PlanDay['dishes'][number];

/**
 * A menu as people name it, main dish and sides before the rest. Where the file said no course, a menu of
 * three dishes or more begins with a starter, which goes last.
 */
export function mainFirst(dishes: readonly Dish[]): readonly Dish[] {
  const isMain = ({ course }: Dish) => course === 'main' || course === 'side';
  if (dishes.some(isMain)) {
    return [...dishes.filter(isMain), ...dishes.filter((dish) => !isMain(dish))];
  }
  const [first, ...others] = dishes;
  const unnamed = dishes.every(({ course }) => course === null);
  return first && unnamed && dishes.length >= 3 ? [...others, first] : dishes;
}
