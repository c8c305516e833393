import { isLike } from '../format/words.ts';

/** Monday first: the whole words, then what they are shortened to. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['lundi', 'monday', 'lun', 'mon'],
  ['mardi', 'tuesday', 'mar', 'tue', 'tues'],
  ['mercredi', 'wednesday', 'mer', 'merc', 'wed'],
  ['jeudi', 'thursday', 'jeu', 'thu', 'thur', 'thurs'],
  ['vendredi', 'friday', 'ven', 'vend', 'fri'],
  ['samedi', 'saturday', 'sam', 'sat'],
  ['dimanche', 'sunday', 'dim', 'sun'],
];

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'january', 'jan', 'janv'],
  ['fevrier', 'february', 'fev', 'fevr', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'april', 'avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'july', 'juil', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'september', 'sept', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
];

/** A short word is taken as it is: « mars » is no « mardi » with a slip. */
const LONG = 5;

function placeIn(names: readonly (readonly string[])[], word: string | undefined): number | null {
  if (word === undefined) return null;
  const exact = names.findIndex((forms) => forms.includes(word));
  if (exact >= 0) return exact + 1;
  if (word.length < LONG) return null;
  const close = names.findIndex((forms) => forms.slice(0, 2).some((form) => isLike(word, form)));
  return close >= 0 ? close + 1 : null;
}

/** Monday = 1 … Sunday = 7, in French or English; `null` for any other word. */
export const weekdayNamed = (word: string | undefined): number | null => placeIn(WEEKDAYS, word);

/** January = 1 … December = 12. */
export const monthNamed = (word: string | undefined): number | null => placeIn(MONTHS, word);

export type Shift = 'this' | 'next' | 'last' | 'following';

const SHIFTS: readonly (readonly [Shift, readonly string[]])[] = [
  ['this', ['ce', 'cette', 'this']],
  ['next', ['prochain', 'prochaine', 'next']],
  ['last', ['dernier', 'derniere', 'passe', 'passee', 'last', 'past']],
  ['following', ['suivant', 'suivante', 'following', 'apres']],
];

export function shiftNamed(word: string | undefined): Shift | null {
  if (word === undefined) return null;
  const found = SHIFTS.find(([, words]) =>
    words.some((form) => form === word || (form.length > 6 && isLike(word, form))),
  );
  return found?.[0] ?? null;
}

/** Days from today. */
const RELATIVE: readonly (readonly [readonly string[], number])[] = [
  [['avant', 'hier'], -2],
  [['apres', 'demain'], 2],
  [['day', 'after', 'tomorrow'], 2],
  [['day', 'before', 'yesterday'], -2],
  [['aujourd', 'hui'], 0],
  [['aujourdhui'], 0],
  [['today'], 0],
  [['demain'], 1],
  [['tomorrow'], 1],
  [['hier'], -1],
  [['yesterday'], -1],
];

/** « après-demain » at this place: the days from today and the number of words; `null` for anything else. */
export function relativeDay(
  words: readonly string[],
  at: number,
): { readonly days: number; readonly length: number } | null {
  const fits = (form: readonly string[]) => form.every((word, i) => isLike(words[at + i] ?? '', word));
  const found = RELATIVE.find(([form]) => fits(form));
  return found ? { days: found[1], length: found[0].length } : null;
}

const WEEK_WORDS = new Set(['semaine', 'sem', 's', 'week', 'wk', 'w']);

export const isWeekWord = (word: string | undefined): boolean =>
  word !== undefined && (WEEK_WORDS.has(word) || (word.length > LONG && isLike(word, 'semaine')));
