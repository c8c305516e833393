import type { DishFamily, DishMarker } from '../domain/records.ts';
import { dishWords } from './dish-words.ts';
import { animals, heads, type Lexicon, meatless, sides, usuallyMeatless, usualMeat } from './lexicon.ts';

/** Meat, fish or seafood in a dish: the words that say so; `sure` is false where they only make it likely. */
export interface MeatInDish {
  readonly sure: boolean;
  /** As compared: without accents or plurals; `null` where the family of the dish says it, or nothing is known. */
  readonly word: string | null;
}

/** A dish as a menu lists it. */
export interface NamedDish {
  readonly dish: string;
  /** `null`: not known. */
  readonly family: DishFamily | null;
  readonly markers: readonly DishMarker[];
}

const animalFamilies: ReadonlySet<DishFamily | null> = new Set(['fish', 'red-meat', 'poultry', 'pork']);
const sweetFamilies: ReadonlySet<DishFamily | null> = new Set([
  'fruit',
  'dairy',
  'pastry',
  'cheese',
  'bread',
  'condiment',
]);

const phrases = (list: string): ReadonlySet<string> =>
  new Set(list.split(',').map((phrase) => dishWords(phrase).join(' ')));

/** Sometimes an animal, sometimes a place, a shape or a cut: they count where the whole dish is known as one. */
const vague = phrases(`mer, lieu, julienne, sole, raie, moule, océane, pacifique, cassolette, filet surgelé,
  marmite perray, canette, palette, travers, poison, biche, caille`);

/** What is made with meat unless it says otherwise, and often is not: nobody can know from the name. */
const composed =
  phrases(`lasagne, parmentier, couscous, tajine, tagine, moussaka, ravioli, cannelloni, chili, paella,
  nem, samoussa, samossa, terrine, brochette, nugget, boulette, burger, cheeseburger, cheese burger, kebab, choucroute,
  cassolette, haché, égrené, émincé, sauté, escalope, mousse foie`);

/** May hold gelatine, stock or fish, which a name does not tell. */
const doubtful =
  phrases(`gélatine, quenelle, bouillon, consommé, fumet, guimauve, marshmallow, chamallow, bavarois,
  panna cotta, nuoc mam, worcestershire, farci, sauce huître, césar, niçoise, piémontaise, savoyarde, alsacienne,
  strasbourgeoise, bagnat, flammekueche`);

/** A word of them is an animal elsewhere. */
const harmless = phrases('sel mer');

/** Meat that a dish names, and that no list of families had: it makes a starter or a sauce what it is. */
const more =
  phrases(`charcuterie, salami, jambon, lardon, bacon, saucisson, pancetta, speck, prosciutto, serrano,
  chorizo, nduja, andouille, boudin, rillette, pâté, foie gras, foie, rognon, gésier, tripe, tripou, langue, magret,
  confit canard, canard, carne, meat, beef, chicken, ham, pork, turkey, tuna, salmon, cod, shrimp, prawn, anchois,
  anchoïade, tapenade anchois, tarama, poutargue, crevette, gambas, langoustine, homard, crabe, escargot, grenouille,
  bolognaise, bolo, carbonara, thon, surimi, saumon, sardine, hareng, maquereau, merguez, chipolata, saucisse, viande,
  lard, museau, lorraine, jus viande, jus veau, fond veau, saindoux, graisse canard`);

const longest = 4;

interface Match {
  readonly phrase: string;
  readonly length: number;
}

function matchAt(words: readonly string[], start: number, has: (phrase: string) => boolean): Match | null {
  for (let length = Math.min(longest, words.length - start); length > 0; length--) {
    const phrase = words.slice(start, start + length).join(' ');
    if (has(phrase)) return { phrase, length };
  }
  return null;
}

const plantFamilies: ReadonlySet<DishFamily | undefined> = new Set([
  'vegetable',
  'starch',
  'raw-vegetable',
  'fruit',
]);
const isPlant = (phrase: string) =>
  plantFamilies.has(sides.get(phrase)) || /^(soja|ble|cereale)$/.test(phrase);
const inAny =
  (...lists: readonly (Lexicon | ReadonlySet<string>)[]) =>
  (phrase: string) =>
    lists.some((list) => list.has(phrase));
