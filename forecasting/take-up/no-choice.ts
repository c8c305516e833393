import type { DishFamily } from '../domain/records.ts';

/** Words of what is drunk with a meal, as `dishWords` writes them. */
const drinks = new Set('lait milk eau water jus juice smoothie'.split(' '));
/** Words of what is no drink though a drink is in it: "riz au lait", "confiture de lait", "milk bread". */
const cooked = new Set(
  'riz semoule tapioca oeuf pain bread brioche confiture flan creme mousse glace cereal muffin'.split(' '),
);

/**
 * What goes with a meal and is chosen for itself, beside whatever else there is: sauce, bread, milk, juice. Nobody goes
 * without a main dish for it, so it is no share of a course.
 */
export function isNoChoice(dish: { readonly family: DishFamily | null; readonly key: string }): boolean {
  const { family, key } = dish;
  if (family === 'condiment' || family === 'bread') return true;
  const words = key.split(' ');
  return words.some((word) => drinks.has(word)) && !words.some((word) => cooked.has(word));
}
