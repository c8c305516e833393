import type { DishFamily, FrequencyVerdict, IsoDate } from '../domain/records.ts';
import type { Meal, MealDish } from './meals.ts';

/** French rules of balance look at so many successive school meals. */
export const mealsCounted = 20;

/** How often a family should be on the menu in 20 meals; `null`: no limit on that side. */
export interface FrequencyTarget {
  readonly family: DishFamily;
  readonly least: number | null;
  readonly most: number | null;
}

/** A meal that offers a dish of a family. */
export interface FamilyMeal {
  readonly date: IsoDate;
  readonly dishes: readonly string[];
  /** Only as one of several choices. */
  readonly byChoice: boolean;
}

export interface FamilyFrequency {
  readonly family: DishFamily;
  readonly meals: readonly FamilyMeal[];
}

/**
 * Recalled from the French recommendation on school meals (GEM-RCN, frequencies over 20 meals), which speaks of
 * finer groups than families; nobody has checked them against the text. The app shows them as to be checked, and
 * they can be changed.
 */
export const recalledTargets: readonly FrequencyTarget[] = [
  { family: 'raw-vegetable', least: 10, most: null },
  { family: 'savoury-pastry', least: null, most: 4 },
  { family: 'red-meat', least: 4, most: null },
  { family: 'fish', least: 4, most: null },
  { family: 'vegetarian', least: 4, most: null },
  { family: 'vegetable', least: 10, most: null },
  { family: 'starch', least: 10, most: null },
  { family: 'cheese', least: 8, most: null },
  { family: 'dairy', least: 6, most: null },
  { family: 'fruit', least: 8, most: null },
  { family: 'pastry', least: null, most: 3 },
];

/** The last `mealsCounted` meals up to a day, oldest first. */
export const lastMeals = <D extends MealDish>(meals: readonly Meal<D>[], to: IsoDate): readonly Meal<D>[] =>
  meals
    .filter(({ date, dishes }) => date <= to && dishes.some(({ family }) => family !== 'note'))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .slice(-mealsCounted);

/** On which of the meals each family is offered, the most frequent first; a family counts once a meal. */
export function familyFrequencies(meals: readonly Meal[]): readonly FamilyFrequency[] {
  const found = new Map<DishFamily, FamilyMeal[]>();
  for (const { date, dishes } of meals) {
    const families = Map.groupBy(dishes, ({ family }) => family);
    for (const [family, own] of families) {
      if (family !== null && family !== 'note') {
        const meal = {
          date,
          dishes: own.map(({ dish }) => dish),
          byChoice: own.every((dish) => isOneOfSeveral(dish, dishes)),
        };
        found.set(family, [...(found.get(family) ?? []), meal]);
      }
    }
  }
  return [...found]
    .map(([family, own]) => ({ family, meals: own }))
    .toSorted((a, b) => b.meals.length - a.meals.length);
}

/** One may also take a dish of another family instead. */
const isOneOfSeveral = ({ choice, family }: MealDish, dishes: readonly MealDish[]): boolean =>
  choice !== null && dishes.some((other) => other.choice === choice && other.family !== family);

/**
 * Against a target for 20 meals; `none` where there is no target. Fewer meals than 20 meet a lower limit in
 * proportion, rounded down: half of the meals need half of the times.
 */
export function verdictOf(
  times: number,
  meals: number,
  target: Pick<FrequencyTarget, 'least' | 'most'>,
): FrequencyVerdict {
  const { least, most } = target;
  if (least === null && most === null) return 'none';
  if (most !== null && times > most) return 'too-many';
  const needed = least === null ? 0 : Math.floor((least * Math.min(meals, mealsCounted)) / mealsCounted);
  return times < needed ? 'too-few' : 'met';
}
