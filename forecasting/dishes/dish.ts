import type { DishMarker } from '../domain/records.ts';
import { readMarkers } from './dish-markers.ts';
import { dishWords } from './dish-words.ts';

export interface Dish {
  /** The same for every spelling of one dish; empty for a text without words. */
  readonly key: string;
  /** This spelling without its markers, to be shown. */
  readonly name: string;
  readonly markers: readonly DishMarker[];
}

/** One dish under its spellings: `Hachis Parmentier*` and `hachis  parmentier BIO` have one key. */
export function normaliseDish(text: string): Dish {
  const { markers, shown, compared } = readMarkers(text.normalize('NFC'));
  return { key: dishWords(compared).join(' '), name: showable(shown), markers };
}

function showable(text: string): string {
  const tidy = text
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:./+?"-]+|[\s,;:./+?"-]+$/g, '');
  const calm = tidy === tidy.toUpperCase() ? tidy.toLowerCase() : tidy;
  return calm.charAt(0).toUpperCase() + calm.slice(1);
}
