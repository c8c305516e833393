import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { MealDish } from '../../../forecasting/dishes/meals.ts';
import { meatInDish } from '../../../forecasting/dishes/meat-in-dish.ts';
import { vegetarianMenu } from '../../../forecasting/dishes/vegetarian.ts';

const read = (dish: string): MealDish => {
  const { key, markers } = normaliseDish(dish);
  return { dish, family: familyOf(key), course: null, choice: null, markers };
};
/** A day as "a, b, c": its answer, and the dishes because of which. */
const answer = (day: string) => {
  const { answer, because } = vegetarianMenu({ date: '2026-12-17', dishes: day.split(', ').map(read) });
  return [answer, ...because.map(({ dish }) => dish.dish)].join(': ');
};

test.each<[week: string, days: readonly string[], expected: readonly string[]]>([
  [
    'tuna in the salad spoils the omelette',
    ['Omelette, Salade de thon', 'Poulet', 'Poisson pané', 'Rôti'],
    ['no: Salade de thon', 'no: Poulet', 'no: Poisson pané', 'no: Rôti'],
  ],
  [
    'a chili sin carne whose whole menu is without',
    [
      'Lasagnes aux légumes, Salade verte aux lardons',
      'Steak',
      'Chili sin carne, Concombre, Riz, Yaourt, Banane',
      'Sauté de porc',
    ],
    ['no: Salade verte aux lardons', 'no: Steak', 'yes', 'no: Sauté de porc'],
  ],
  [
    'gelatine leaves it open',
    [
      'Quenelles nature, Pâté de campagne',
      'Poulet',
      'Parmentier de lentilles, Potage, Purée, Yaourt, Gelée de fruits à la gélatine',
      'Rôti',
    ],
    ['no: Pâté de campagne', 'no: Poulet', 'unsure: Gelée de fruits à la gélatine', 'no: Rôti'],
  ],
])('%s', (_, days, expected) => {
  expect(days.map(answer)).toEqual(expected);
});

const kindOf = (dish: string) => {
  const meat = meatInDish(read(dish));
  return meat === null ? 'none' : meat.sure ? 'meat' : 'unsure';
};

test.each([
  'Rillettes de thon',
  'Œufs mimosa au thon',
  'Salade de riz au surimi',
  'Taboulé aux crevettes',
  'Salade de fruits de mer',
  'Velouté de potiron au bacon',
  'Pommes de terre au lard',
  'Salade d’endives aux noix et lardons',
  'Pâtes à la bolognaise',
  'Sauce bolognaise',
  'Pâtes carbonara',
  'Quiche lorraine',
  'Quiche aux légumes et jambon',
  'Croque-monsieur',
  'Toast aux anchois',
  'Assiette de charcuterie, chorizo',
  'Steak haricots verts',
  'Omelette aux lardons',
  'Soupe de poisson',
  'SALADE DE PA\u0302TES AU THON',
])('%s holds meat or fish, whatever its family', (dish) => {
  expect(kindOf(dish)).toBe('meat');
});

test.each([
  'Chili sin carne',
  'Steak végétal',
  'Pâtes bolognaise végétarienne',
  'Boulettes de blé',
  'Nuggets de blé',
  'Escalope de blé panée',
  'Terrine de légumes',
  'Rillettes de pois chiches',
  'Sauté de légumes',
  'Julienne de légumes',
  'Salade de fruits',
  'Caramel au sel de mer',
  'Omelette au fromage',
  'Gratin dauphinois',
  'Tarte aux poireaux',
  'Crème dessert vanille',
])('%s holds none', (dish) => {
  expect(kindOf(dish)).toBe('none');
});

test.each([
  'Quenelles nature',
  'Bouillon aux vermicelles',
  'Quiche',
  'Lasagnes',
  'Salade César',
  'Brimborion',
])('%s is to be checked', (dish) => {
  expect(kindOf(dish)).toBe('unsure');
});

test('where children choose, one option without is enough in each course, and only there', () => {
  const choice = (names: string, n: number) =>
    names.split(' | ').map((name) => ({ ...read(name), choice: n }));
  const chosen = (...courses: readonly string[]) =>
    vegetarianMenu({ date: '2026-12-17', dishes: courses.flatMap((names, i) => choice(names, i + 1)) });
  expect(chosen('Salade de thon | Concombre', 'Poulet | Omelette', 'Yaourt').answer).toBe('yes');
  const spoilt = chosen('Salade de thon | Pâté', 'Poulet | Omelette');
  expect([spoilt.answer, spoilt.because.map(({ dish }) => dish.dish)]).toEqual([
    'no',
    ['Salade de thon', 'Pâté'],
  ]);
});

test('a dish whose family was corrected to vegetarian is believed', () => {
  expect(meatInDish({ dish: 'Hachis maison', family: 'vegetarian', markers: [] })).toBeNull();
});
