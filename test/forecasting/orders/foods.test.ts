import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { Course } from '../../../forecasting/domain/records.ts';
import { ageClasses, defaultPortion, defaultPortions } from '../../../forecasting/orders/default-portions.ts';
import { type Food, foodOf, foods } from '../../../forecasting/orders/foods.ts';

const food = (dish: string, course: Course | null = null) => {
  const { key } = normaliseDish(dish);
  return foodOf({ key, family: familyOf(key), course });
};

const cases: readonly (readonly [string, Course | null, Food | null])[] = [
  ['Steak haché, sauce tomate', 'main', 'minced-steak'],
  ['Sauce bolognaise', null, 'bolognaise'],
  ['Bolognaise de bœuf', 'main', 'bolognaise'],
  ['Spaghettis à la bolognaise', 'main', 'composite'],
  ['Bolognaise végétarienne', 'main', 'plant-mince'],
  ['Bolognaise de lentilles', 'main', 'plant-mince'],
  ['Lasagnes à la bolognaise', 'main', 'composite'],
  ['Cordon bleu', 'main', 'breaded-meat'],
  ['Cordon bleu végétal', 'main', 'plant-patty'],
  ['Nuggets de poulet', 'main', 'nuggets'],
  ['Nuggets de poisson', 'main', 'fish-nuggets'],
  ['Nuggets de blé', 'main', 'plant-nuggets'],
  ['Saucisse de Toulouse', 'main', 'sausages'],
  ['Saucisse végétale', 'main', 'plant-sausages'],
  ['Boulettes de bœuf en tajine', 'main', 'meatballs'],
  ['Falafels', 'main', 'plant-balls'],
  ['Hachis Parmentier*', 'main', 'composite'],
  ['Couscous sans viande', 'main', 'composite'],
  ['Sauté de dinde au curry', 'main', 'stew'],
  ['Courgettes sautées', 'side', 'cooked-vegetables'],
  ['Rôti de bœuf', 'main', 'roast'],
  ['Jambon blanc', 'main', 'ham'],
  ['Pilon de poulet', 'main', 'poultry-joint'],
  ['Poisson pané', 'main', 'breaded-fish'],
  ['Filet de lieu au beurre blanc', 'main', 'plain-fish'],
  ['Brandade de morue', 'main', 'composite'],
  ['Rillettes de thon', 'starter', 'cold-cuts'],
  ['Quenelles nature, sauce tomate', 'main', 'quenelle'],
  ['Quiche aux poireaux', 'main', 'quiche-main'],
  ['Friand au fromage', 'starter', 'quiche-starter'],
  ['Galette de blé aux légumes', 'main', 'plant-patty'],
  ['Omelette au fromage', 'main', 'omelette'],
  ['Œuf dur mayonnaise', 'starter', 'hard-eggs'],
  ['Gratin de pâtes aux légumes', 'main', 'composite'],
  ['Tortellinis à la ricotta', 'main', 'composite'],
  ['Purée de pommes de terre', 'side', 'mash'],
  ['Frites', 'side', 'fries'],
  ['Lentilles', 'side', 'pulses'],
  ['Coquillettes', 'side', 'pasta-rice'],
  ['Taboulé', 'starter', 'mixed-salad'],
  ['Carottes râpées', 'starter', 'raw-vegetables'],
  ['Carottes Vichy', 'side', 'cooked-vegetables'],
  ['Betteraves vinaigrette', 'starter', 'cooked-starter'],
  ['Potage de légumes', 'starter', 'soup'],
  ['Camembert', 'dairy', 'cheese'],
  ['Yaourt nature sucré', 'dairy', 'yoghurt'],
  ['Petit-suisse aux fruits', 'dairy', 'fresh-cheese'],
  ['Riz au lait', 'dessert', 'milk-dessert'],
  ['Glace vanille', 'dessert', 'ice-cream'],
  ['Tarte aux pommes', 'dessert', 'pastry'],
  ['Pomme', 'dessert', 'fruit'],
  ['Compote de pommes', 'dessert', 'stewed-fruit'],
  ['Pain', 'bread', 'bread'],
  ['Ketchup', null, null],
  ['Jus d’orange', 'dessert', null],
  ['Grève', null, null],
  ['', null, null],
];

test.each(cases)('%s (%s) is %s', (dish, course, expected) => {
  expect(food(dish, course)).toBe(expected);
});

test('a family corrected by hand counts', () => {
  expect(foodOf({ key: 'surprise du chef', family: null, course: 'main' })).toBeNull();
  expect(foodOf({ key: 'surprise du chef', family: 'vegetarian', course: 'main' })).toBe('composite');
});

test('every food has one default portion, and says what is unverified', () => {
  expect(defaultPortions.map(({ food: name }) => name).toSorted()).toEqual([...foods].toSorted());
  for (const { portion, source, unverified } of defaultPortions) {
    expect(ageClasses.every((age) => (portion.amounts[age] ?? 0) > 0)).toBe(true);
    expect(unverified).toEqual(source === 'usual' ? ageClasses : ['A']);
  }
});

test('ranges of the sources stand as their middle', () => {
  expect(defaultPortion('bolognaise').portion.amounts).toEqual({ M: 50, E: 70, C: 90, A: 90 });
  expect(defaultPortion('composite').portion.amounts).toMatchObject({ M: 180, E: 250, C: 275 });
  expect(defaultPortion('hard-eggs').portion).toMatchObject({
    unit: 'piece',
    amounts: { M: 1, E: 1.5, C: 2 },
  });
});
