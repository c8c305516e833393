import { fold } from './fold.ts';
import { equalButForLost } from './lost-letters.ts';

/** Words that say what a place is, not which one. */
const common = new Set(
  'ECOLE ECOLES EC GROUPE SCOLAIRE GS RESTAURANT RESTO RS CANTINE SITE ELEMENTAIRE ELEM EL MATERNELLE MAT PRIMAIRE PRIM COLLEGE PUBLIQUE SCHOOL CANTEEN PRIMARY E M DE DU DES LA LE LES D L'.split(
    ' ',
  ),
);

/** Words that are mostly written short. */
const short: ReadonlyMap<string, string> = new Map([
  ['ST', 'SAINT'],
  ['STE', 'SAINTE'],
  ['STS', 'SAINTS'],
  ['NDAME', 'NOTRE DAME'],
  ['GAL', 'GENERAL'],
  ['MAL', 'MARECHAL'],
  ['PDT', 'PRESIDENT'],
  ['DR', 'DOCTEUR'],
  ['CDT', 'COMMANDANT'],
  ['JB', 'JEAN BAPTISTE'],
  ['JJ', 'JEAN JACQUES'],
]);

/**
 * How alike two names are, 0 to 1. Common words do not count, an initial stands for its word and an abbreviation for
 * what it shortens. A name that has lost letters is hardly less like the whole one.
 */
export function likeness(a: string, b: string): number {
  if (equalButForLost(a, b)) {
    return 0.99;
  }
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0 || right.length === 0) {
    return 0;
  }
  const whole = dice(joined(expandInitials(left, right)), joined(expandInitials(right, left)));
  // An initial fits many names: the words that are written out on both sides must be alike too.
  const [restLeft, restRight] = [writtenOut(left, right), writtenOut(right, left)];
  return restLeft === '' || restRight === '' ? whole : Math.min(whole, dice(restLeft, restRight));
}

function joined(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

function wordsOf(name: string): string[] {
  const words = fold(name)
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !common.has(word));
  return (telling.length > 0 ? telling : words).flatMap((word) => (short.get(word) ?? word).split(' '));
}

function expandInitials(words: readonly string[], others: readonly string[]): readonly string[] {
  return words.map((word) => standsFor(word, words, others) ?? word);
}

/** The words that are no initial, and that no initial of the other name stands for. */
function writtenOut(words: readonly string[], others: readonly string[]): string {
  const known = others.map((word) => standsFor(word, others, words));
  return joined(words.filter((word) => word.length > 1 && !known.includes(word)));
}

/** The word of another name that an initial stands for: one that is not written out beside it. */
function standsFor(word: string, beside: readonly string[], others: readonly string[]): string | undefined {
  return word.length > 1
    ? undefined
    : others.find((other) => other.startsWith(word) && !beside.includes(other));
}

/** Dice's coefficient of the pairs of neighbouring letters. */
function dice(a: string, b: string): number {
  if (a === b) {
    return 1;
  }
  const pairs = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at++) {
    const pair = a.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at < b.length - 1; at++) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      pairs.set(pair, left - 1);
      shared++;
    }
  }
  return (2 * shared) / Math.max(1, a.length + b.length - 2);
}
