import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { Course, Portion, PortionRule } from '../../../forecasting/domain/records.ts';
import { factorQuestion } from '../../../forecasting/orders/check-catalogue.ts';
import { defaultPortions } from '../../../forecasting/orders/default-portions.ts';
import { foodOf } from '../../../forecasting/orders/foods.ts';
import { dishRules } from '../../../forecasting/orders/rules-of-dish.ts';
import type { Yield } from '../../../forecasting/orders/yields.ts';

const ruled = (name: string, course: Course | null) => {
  const { key } = normaliseDish(name);
  return { key, food: foodOf({ key, family: familyOf(key), course }) };
};
const yieldOfDish = (name: string, course: Course | null = null, rules = dishRules([], [])): Yield =>
  rules.yieldOf(ruled(name, course));
const shown = (found: Yield) => (found.type === 'factor' ? found.factor : found.type);

/** As menus write it: capitals, accents left out, labels and stars. */
const spellings = (name: string): readonly string[] => [
  name,
  name.toUpperCase(),
  name.normalize('NFD'),
  `${name} BIO`,
  `  ${name}* `,
];

describe('cooked grams are never sent to a supplier of raw goods: the factor of', () => {
  test.each<[string, Course, number | Yield['type']]>([
    ['Riz', 'side', 0.35],
    ['Riz basmati', 'side', 0.35],
    ['Riz pilaf à la tomate', 'side', 0.35],
    ['Pâtes', 'side', 0.4],
    ['Coquillettes au beurre', 'side', 0.4],
    ['Spaghettis', 'side', 0.4],
    ['Farfalles de blé complet', 'side', 0.4],
    ['Semoule', 'side', 0.4],
    ['Semoule de blé', 'side', 0.4],
    ['Lentilles', 'side', 0.4],
    ['Lentilles vertes du Puy', 'side', 0.4],
    ['Haricots blancs à la tomate', 'side', 0.4],
    ['Flageolets', 'side', 0.4],
    ['Rôti de bœuf', 'main', 1.35],
    ['Rôti de dinde sauce crème', 'main', 1.35],
    ['Steak haché de bœuf', 'main', 1.3],
    ['Filet de colin', 'main', 1.2],
    ['Dos de cabillaud sauce citron', 'main', 1.2],
    ['Épinards frais', 'side', 1.6],
    ['Épinards surgelés', 'side', 1.15],
    ['Carottes râpées', 'starter', 1.25],
    ['Concombre vinaigrette', 'starter', 1.25],
    // Raw goods of which nothing is known, or two things.
    ['Épinards à la crème', 'side', 'unknown'],
    ['Épinards à la crème fraîche', 'side', 'unknown'],
    ['Blettes béchamel', 'side', 'unknown'],
    ['Boulgour', 'side', 'unknown'],
    ['Blé', 'side', 'unknown'],
    ['Quinoa', 'side', 'unknown'],
    ['Polenta', 'side', 'unknown'],
    ['Riz et lentilles', 'side', 'unknown'],
    ['Boulgour et pois chiches', 'side', 'unknown'],
    ['Pâtes fraîches', 'side', 'unknown'],
    ['Sauté de porc', 'main', 'unknown'],
    ['Salade verte', 'starter', 'unknown'],
    ['Laitue', 'starter', 'unknown'],
    ['Salade de riz', 'starter', 'unknown'],
    ['Couscous de légumes à la semoule', 'main', 'unknown'],
    ['Paella au riz', 'main', 'unknown'],
    // Bought as they are served, or in pieces.
    ['Nuggets de poulet', 'main', 'as-served'],
    ['Saucisses de Toulouse', 'main', 'as-served'],
    ['Œufs durs', 'starter', 'as-served'],
    ['Yaourt nature', 'dairy', 'as-served'],
    ['Riz au lait', 'dessert', 'as-served'],
    ['Semoule au lait', 'dessert', 'as-served'],
    ['Camembert', 'dairy', 'as-served'],
    ['Haricots verts', 'side', 'as-served'],
    ['Pain', 'bread', 'as-served'],
    ['Tomates', 'starter', 'as-served'],
  ])('%s', (name, course, expected) => {
    for (const spelling of spellings(name)) {
      expect([spelling, shown(yieldOfDish(spelling, course))]).toEqual([spelling, expected]);
    }
  });
});

test('a default is marked, what a person stated is not', () => {
  const rules = (purchaseFactor: number | null) =>
    dishRules([{ scope: { type: 'food', food: 'pasta-rice' }, portion: grams(purchaseFactor) }], []);
  expect(yieldOfDish('Riz', 'side')).toEqual({ type: 'factor', factor: 0.35, source: 'usual' });
  expect(yieldOfDish('Riz', 'side', rules(0.33))).toEqual({ type: 'factor', factor: 0.33, source: 'own' });
  expect(yieldOfDish('Boulgour', 'side', rules(0.5))).toEqual({ type: 'factor', factor: 0.5, source: 'own' });
  // Another portion without a factor leaves the default.
  expect(yieldOfDish('Riz', 'side', rules(null))).toMatchObject({ factor: 0.35, source: 'usual' });
});

test('the factor of a dish comes before that of its food, and counts though the dish states none', () => {
  const food: PortionRule = { scope: { type: 'food', food: 'roast' }, portion: grams(1.4) };
  const dish = (factor: number | null): PortionRule => ({
    scope: { type: 'dish', key: normaliseDish('Rôti de veau').key },
    portion: grams(factor),
  });
  const factorOf = (...rules: readonly PortionRule[]) =>
    shown(yieldOfDish('Rôti de veau', 'main', dishRules(rules, [])));
  expect([factorOf(food), factorOf(food, dish(null)), factorOf(food, dish(1.5))]).toEqual([1.4, 1.4, 1.5]);
});

test('pieces take no factor, and one on record is asked about', () => {
  const nuggets: Portion = { unit: 'piece', amounts: { M: 2, E: 3, C: 5, A: 5 }, purchaseFactor: 1.2 };
  const rules = dishRules([{ scope: { type: 'food', food: 'nuggets' }, portion: nuggets }], []);
  expect(yieldOfDish('Nuggets de poulet', 'main', rules)).toEqual({ type: 'as-served' });
  expect([nuggets, grams(10), grams(1.2), grams(null)].map(factorQuestion)).toEqual([
    'of-pieces',
    'out-of-bounds',
    null,
    null,
  ]);
});

test('rules that were kept before there were factors know no default one: their orders stay', () => {
  const before = dishRules([], [], false);
  const rice = ruled('Riz', 'side');
  expect(before.yieldOf(rice)).toEqual({ type: 'unknown' });
  expect(before.portionOf(rice)?.purchaseFactor).toBeNull();
});

test('no default food is bought at less than a quarter or more than four times what is served', () => {
  for (const { food, portion } of defaultPortions) {
    const found = dishRules([], []).yieldOf({ key: '', food });
    const factor = found.type === 'factor' ? found.factor : 1;
    expect([food, portion.purchaseFactor, factor >= 0.3 && factor <= 4]).toEqual([food, null, true]);
  }
});

function grams(purchaseFactor: number | null): Portion {
  return { unit: 'g', amounts: { M: 100, E: 100, C: 100, A: 100 }, purchaseFactor };
}
