import type { DishFamily } from '../domain/records.ts';

/** Words of what is drunk with a meal, as `dishWords` writes them: in French they come first, in English anywhere. */
const frenchDrinks = new Set('lait eau jus'.split(' '));
const englishDrinks = new Set('milk water juice smoothie'.split(' '));
/** What a French drink comes in, or is made with, before its name: "verre de lait", "pur jus", "café au lait". */
const before = new Set('verre bol brique briquette bouteille carafe pichet petit grand pur cafe'.split(' '));
/** Words of what is no drink though a drink is in it: "riz au lait", "confiture de lait", "milk pudding". */
const cooked = new Set(
  'riz semoule tapioca oeuf pain bread brioche confiture flan creme mousse glace cereal muffin curry'.split(
    ' ',
  ),
);
/** Of a drink, as its words are understood; what is cooked in milk or served in its juice is of another. */
const familiesOfDrinks: ReadonlySet<DishFamily | null> = new Set(['dairy', 'fruit', 'vegetable', null]);

/**
 * What goes with a meal and is chosen for itself, beside whatever else there is: sauce, bread, milk, juice. Nobody goes
 * without a main dish for it, so it is no share of a course.
 */
export function isNoChoice(dish: { readonly family: DishFamily | null; readonly key: string }): boolean {
  const { family, key } = dish;
  if (family === 'condiment' || family === 'bread') return true;
  if (!familiesOfDrinks.has(family)) return false;
  const words = key.split(' ');
  const first = words.find((word) => !before.has(word)) ?? '';
  const isDrink = frenchDrinks.has(first) || words.some((word) => englishDrinks.has(word));
  return isDrink && !words.some((word) => cooked.has(word));
}
