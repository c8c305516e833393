import { guessAttributes } from '../../../forecasting/balance/guess-attributes.ts';
import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { Course, DishAttribute } from '../../../forecasting/domain/records.ts';

const guessed = (name: string, course: Course) => {
  const { key } = normaliseDish(name);
  return guessAttributes({ key, family: familyOf(key), course });
};
const spellings = (name: string) => [
  name,
  name.toUpperCase(),
  name.normalize('NFD'),
  `${name} BIO`,
  `${name}*`,
];

test.each<[string, Course, string]>([
  // Starters.
  ['Carottes râpées', 'starter', 'raw-vegetable'],
  ['Concombres vinaigrette', 'starter', 'raw-vegetable'],
  ['Œufs mayonnaise', 'starter', 'fat'],
  ['Pâté de campagne', 'starter', 'fat'],
  ['Quiche lorraine', 'starter', 'fat'],
  ['Potage de légumes', 'starter', ''],
  ['Salade de riz', 'starter', 'starch'],
  // Mains.
  ['Bœuf bourguignon', 'main', 'unminced-meat'],
  ['Sauté d’agneau', 'main', 'unminced-meat'],
  ['Foie de veau', 'main', 'unminced-meat'],
  ['Steak haché', 'main', ''],
  ['Boulettes de bœuf', 'main', ''],
  ['Boulettes de blé', 'main', 'starch?'],
  ['Chili sin carne', 'main', 'starch'],
  ['Lasagnes à la bolognaise', 'main', 'starch under-70'],
  ['Émincé végétal', 'main', ''],
  ['Filet de colin', 'main', 'fish'],
  ['Poisson pané', 'main', 'fried under-70'],
  ['Brandade de morue', 'main', 'starch under-70'],
  ['Nuggets de poulet', 'main', 'fried under-70'],
  ['Cordon bleu', 'main', 'fried under-70'],
  ['Saucisses de Toulouse', 'main', 'fat-over-protein'],
  ['Poulet rôti', 'main', ''],
  ['Poulet rôti sans frites', 'main', ''],
  // Sides.
  ['Frites', 'side', 'fried starch'],
  ['Pommes noisettes', 'side', 'fried starch'],
  ['Lentilles', 'side', 'starch'],
  ['Haricots verts', 'side', 'cooked-vegetable'],
  ['Salade verte', 'side', 'raw-vegetable'],
  // Dairy and desserts.
  ['Comté', 'dairy', 'calcium-150'],
  ['Saint-Nectaire', 'dairy', 'calcium-150'],
  ['Camembert', 'dairy', 'calcium-100'],
  ['Yaourt nature', 'dairy', 'light-dairy'],
  ['Yaourt à la grecque', 'dairy', ''],
  ['Pomme', 'dessert', 'raw-fruit'],
  ['Compote de pommes', 'dessert', ''],
  ['Mousse au chocolat', 'dessert', 'fat'],
  ['Tarte aux pommes', 'dessert', 'sugary'],
  ['Brownie', 'dessert', 'fat'],
  ['Glace à la vanille', 'dessert', 'sugary'],
  ['Crème dessert', 'dessert', 'light-dairy sugary'],
])('%s (%s): %s', (name, course, expected) => {
  for (const spelling of spellings(name)) {
    const found = [...(guessed(spelling, course) ?? ['unknown'])].toSorted().join(' ');
    if (expected.endsWith('?')) expect(found).not.toMatch(/unminced|fish/);
    else expect([spelling, found]).toEqual([spelling, expected]);
  }
});

test('a word that no rule knows is unknown, and may be anything', () => {
  expect(guessed('Xyzzy', 'main')).toBeNull();
});

test('no meat, fish or frying is guessed of a dish called vegetarian, and no cheese class twice', () => {
  const shapes = ['Steak', 'Boulettes', 'Émincé', 'Bolognaise', 'Chili', 'Lasagnes', 'Parmentier', 'Curry'];
  const plants = ['végétal', 'végétarien', 'de légumes végétarien', 'sin carne', 'de soja végétal'];
  const never: readonly DishAttribute[] = ['unminced-meat', 'fish', 'raw-fruit'];
  for (const shape of shapes) {
    for (const plant of plants) {
      const found = guessed(`${shape} ${plant}`, 'main');
      expect([shape, plant, never.filter((one) => found?.has(one))]).toEqual([shape, plant, []]);
    }
  }
});
