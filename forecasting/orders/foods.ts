import { sides } from '../dishes/lexicon.ts';
import type { Course, DishFamily } from '../domain/records.ts';
import * as words from './food-words.ts';
import { mentions } from './food-words.ts';

/**
 * The finest classes of dishes that share portions and packs. Plant versions are foods of their own: a bag of minced
 * beef is no pack for a "bolognaise végétarienne".
 */
export const foods = [
  'minced-steak',
  'bolognaise',
  'breaded-meat',
  'nuggets',
  'sausages',
  'meatballs',
  'roast',
  'stew',
  'poultry-joint',
  'ham',
  'burger',
  'plain-fish',
  'breaded-fish',
  'fish-nuggets',
  'composite',
  'quenelle',
  'quiche-main',
  'omelette',
  'hard-eggs',
  'plant-patty',
  'plant-mince',
  'plant-nuggets',
  'plant-sausages',
  'plant-balls',
  'pasta-rice',
  'pulses',
  'potatoes',
  'fries',
  'crisps',
  'mash',
  'cooked-vegetables',
  'raw-vegetables',
  'cooked-starter',
  'mixed-salad',
  'soup',
  'quiche-starter',
  'cold-cuts',
  'cheese',
  'yoghurt',
  'fresh-cheese',
  'milk-dessert',
  'ice-cream',
  'pastry',
  'fruit',
  'stewed-fruit',
  'bread',
] as const;

export type Food = (typeof foods)[number];

export const isFood = (text: string): text is Food => foods.some((food) => food === text);

/** What is known of a dish when its food is asked for. */
export interface DishFacts {
  /** `Dish.key`: words without accents, plurals and markers. */
  readonly key: string;
  /** Corrected by hand or by rule (`familyOf`); `null`: no rule knows it. */
  readonly family: DishFamily | null;
  readonly course: Course | null;
}

/**
 * The food that a dish is; `null`: none that has a usual portion (a sauce, a drink, a note, words that no rule knows).
 * What the name says counts first, then the course, then the family: "Bolognaise végétarienne" is no minced meat, a
 * quiche is smaller as a starter, and a "gratin de pâtes" that is the main course is a whole plate.
 */
export function foodOf({ key, family, course }: DishFacts): Food | null {
  const all = key.split(' ').filter((word) => word !== '');
  // "Couscous sans viande" holds no meat; the word after "sans" describes what is not there.
  const present = all.filter((word, i) => word !== 'sans' && all[i - 1] !== 'sans');
  const says = (list: ReadonlySet<string>) => mentions(present, list);
  if (family === 'note' || present.length === 0) return null;
  if (says(words.quenelles)) return 'quenelle';
  // Whatever is in them, as a starter they are pieces of dough.
  if (course === 'starter' && says(words.starterPieces)) return 'quiche-starter';
  // Meatballs "en tajine" are counted by the piece; what a name begins with is what is served.
  if (family === 'red-meat' && mentions(present.slice(0, 1), words.balls)) return 'meatballs';
  if (course === 'side') return ofSide(present) ?? ofFamily(family, course, says);
  return ofFamily(family, course, says);
}

type Says = (list: ReadonlySet<string>) => boolean;

/** A garnish is what its first vegetable or starch is: "courgettes sautées" are no sauté. */
function ofSide(present: readonly string[]): Food | null {
  const says = (list: ReadonlySet<string>) => mentions(present, list);
  const starts = ofStarch(says);
  if (starts !== 'pasta-rice') return starts;
  const family = present.map((word) => sides.get(word)).find((found) => found !== undefined);
  if (family === 'starch') return 'pasta-rice';
  return family === 'vegetable' ? 'cooked-vegetables' : null;
}

