import { plainDish } from '../../../renderer/format/plain-dish.ts';

test.each([
  ['Compote **', 'Compote'],
  ['Colin °°, riz*', 'Colin, riz'],
  ['Sauté* de porc°', 'Sauté de porc'],
  ['Menu n° 2', 'Menu n° 2'],
  ['Lasagnes', 'Lasagnes'],
  // Nothing else is there: better the sign than no dish.
  ['**', '**'],
])('%s is shown as %s', (dish, shown) => {
  expect(plainDish(dish)).toBe(shown);
});
