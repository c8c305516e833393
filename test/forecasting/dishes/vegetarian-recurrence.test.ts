import { vegetarianRecurrence } from '../../../forecasting/dishes/vegetarian-recurrence.ts';
import type { VegetarianMeal } from '../../../forecasting/domain/records.ts';

/** Three weeks, each of so many vegetarian menus, menus that may be, and others. */
const weeks = (...counts: readonly (readonly [yes: number, unsure: number, no: number])[]) =>
  counts.flatMap(([yes, unsure, no], week) => {
    const answers: VegetarianMeal[] = [
      ...Array<VegetarianMeal>(yes).fill('yes'),
      ...Array<VegetarianMeal>(unsure).fill('unsure'),
      ...Array<VegetarianMeal>(no).fill('no'),
    ];
    return answers.map((answer) => ({ week, answer }));
  });

test.each([
  ['no menu', [], null],
  ['none', weeks([0, 0, 4], [0, 0, 4]), 'NEVER'],
  ['one in three weeks', weeks([0, 0, 4], [1, 0, 3], [0, 0, 4]), 'LOW'],
  ['one a week, one week without', weeks([1, 0, 3], [0, 0, 4], [1, 0, 3]), 'MID'],
  ['two a week', weeks([2, 0, 2], [2, 0, 2], [1, 0, 3]), 'HIGH'],
  ['all', weeks([4, 0, 0], [4, 0, 0]), 'DAILY'],
  ['one a week, another that may be', weeks([1, 1, 2], [1, 1, 2], [1, 0, 3]), null],
  ['one a week, once another that may be', weeks([1, 1, 2], [1, 0, 3], [1, 0, 3]), 'MID'],
  ['none, one that may be', weeks([0, 1, 3], [0, 0, 4]), null],
] as const)('%s', (_, days, answer) => {
  expect(vegetarianRecurrence(days).answer).toBe(answer);
});

test('menus that are vegetarian and those that may be are told apart', () => {
  expect(vegetarianRecurrence(weeks([1, 1, 2], [1, 0, 3]))).toMatchObject({
    weeks: 2,
    vegetarian: 2,
    unsure: 1,
  });
});
