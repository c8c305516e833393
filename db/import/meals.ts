import { fold } from '../fold.ts';

const lunch = /^(REPAS (DE |DU )?)?(DEJEUNERS?|MIDI|LUNCH(ES)?)$/;
const others =
  /^(PETITS?.?DEJ(EUNERS?)?|GOUTERS?|COLLATIONS?|DINERS?|SOUPERS?|(REPAS DU )?SOIR|BREAKFASTS?|SNACKS?|DINNERS?|SUPPERS?)$/;

/** The meal that a heading names, and nothing else. */
export function mealOf(heading: string): 'lunch' | 'other' | null {
  const folded = fold(heading);
  return lunch.test(folded) ? 'lunch' : others.test(folded) ? 'other' : null;
}

/** Catering programs export breakfasts and snacks in the same file. */
export function isLunch(service: string): boolean {
  return !/^(PETIT.?DEJ|GOUTER|COLLATION|DINER|SOUPER|BREAKFAST|SNACK|DINNER)/.test(fold(service));
}
