import type { AgeClass, Portion, PortionUnit } from '../domain/records.ts';
import { mentions, type Phrases, phrases } from './food-words.ts';
import type { Food } from './foods.ts';

/**
 * Where an amount was read. `decree-2011`: arrêté du 30 septembre 2011, annexe II. `reunion`: booklet of vegetarian
 * menus of La Réunion, which states that it follows GEM-RCN. `usual`: recalled from practice and read nowhere.
 */
export type DefaultPortionSource = 'decree-2011' | 'reunion' | 'usual';

export interface DefaultPortion {
  readonly food: Food;
  readonly portion: Portion;
  readonly source: DefaultPortionSource;
  /** Classes whose amount nobody has checked against a text; the user is told to. */
  readonly unverified: readonly AgeClass[];
}

/** A default for some dishes of a food: annexe II of the decree has finer lines than foods. */
export interface PortionVariant {
  readonly name: 'crepes' | 'pastry-starters' | 'choux' | 'biscuits' | 'mousses';
  readonly food: Food;
  readonly words: Phrases;
  /** Dishes that a word of `words` begins, and that are another thing. */
  readonly without: Phrases;
  readonly portion: Portion;
}

/** Weight of one raw piece of the decree, in grams: portions of these foods count raw pieces. */
export const rawPieces: Partial<Record<Food, number>> = { nuggets: 20, meatballs: 30, sausages: 50 };

export const ageClasses: readonly AgeClass[] = ['M', 'E', 'C', 'A'];

type Amounts = readonly [m: number | null, e: number | null, c: number | null, a: number | null];

function row(
  food: Food,
  unit: PortionUnit,
  [M, E, C, A]: Amounts,
  source: DefaultPortionSource,
  unverified: readonly AgeClass[] = source === 'usual' ? ageClasses : ['A'],
): DefaultPortion {
  return { food, portion: { unit, amounts: { M, E, C, A }, purchaseFactor: null }, source, unverified };
}

/**
 * Portions ready to eat, ±10 %, per guest: maternelle, élémentaire, collège, adult. Where a source gives a range, its
 * middle stands here (80–100 g is 90). The decree says nothing about adults: they get what it gives a collège pupil,
 * marked as unverified. A yoghurt is ordered by the pot (100–125 g), so it counts as a piece.
 */