function ofFamily(family: DishFamily | null, course: Course | null, says: Says): Food | null {
  switch (family) {
    case 'red-meat':
    case 'poultry':
    case 'pork':
      return ofMeat(course, says);
    case 'fish':
      return ofFish(course, says);
    case 'vegetarian':
      return ofPlants(says);
    case 'egg':
      return says(words.omelettes) ? 'omelette' : 'hard-eggs';
    case 'savoury-pastry':
      // "Galette de blé aux légumes" is a piece of plants, a "galette" of buckwheat is not.
      if (course === 'main' && says(words.patties)) return 'plant-patty';
      return course === 'starter' ? 'quiche-starter' : 'quiche-main';
    default:
      return course === 'main' && isOnTheSide(family) ? ofPlants(says) : ofSmaller(family, course, says);
  }
}

/** What is no main course by itself; as one it is a whole plate ("gratin de pâtes", "tortellinis à la ricotta"). */
const isOnTheSide = (family: DishFamily | null) =>
  family === 'starch' || family === 'vegetable' || family === 'cheese';

function ofMeat(course: Course | null, says: Says): Food {
  if (course === 'starter') return 'cold-cuts';
  if (says(words.composites)) return 'composite';
  if (says(words.bolognaises)) return says(words.pastas) ? 'composite' : 'bolognaise';
  if (says(words.pastas)) return 'composite';
  if (says(words.burgers)) return 'burger';
  if (says(words.nuggets)) return 'nuggets';
  if (says(words.balls)) return 'meatballs';
  if (says(words.sausages)) return 'sausages';
  if (says(words.breaded)) return 'breaded-meat';
  if (says(words.minced)) return 'minced-steak';
  if (says(words.coldCuts)) return 'cold-cuts';
  if (says(words.joints)) return 'poultry-joint';
  if (says(words.hams)) return 'ham';
  return says(words.roasts) ? 'roast' : 'stew';
}

function ofFish(course: Course | null, says: Says): Food {
  if (course === 'starter') return 'cold-cuts';
  if (says(words.composites) || says(words.pastas)) return 'composite';
  if (says(words.nuggets)) return 'fish-nuggets';
  if (says(words.breaded)) return 'breaded-fish';
  return says(words.coldCuts) ? 'cold-cuts' : 'plain-fish';
}

function ofPlants(says: Says): Food {
  if (says(words.composites)) return 'composite';
  if (says(words.bolognaises)) return says(words.pastas) ? 'composite' : 'plant-mince';
  if (says(words.nuggets)) return 'plant-nuggets';
  if (says(words.balls)) return 'plant-balls';
  if (says(words.sausages)) return 'plant-sausages';
  if (says(words.burgers)) return 'burger';
  return says(words.patties) ? 'plant-patty' : 'composite';
}

function ofStarch(says: Says): Food {
  if (says(words.mashes)) return 'mash';
  if (says(words.crisps)) return 'crisps';
  if (says(words.fried)) return 'fries';
  if (says(words.pulses)) return 'pulses';
  return says(words.potatoes) ? 'potatoes' : 'pasta-rice';
}

function ofDairy(says: Says): Food {
  if (says(words.ices)) return 'ice-cream';
  if (says(words.yoghurts)) return 'yoghurt';
  return says(words.freshCheeses) ? 'fresh-cheese' : 'milk-dessert';
}

/** Starters, garnishes, cheese, desserts and bread. */
function ofSmaller(family: DishFamily | null, course: Course | null, says: Says): Food | null {
  switch (family) {
    case 'starch':
      return course === 'starter' || says(words.mixedSalads) ? 'mixed-salad' : ofStarch(says);
    case 'vegetable':
      if (course === 'starter') return 'cooked-starter';
      return says(words.mashes) ? 'mash' : 'cooked-vegetables';
    case 'raw-vegetable':
      return 'raw-vegetables';
    case 'soup':
      return 'soup';
    case 'cheese':
      return 'cheese';
    case 'dairy':
      return ofDairy(says);
    case 'fruit':
      if (says(words.stewedFruits)) return 'stewed-fruit';
      return says(words.drinks) ? null : 'fruit';
    case 'pastry':
      return says(words.ices) ? 'ice-cream' : 'pastry';
    case 'bread':
      return 'bread';
    case 'condiment':
      // A sauce by its first word, the meat of the dish all the same.
      return says(words.bolognaises) ? 'bolognaise' : null;
    default:
      return course === 'bread' ? 'bread' : null;
  }
}
