import type { Portion } from '../domain/records.ts';
import { mentions, type Phrases, phrases, pulses } from './food-words.ts';
import type { Food } from './foods.ts';

/** How what is served becomes what is bought. */
export type Yield =
  /** bought = served × factor. `usual`: a default that nobody has checked here. */
  | { readonly type: 'factor'; readonly factor: number; readonly source: 'own' | 'usual' }
  /** It is sold raw and weighs something else once served, and nobody stated the factor. */
  | { readonly type: 'unknown' }
  /** It is bought as it is served, or counted in raw pieces. */
  | { readonly type: 'as-served' };

/** What a default factor is of. */
export type FactorName =
  | 'rice'
  | 'pasta'
  | 'semolina'
  | 'pulses'
  | 'roast'
  | 'minced-steak'
  | 'plain-fish'
  | 'fresh-spinach'
  | 'frozen-spinach'
  | 'peeled';

export interface DefaultFactor {
  readonly name: FactorName;
  readonly food: Food;
  readonly factor: number;
  /** The dishes of the food that it is of; `null`: all. */
  readonly words: Phrases | null;
}

const rice = phrases('riz');
const pasta =
  phrases(`pâtes, spaghetti, coquillette, macaroni, tagliatelle, penne, farfalle, torti, tortis, fusilli,
  torsade, papillon, nouille, vermicelle, pépinette, risetti, linguine, rigatoni, conchiglie, orecchiette, crozet`);
const semolina = phrases('semoule');
/** Grains of which no factor was read anywhere. */
const grains =
  phrases(`boulgour, boulghour, quinoa, épeautre, orge, millet, sarrasin, sarrazin, avoine, fonio, polenta,
  céréale, ébly, blé`);
const wheat = phrases('blé');
/** Bought cooked or fresh, so that the factor of the dry product is not theirs. */
const ready = phrases(`précuit, précuite, cuit, cuite, conserve, boîte, appertisé, appertisée`);
const freshPasta = phrases(
  'pâtes fraîches, spaghetti frais, tagliatelle fraîche, nouille fraîche, penne fraîche',
);
const leaves =
  phrases(`épinard, blette, bette, oseille, chou vert, chou frisé, chou kale, kale, chou chinois, laitue, batavia,
  mâche, roquette, frisée, scarole, iceberg, endive, mesclun, feuille chêne, cresson, pourpier, sucrine, romaine, pissenlit,
  jeune pousse, salade verte, salade mêlée, salade saison`);

/** Sources of the factors: common kitchen tables, recalled and not checked against any; they are shown as such. */
export const defaultFactors: readonly DefaultFactor[] = [
  { name: 'rice', food: 'pasta-rice', factor: 0.35, words: rice },
  { name: 'pasta', food: 'pasta-rice', factor: 0.4, words: pasta },
  { name: 'semolina', food: 'pasta-rice', factor: 0.4, words: semolina },
  { name: 'pulses', food: 'pulses', factor: 0.4, words: null },
  { name: 'roast', food: 'roast', factor: 1.35, words: null },
  { name: 'minced-steak', food: 'minced-steak', factor: 1.3, words: null },
  { name: 'plain-fish', food: 'plain-fish', factor: 1.2, words: null },
  {
    name: 'fresh-spinach',
    food: 'cooked-vegetables',
    factor: 1.6,
    words: phrases('épinard frais, épinard branche frais, épinard haché frais, pousse épinard frais'),
  },
  {
    name: 'frozen-spinach',
    food: 'cooked-vegetables',
    factor: 1.15,
    words: phrases(
      'épinard surgelé, épinard branche surgelé, épinard haché surgelé, épinard portion surgelé',
    ),
  },
  {
    name: 'peeled',
    food: 'raw-vegetables',
    factor: 1.25,
    words:
      phrases(`carotte, céleri, betterave, concombre, navet, panais, radis noir, chou rave, fenouil, avocat, chou rouge,
      chou blanc`),
  },
];

/** Foods that change their weight in the pot, whatever the dish. */
const cooked: ReadonlySet<Food | null> = new Set<Food>(['pasta-rice', 'pulses', 'roast', 'stew']);
/** Foods that may be made of rice, pasta, pulses or grains; what else is in them is not known. */
const made: ReadonlySet<Food | null> = new Set<Food>(['composite', 'mixed-salad', 'cooked-starter']);
/** Ingredients that a garnish may mix; two of them with two factors leave the weight of each open. */
const ingredients: readonly (readonly [Phrases, number | null])[] = [
  [rice, 0.35],
  [pasta, 0.4],
  [semolina, 0.4],
  [pulses, 0.4],
  [grains, null],
];

interface YieldDish {
  /** `Dish.key`. */
  readonly key: string;
  readonly food: Food | null;
}

/**
 * The yield of a dish that is served by `portion`. `said`: factors that somebody stated, the dish's own before that
 * of its food. What two readings explain equally well ("riz et boulgour", spinach neither fresh nor frozen) is unknown.
 */
export function yieldOf(
  dish: YieldDish,
  { unit }: Pick<Portion, 'unit'>,
  said: readonly (number | null)[],
): Yield {
  if (unit === 'piece') return { type: 'as-served' };
  const own = said.find((factor) => factor !== null) ?? null;
  if (own !== null) return { type: 'factor', factor: own, source: 'own' };
  const usual = usualFactor(dish);
  if (usual !== null) return { type: 'factor', factor: usual, source: 'usual' };
  return { type: changesWeight(dish) ? 'unknown' : 'as-served' };
}

/** The default factors of a food; a food may have several, each for some dishes. */
export const factorsOfFood = (food: string): readonly DefaultFactor[] =>
  defaultFactors.filter((entry) => entry.food === food);

const wordsOf = (key: string) => key.split(' ').filter((word) => word !== '');

function usualFactor({ key, food }: YieldDish): number | null {
  const words = wordsOf(key);
  if (food === null || mentions(words, ready) || mentions(words, freshPasta)) return null;
  const mixed = new Set(ingredientFactors(words));
  if ((food === 'pasta-rice' || food === 'pulses') && mixed.size > 1) return null;
  const own = defaultFactors.filter((entry) => entry.food === food);
  const found = own.filter((entry) => entry.words === null || mentions(words, entry.words));
  return found[0]?.factor ?? null;
}

/** One for each ingredient that is named; wheat beside pasta or semolina says what these are made of. */
function ingredientFactors(words: readonly string[]): readonly (number | null)[] {
  const named = ingredients.filter(([list]) => mentions(words, list));
  const onlyWheat = !words.some((word) => grains.has(word) && !wheat.has(word));
  const ofWheat = named.some(([list]) => list === pasta || list === semolina) && onlyWheat;
  return named.filter(([list]) => !(ofWheat && list === grains)).map(([, factor]) => factor);
}

function changesWeight({ key, food }: YieldDish): boolean {
  const words = wordsOf(key);
  if (cooked.has(food)) return true;
  if (made.has(food)) return ingredientFactors(words).length > 0;
  const isVegetable = food === 'cooked-vegetables' || food === 'raw-vegetables';
  return isVegetable && (mentions(words, leaves) || key === 'salade');
}