const isMeat = inAny(animals, usualMeat, more);
/** Phrases that are no meat although a word of them might be: "julienne de légumes", "salade de fruits". */
const isOther = (phrase: string) =>
  sides.has(phrase) ||
  harmless.has(phrase) ||
  (heads.has(phrase) && !animalFamilies.has(heads.get(phrase) ?? null));

/** "Boulettes de blé", "steak de lentilles": what stands after "de" is what a shape is made of. */
function madeOf(text: string): ReadonlySet<string> {
  const made = new Set<string>();
  const plain = text.normalize('NFC').replace(/[’ʼ]/g, "'");
  for (const match of plain.matchAll(
    /([\p{L}\p{M}]+)\s+(?:de\s+la\s|des?\s|du\s|d'|à\s+base\s+de\s)\s*/giu,
  )) {
    const [shape] = dishWords(match[1] ?? '');
    const rest = dishWords(plain.slice(match.index + match[0].length));
    if (shape !== undefined && matchAt(rest, 0, isPlant) !== null) made.add(shape);
  }
  return made;
}

/** Without what a dish is said to be without: "sauce sans porc". */
const present = (words: readonly string[]) =>
  words.filter((word, i) => word !== 'sans' && words[i - 1] !== 'sans');

interface MeatWords {
  readonly found: readonly string[];
  /** Words that would be meat, did the name not say otherwise: boulettes of wheat, a julienne of vegetables. */
  readonly ofPlants: readonly string[];
}

function meatWords(words: readonly string[], plantShapes: ReadonlySet<string>): MeatWords {
  const found: string[] = [];
  const ofPlants: string[] = [];
  for (let start = 0; start < words.length; ) {
    const free = matchAt(words, start, inAny(usuallyMeatless));
    const other = matchAt(words, start, isOther);
    const meat = matchAt(words, start, isMeat);
    const seafood = matchAt(words, start + 1, (phrase) => phrase === 'fruit mer');
    if (seafood !== null) {
      start += 1;
      continue;
    }
    const isFree = (match: Match | null) => match !== null && match.length > (meat?.length ?? 0);
    if (isFree(free) || isFree(other)) {
      if (meat !== null) ofPlants.push(meat.phrase);
      start += Math.max(free?.length ?? 0, other?.length ?? 0);
    } else {
      if (meat !== null) (plantShapes.has(meat.phrase) ? ofPlants : found).push(meat.phrase);
      start += meat?.length ?? 1;
    }
  }
  return { found, ofPlants };
}

/**
 * What a dish holds of meat, fish or seafood, from every word of its name, in whatever course it stands; `null` where
 * nothing points to any. Eggs and milk are no meat. A dish that is called vegetarian is believed.
 */
export function meatInDish({ dish, family, markers }: NamedDish): MeatInDish | null {
  if (family === 'note' || family === 'vegetarian') return null;
  const words = present(dishWords(dish));
  const isAnimal = animalFamilies.has(family);
  const meatlessWord = words.some((_, start) => matchAt(words, start, inAny(meatless)) !== null);
  if (meatlessWord || (markers.includes('vegetarian') && !isAnimal)) return null;
  const { found: named, ofPlants } = meatWords(words, madeOf(dish));
  const found = named.filter((word) => isAnimal || !vague.has(word));
  const sure = found.find(
    (word) => !composed.has(word) && !(sweetFamilies.has(family) && usualMeat.has(word) && !more.has(word)),
  );
  if (sure !== undefined) return { sure: true, word: sure };
  const doubt = words
    .map((_, start) => matchAt(words, start, inAny(doubtful))?.phrase)
    .find((word) => word !== undefined);
  const likely = found.find((word) => composed.has(word) && !sweetFamilies.has(family)) ?? doubt;
  if (likely !== undefined) return { sure: false, word: likely };
  // A family that was corrected by hand, or found by a rule that the words above do not know.
  if (isAnimal)
    return ofPlants.length > 0 || words.some((_, at) => matchAt(words, at, inAny(harmless)))
      ? null
      : { sure: true, word: null };
  return family === null || (family === 'savoury-pastry' && !namesFilling(words))
    ? { sure: false, word: null }
    : null;
}

/** A savoury pastry that names vegetables or cheese and no meat is believed. */
function namesFilling(words: readonly string[]): boolean {
  return words.slice(1).some((_, i) => {
    const match = matchAt(
      words,
      i + 1,
      (phrase) => plantFamilies.has(sides.get(phrase)) || sides.get(phrase) === 'cheese',
    );
    return match !== null;
  });
}
