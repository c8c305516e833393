import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { Course } from '../../../forecasting/domain/records.ts';
import { foodOf } from '../../../forecasting/orders/foods.ts';
import { dishRules } from '../../../forecasting/orders/rules-of-dish.ts';

/** Maternelle / élémentaire / collège as annexe II serves them, ranges by their middle; adults as a collège pupil. */
test.each<[string, Course, string]>([
  ['Crêpe au fromage', 'starter', 'g 50 50 100'],
  ['Nems de légumes', 'starter', 'g 50 50 100'],
  ['Friand au fromage', 'starter', 'g 62.5 62.5 100'],
  ['Feuilleté au chèvre', 'starter', 'g 62.5 62.5 100'],
  ['Pizza', 'starter', 'g 70 70 90'],
  ['Éclair au chocolat', 'dessert', 'g 32.5 32.5 50'],
  ['ECLAIR CAFE', 'dessert', 'g 32.5 32.5 50'],
  ['Brownie', 'dessert', 'g 50 50 70'],
  ['Sablé breton', 'dessert', 'g 25 40 50'],
  ['Cookies', 'dessert', 'g 25 40 50'],
  ['Biscuit roulé', 'dessert', 'g 50 50 70'],
  ['Mousse au chocolat', 'dessert', 'ml 110 110 110'],
  ['Flan vanille', 'dessert', 'g 100 100 110'],
  ['Nuggets de poulet', 'main', 'piece 2 3 5'],
])('%s (%s) is served as annexe II says: %s', (name, course, expected) => {
  const { key } = normaliseDish(name);
  const food = foodOf({ key, family: familyOf(key), course });
  const portion = dishRules([], []).portionOf({ key, food });
  const { M, E, C, A } = portion?.amounts ?? { M: null, E: null, C: null, A: null };
  expect([portion?.unit, M, E, C].join(' ')).toBe(expected);
  expect(A).toBe(C);
});

test('a portion that a person stated for the food comes before the finer default', () => {
  const { key } = normaliseDish('Éclair au chocolat');
  const amounts = { M: 60, E: 60, C: 60, A: 60 };
  const own = {
    scope: { type: 'food', food: 'pastry' },
    portion: { unit: 'g', amounts, purchaseFactor: null },
  } as const;
  expect(dishRules([own], []).portionOf({ key, food: 'pastry' })?.amounts).toEqual(amounts);
});
