import { fold } from './fold.ts';

/** Words that say what a place is, not which one. */
const common = new Set(
  'ECOLE ECOLES EC GROUPE SCOLAIRE GS RESTAURANT RESTO RS CANTINE SITE ELEMENTAIRE ELEM EL MATERNELLE MAT PRIMAIRE PRIM COLLEGE PUBLIQUE SCHOOL CANTEEN PRIMARY E M DE DU DES LA LE LES D L'.split(
    ' ',
  ),
);

/** How alike two names are, 0 to 1. Common words do not count, an initial stands for its word. */
export function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0 || right.length === 0) {
    return 0;
  }
  const expanded = left.map((word) => expandInitial(word, right));
  const other = right.map((word) => expandInitial(word, left));
  return dice(expanded.sort().join(' '), other.sort().join(' '));
}

function wordsOf(name: string): string[] {
  const words = fold(name)
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !common.has(word));
  return telling.length > 0 ? telling : words;
}

function expandInitial(word: string, others: readonly string[]): string {
  return word.length === 1 ? (others.find((other) => other.startsWith(word)) ?? word) : word;
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
