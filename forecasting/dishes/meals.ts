import type { Course, DishFamily, DishMarker, IsoDate } from '../domain/records.ts';

/** A dish of a day's menu with what is known of it. */
export interface MealDish {
  readonly dish: string;
  /** `null`: nobody knows. */
  readonly family: DishFamily | null;
  readonly course: Course | null;
  /** Dishes of one choice share a number; `null` where there is no choice. */
  readonly choice: number | null;
  readonly markers: readonly DishMarker[];
}

/** What one day's menu offers. */
export interface Meal<D extends MealDish = MealDish> {
  readonly date: IsoDate;
  readonly dishes: readonly D[];
}

const servingOrder: readonly Course[] = ['starter', 'main', 'side', 'dairy', 'dessert', 'bread', 'other'];

/**
 * Dishes in the order of service: by course where each has one, otherwise as the list goes. Dishes of one choice
 * follow the first of them.
 */
export function inServingOrder<D extends Pick<MealDish, 'course' | 'choice'>>(
  dishes: readonly D[],
): readonly D[] {
  const byCourse = dishes.every(({ course }) => course !== null);
  const sorted = byCourse
    ? dishes.toSorted(
        (a, b) => servingOrder.indexOf(a.course as Course) - servingOrder.indexOf(b.course as Course),
      )
    : dishes;
  return choiceGroups(sorted).flat();
}

/** Dishes served to everyone stand alone; dishes among which children choose stand together. */
export function choiceGroups<D extends Pick<MealDish, 'choice'>>(
  dishes: readonly D[],
): readonly (readonly D[])[] {
  const groups = new Map<string, D[]>();
  for (const [i, dish] of dishes.entries()) {
    const key = dish.choice === null ? `alone ${i}` : `choice ${dish.choice}`;
    groups.set(key, [...(groups.get(key) ?? []), dish]);
  }
  return [...groups.values()];
}
