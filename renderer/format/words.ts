import { foldForSearch } from './fold.ts';

/** Dates stay whole; other words are letters, or digits. */
const WORD = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?!\d)|\d+|\p{L}+/gu;

/** A thousand written with a space of any width, a comma or a point: 1 234, 1,234. */
const THOUSANDS = /(?<!\d)(\d{1,3})[\s.,](\d{3})(?!\d)/g;

/** The words of what was typed, without accents, capitals and signs. */
export function queryWordsOf(text: string): readonly string[] {
  const bare = foldForSearch(text.replaceAll('œ', 'oe').replaceAll('Œ', 'oe')).replace(THOUSANDS, '$1$2');
  return bare.match(WORD) ?? [];
}

/** How many letters may be wrong in a word of this length. */
function slackOf(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

const isNumber = (word: string) => /^\d+$/.test(word);

/** The same word, but for a slip of the fingers. */
export function isLike(typed: string, word: string): boolean {
  if (typed === word) return true;
  const slack = Math.min(slackOf(typed), slackOf(word));
  if (slack === 0 || Math.abs(typed.length - word.length) > slack) return false;
  return slips(typed, word) <= slack;
}

/** Letters added, left out, changed or swapped with their neighbour (optimal string alignment). */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const best = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(swapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** How well a typed word stands for a word of a name, 0 to 1. */
export function wordScore(typed: string, word: string): number {
  if (typed === word) return 1;
  if (isNumber(typed)) return Number(typed) === Number(word) ? 1 : 0;
  if (typed.length > 1 && word.startsWith(typed)) return 0.75 + (0.2 * typed.length) / word.length;
  if (isLike(typed, word)) return 0.7;
  // The beginning of a longer word, with a slip in it.
  const start = word.slice(0, typed.length);
  if (typed.length >= 5 && isLike(typed, start)) return 0.6;
  return typed.length === 1 && word.startsWith(typed) ? 0.3 : 0;
}

export const bestScore = (typed: string, words: readonly string[]): number =>
  Math.max(0, ...words.map((word) => wordScore(typed, word)));

/** How well what was typed finds a thing by one of its names: every word must be in it; 0 when one is not. */
export const nameScore = (typed: readonly string[], name: string): number =>
  wordsScore(typed, queryWordsOf(name));

/** The same for a name whose words are known already. */
export function wordsScore(typed: readonly string[], words: readonly string[]): number {
  const scores = typed.map((word) => bestScore(word, words));
  if (scores.length === 0 || scores.some((score) => score === 0)) return 0;
  const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
  // Of two names that hold the words, the shorter is meant more likely.
  return mean * (0.9 + (0.1 * Math.min(typed.length, words.length)) / Math.max(1, words.length));
}