export const defaultPortions: readonly DefaultPortion[] = [
  row('minced-steak', 'g', [50, 70, 100, 100], 'decree-2011'),
  row('bolognaise', 'g', [50, 70, 90, 90], 'decree-2011'),
  row('breaded-meat', 'g', [50, 70, 110, 110], 'decree-2011'),
  row('nuggets', 'piece', [2, 3, 5, 5], 'decree-2011'),
  row('sausages', 'piece', [1, 2, 2.5, 2.5], 'decree-2011'),
  row('meatballs', 'piece', [2, 3, 4.5, 4.5], 'decree-2011'),
  row('roast', 'g', [40, 60, 90, 90], 'usual'),
  row('stew', 'g', [50, 70, 110, 110], 'usual'),
  row('poultry-joint', 'piece', [1, 1, 1, 1], 'usual'),
  row('ham', 'g', [40, 60, 90, 90], 'usual'),
  row('burger', 'piece', [1, 1, 1, 1], 'usual'),
  row('plain-fish', 'g', [50, 70, 110, 110], 'usual'),
  row('breaded-fish', 'g', [50, 70, 110, 110], 'decree-2011'),
  row('fish-nuggets', 'piece', [2, 3, 5, 5], 'usual'),
  row('composite', 'g', [180, 250, 275, 275], 'decree-2011'),
  row('quenelle', 'g', [60, 80, 140, 140], 'decree-2011'),
  row('quiche-main', 'g', [100, 150, 200, 200], 'decree-2011'),
  row('omelette', 'g', [70, 95, 135, 135], 'reunion'),
  row('hard-eggs', 'piece', [1, 1.5, 2, 2], 'reunion'),
  row('plant-patty', 'g', [50, 70, 110, 110], 'usual'),
  row('plant-mince', 'g', [50, 70, 90, 90], 'usual'),
  row('plant-nuggets', 'piece', [2, 3, 5, 5], 'usual'),
  row('plant-sausages', 'piece', [1, 2, 2.5, 2.5], 'usual'),
  row('plant-balls', 'piece', [2, 3, 4.5, 4.5], 'usual'),
  row('pasta-rice', 'g', [120, 170, 225, 225], 'usual'),
  row('pulses', 'g', [120, 170, 225, 225], 'usual'),
  row('potatoes', 'g', [120, 170, 225, 225], 'usual'),
  row('fries', 'g', [120, 170, 225, 225], 'usual'),
  row('crisps', 'g', [30, 30, 60, 60], 'usual'),
  row('mash', 'g', [150, 200, 240, 240], 'usual'),
  row('cooked-vegetables', 'g', [100, 100, 150, 150], 'reunion'),
  row('raw-vegetables', 'g', [50, 70, 105, 105], 'usual'),
  row('cooked-starter', 'g', [50, 70, 95, 95], 'usual'),
  row('mixed-salad', 'g', [60, 80, 105, 105], 'usual'),
  row('soup', 'ml', [200, 200, 250, 250], 'usual'),
  row('quiche-starter', 'g', [70, 70, 90, 90], 'decree-2011'),
  row('cold-cuts', 'g', [30, 30, 40, 40], 'usual'),
  row('cheese', 'g', [18, 23, 28, 28], 'usual'),
  row('yoghurt', 'piece', [1, 1, 1, 1], 'usual'),
  row('fresh-cheese', 'g', [100, 100, 110, 110], 'usual'),
  row('milk-dessert', 'g', [100, 100, 110, 110], 'usual'),
  row('ice-cream', 'ml', [50, 75, 85, 85], 'decree-2011'),
  row('pastry', 'g', [50, 50, 70, 70], 'decree-2011'),
  row('fruit', 'g', [100, 100, 125, 125], 'usual'),
  row('stewed-fruit', 'g', [100, 100, 125, 125], 'usual'),
  row('bread', 'g', [30, 40, 75, 75], 'usual'),
];

const variant = (
  name: PortionVariant['name'],
  food: Food,
  list: string,
  [M, E, C, A]: Amounts,
  { unit = 'g', without = '' }: { readonly unit?: PortionUnit; readonly without?: string } = {},
): PortionVariant => ({
  name,
  food,
  words: phrases(list),
  without: phrases(without),
  portion: { unit, amounts: { M, E, C, A }, purchaseFactor: null },
});

/** Decree of 30 September 2011, annexe II; ranges by their middle. Biscuits have no line for a collège: to be checked. */
export const portionVariants: readonly PortionVariant[] = [
  variant('crepes', 'quiche-starter', 'crêpe, nem, samoussa, samossa, beignet', [50, 50, 100, 100]),
  variant('pastry-starters', 'quiche-starter', 'friand, feuilleté, feuilletée', [62.5, 62.5, 100, 100]),
  variant(
    'choux',
    'pastry',
    `éclair, chou crème, chou vanille, chou chocolat, chou chantilly, chou praliné, religieuse, profiterole,
    chouquette, paris brest, pâte chou`,
    [32.5, 32.5, 50, 50],
  ),
  variant(
    'biscuits',
    'pastry',
    `biscuit, sablé, palet breton, galette bretonne, galette saint michel, petit beurre, boudoir, cookie,
    gaufrette, spéculoos, langue chat, cigarette russe`,
    [25, 40, 50, 50],
    { without: 'biscuit roulé, biscuit cuillère' },
  ),
  variant('mousses', 'milk-dessert', 'mousse', [110, 110, 110, 110], { unit: 'ml' }),
];

/** The default for a dish of a food: that of its line in annexe II, else of the whole food. */
export function defaultPortionOf(food: Food, key: string): Portion {
  const words = key.split(' ');
  const found = portionVariants.find(
    (one) => one.food === food && mentions(words, one.words) && !mentions(words, one.without),
  );
  return found?.portion ?? defaultPortion(food).portion;
}

const byFood = new Map(defaultPortions.map((entry) => [entry.food, entry]));

/** The default of a food; every food has one. */
export function defaultPortion(food: Food): DefaultPortion {
  const found = byFood.get(food);
  if (found === undefined) throw new RangeError(`No default portion for ${food}`);
  return found;
}
