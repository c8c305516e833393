import { nameScore } from '../format/words.ts';

interface Named {
  readonly name: string;
  readonly text: string;
}

/** The terms whose name holds the words, else those whose text does; all of them, in their order, for no words. */
export function findTerms<T extends Named>(terms: readonly T[], words: readonly string[]): readonly T[] {
  if (words.length === 0) return terms;
  const byName = terms.filter(({ name }) => nameScore(words, name) > 0);
  const byText = terms.filter(({ name, text }) => nameScore(words, `${name} ${text}`) > 0);
  return [...byName, ...byText.filter((term) => !byName.includes(term))];
}
