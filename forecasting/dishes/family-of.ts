import type { DishFamily } from '../domain/records.ts';
import {
  animals,
  beforeDish,
  doughs,
  eggs,
  englishFoods,
  englishHeads,
  heads,
  type Lexicon,
  meatless,
  notes,
  shapes,
  sides,
  sweet,
  usuallyMeatless,
  usualMeat,
} from './lexicon.ts';

const longestPhrase = 4;

/** The family of the longest phrase that begins at one word. */
function at(words: readonly string[], start: number, phrases: Lexicon): DishFamily | null {
  for (let length = Math.min(longestPhrase, words.length - start); length > 0; length--) {
    const found = phrases.get(words.slice(start, start + length).join(' '));
    if (found !== undefined) {
      return found;
    }
  }
  return null;
}

/** The family of the first phrase that a name mentions. */
function first(words: readonly string[], phrases: Lexicon): DishFamily | null {
  for (let start = 0; start < words.length; start++) {
    const found = at(words, start, phrases);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** A dough is savoury when meat, fish, cheese or vegetables are in it and nothing sweet is. */
function ofDough(words: readonly string[]): DishFamily | null {
  const dough = at(words, 0, doughs);
  if (dough !== 'pastry' || words.some((word) => sweet.has(word))) {
    return dough;
  }
  const filling = words.slice(1);
  const savoury = ['cheese', 'vegetable', 'starch'].includes(first(filling, sides) ?? '');
  const sweetCheese = words.includes('blanc') && words.includes('fromage');
  return (savoury && !sweetCheese) || first(filling, animals) || first(filling, usualMeat)
    ? 'savoury-pastry'
    : dough;
}

/** What an English name says that a dish is; "milk shake" is a head of its own. */
function ofEnglish(words: readonly string[]): DishFamily | null {
  if (at(words, 0, heads) !== null || first(words, animals) !== null) return null;
  for (const lexicon of englishHeads) {
    const found = first(words, lexicon);
    if (found !== null) return found;
  }
  return null;
}

const proteins: ReadonlySet<DishFamily> = new Set(['fish', 'red-meat', 'poultry', 'pork', 'egg']);

/** What is not in a dish does not decide: "dhal sans dinde". */
const present = (words: readonly string[]) =>
  words.filter((word, i) => word !== 'sans' && words[i - 1] !== 'sans');

/**
 * The family of a dish by ordered rules: how a name begins, then what makes it vegetarian, then the animal it
 * mentions first, then the usual one of a dish without any, then sides. `null`: no rule knows it.
 */
export function familyOf(key: string): DishFamily | null {
  const all = key.split(' ').filter((word) => word !== '');
  const start = all.findIndex((word) => !beforeDish.has(word));
  const words = start < 0 ? all : present(all.slice(start));
  const english = ofEnglish(words);
  if (english !== null) return english;
  const head = at(words, 0, heads);
  if (first(all, meatless) !== null && (head === null || proteins.has(head))) {
    return 'vegetarian';
  }
  const animal = first(words, animals);
  return (
    head ??
    (animal === null ? first(words, usuallyMeatless) : null) ??
    ofDough(words) ??
    animal ??
    first(words, usualMeat) ??
    first(words, eggs) ??
    first(words, sides) ??
    first(words, shapes) ??
    first(words, englishFoods) ??
    at(all, 0, notes)
  );
}
