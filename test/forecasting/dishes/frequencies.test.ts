import {
  familyFrequencies,
  lastMeals,
  mealsCounted,
  recalledTargets,
  verdictOf,
} from '../../../forecasting/dishes/frequencies.ts';
import type { MealDish } from '../../../forecasting/dishes/meals.ts';
import type { DishFamily } from '../../../forecasting/domain/records.ts';

const dish = (name: string, family: DishFamily | null, choice: number | null = null): MealDish => ({
  dish: name,
  family,
  choice,
  course: null,
  markers: [],
});
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}`;

test('the last twenty meals up to a day, whatever the order they come in; a note is no meal', () => {
  const meals = Array.from({ length: 31 }, (_, i) => ({ date: day(31 - i), dishes: [dish('x', 'fish')] }));
  const found = lastMeals([...meals, { date: '2026-02-01', dishes: [dish('Grève', 'note')] }], '2026-02-05');
  expect(found).toHaveLength(mealsCounted);
  expect([found[0]?.date, found.at(-1)?.date]).toEqual([day(12), day(31)]);
  expect(lastMeals(meals, day(3)).map(({ date }) => date)).toEqual([day(1), day(2), day(3)]);
});

test('a family counts once a meal, with the meals behind it; unknown families and notes do not count', () => {
  const meals = [
    { date: day(5), dishes: [dish('Colin', 'fish'), dish('Thon', 'fish'), dish('Brimborion', null)] },
    {
      date: day(6),
      dishes: [dish('Colin', 'fish', 1), dish('Dhal', 'vegetarian', 1), dish('Grève', 'note')],
    },
    { date: day(7), dishes: [dish('Colin', 'fish', 1), dish('Saumon', 'fish', 1)] },
  ];
  expect(familyFrequencies(meals)).toEqual([
    {
      family: 'fish',
      meals: [
        { date: day(5), dishes: ['Colin', 'Thon'], byChoice: false },
        { date: day(6), dishes: ['Colin'], byChoice: true },
        { date: day(7), dishes: ['Colin', 'Saumon'], byChoice: false },
      ],
    },
    { family: 'vegetarian', meals: [{ date: day(6), dishes: ['Dhal'], byChoice: true }] },
  ]);
});

test.each([
  [4, 20, { least: 4, most: null }, 'met'],
  [3, 20, { least: 4, most: null }, 'too-few'],
  [5, 20, { least: null, most: 4 }, 'too-many'],
  [2, 10, { least: 4, most: null }, 'met'],
  [1, 10, { least: 4, most: null }, 'too-few'],
  [0, 20, { least: null, most: null }, 'none'],
] as const)('%d times in %d meals against %j: %s', (times, meals, target, expected) => {
  expect(verdictOf(times, meals, target)).toBe(expected);
});

test('a family has one recalled target, whose limits are in order', () => {
  expect(new Set(recalledTargets.map(({ family }) => family)).size).toBe(recalledTargets.length);
  for (const { least, most } of recalledTargets) {
    expect((least ?? 0) <= (most ?? mealsCounted)).toBe(true);
  }
});
