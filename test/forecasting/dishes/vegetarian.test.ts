import { choiceGroups, inServingOrder, type MealDish } from '../../../forecasting/dishes/meals.ts';
import { vegetarianDish, vegetarianMenu } from '../../../forecasting/dishes/vegetarian.ts';
import type { Course, DishFamily } from '../../../forecasting/domain/records.ts';

const dish = (
  name: string,
  family: DishFamily | null,
  more: Partial<Pick<MealDish, 'course' | 'choice' | 'markers'>> = {},
): MealDish => ({ dish: name, family, course: null, choice: null, markers: [], ...more });
const meal = (...dishes: readonly MealDish[]) => ({ date: '2026-12-17', dishes });

const carrots = dish('Carottes râpées', 'raw-vegetable');
const pear = dish('Poire', 'fruit');
const dhal = dish('Dhal', 'vegetarian');
const roast = dish('Rôti de dinde', 'poultry');

test.each([
  ['a vegetarian dish', meal(carrots, dhal, pear), 'yes'],
  ['eggs and vegetables', meal(dish('Omelette', 'egg'), dish('Épinards', 'vegetable')), 'yes'],
  ['meat', meal(carrots, roast, pear), 'no'],
  ['a starter with fish beside a vegetarian dish', meal(dish('Rillettes de thon', 'fish'), dhal), 'no'],
  ['no menu', meal(), 'no'],
  ['a note alone', meal(dish('Grève', 'note')), 'no'],
  ['a dish of unknown family', meal(carrots, dish('Brimborion', null)), 'unsure'],
  ['a savoury pastry, which may hold ham', meal(dish('Quiche', 'savoury-pastry'), pear), 'unsure'],
  ['an unknown side of a vegetarian dish', meal(dhal, dish('Brimborion', null)), 'unsure'],
  ['a pastry that is marked', meal(dish('Tarte', 'savoury-pastry', { markers: ['vegetarian'] })), 'yes'],
  [
    'meat or a vegetarian dish, as one chooses',
    meal(carrots, { ...roast, choice: 1 }, { ...dhal, choice: 1 }),
    'yes',
  ],
  ['meat or fish', meal({ ...roast, choice: 1 }, dish('Colin', 'fish', { choice: 1 })), 'no'],
])('%s', (_, given, expected) => {
  expect(vegetarianMenu(given).answer).toBe(expected);
});

test('the dish that makes a vegetarian menu one', () => {
  expect(vegetarianDish(meal(carrots, dhal))?.dish).toBe('Dhal');
  const eggs = meal(
    dish('Œuf mayonnaise', 'egg', { course: 'starter' }),
    dish('Pâtes', 'starch', { course: 'main' }),
  );
  expect(vegetarianDish(eggs)?.dish).toBe('Pâtes');
  expect(vegetarianDish(meal(carrots, pear))).toBeNull();
});

const at = (name: string, course: Course | null, choice: number | null = null) =>
  dish(name, null, { course, choice });
const names = (dishes: readonly MealDish[]) => dishes.map((one) => one.dish);

test('dishes stand in the order of service where each has a course, choices together', () => {
  const list = [
    at('pear', 'dessert'),
    at('roast', 'main', 1),
    at('rice', 'side'),
    at('dhal', 'main', 1),
    at('soup', 'starter'),
  ];
  expect(names(inServingOrder(list))).toEqual(['soup', 'roast', 'dhal', 'rice', 'pear']);
  // Of a list without courses the order is all that is known.
  expect(names(inServingOrder([...list.slice(0, 2), at('x', null), at('dhal', 'main', 1)]))).toEqual([
    'pear',
    'roast',
    'dhal',
    'x',
  ]);
  expect(choiceGroups(list).map(names)).toEqual([['pear'], ['roast', 'dhal'], ['rice'], ['soup']]);
});
