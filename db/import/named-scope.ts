import type { FoodScope } from '../../forecasting/domain/records.ts';
import { fold } from '../fold.ts';
import { type Row, refused } from './row.ts';
import type { NamedScope, ScopeOf } from './scope-of.ts';

/** A text without the apostrophe that keeps a spreadsheet from running it as a formula. */
export const unguarded = (text: string): string => text.replace(/^'(?='*\s*[=+\-@＝＋－＠])/, '');

/** The dish or food that a line is about, under the name that the line gives it. */
export function readNamed(
  row: Row,
  scopeOf: ScopeOf,
): (NamedScope & { readonly name: string }) | typeof refused {
  const needed = row.needed('food');
  const nature = natureOf(row);
  if (needed === refused || nature === refused) return refused;
  const name = unguarded(needed);
  const named = scopeOf(name, nature);
  return named === null ? row.refuse('food', 'unknown-food', {}) : { ...named, name };
}

function natureOf(row: Row): FoodScope['type'] | null | typeof refused {
  const text = fold(row.text('nature'));
  if (text === '') return null;
  if (/^(ALIMENTS?|FOODS?)$/.test(text)) return 'food';
  return /^(PLATS?|DISH|DISHES)$/.test(text) ? 'dish' : row.refuse('nature', 'unknown-nature', {});
}
