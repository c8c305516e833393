import { queryWordsOf, wordsScore } from '../format/words.ts';
import type { IconName } from '../ui/icons.tsx';

export type EntryGroup =
  | 'answer'
  | 'recent'
  | 'example'
  | 'time'
  | 'page'
  | 'command'
  | 'site'
  | 'dish'
  | 'term';

/** One line of the palette. */
export interface Entry {
  /** Known again at the next start: `page week`, `site 3`. */
  readonly id: string;
  readonly group: EntryGroup;
  readonly icon: IconName;
  readonly label: string;
  /** What it says beyond its name: an answer's meals, a term's meaning. */
  readonly figure?: { readonly n: number; readonly range: string; readonly note?: string };
  readonly hint?: string;
  /** Other words it is found by. */
  readonly also?: string;
  /** Only shown when it is looked for. */
  readonly hidden?: boolean;
  /** Puts these words in the field instead of closing. */
  readonly fills?: string;
  run(): void;
}

const MOST: Readonly<Partial<Record<EntryGroup, number>>> = { site: 5, dish: 4, term: 3, command: 6 };
const USUAL_MOST = 6;

export interface EntrySection {
  readonly group: EntryGroup;
  readonly entries: readonly Entry[];
}

interface EntryWords {
  readonly name: readonly string[];
  readonly all: readonly string[];
}

/** Read once: at each letter that is typed, all things are looked through. */
const wordsRead = new WeakMap<Entry, EntryWords>();

function wordsOf(entry: Entry): EntryWords {
  const known = wordsRead.get(entry);
  if (known) return known;
  const name = queryWordsOf(entry.label);
  const words = { name, all: entry.also ? [...name, ...queryWordsOf(entry.also)] : name };
  wordsRead.set(entry, words);
  return words;
}

function scoreOf(entry: Entry, typed: readonly string[]): number {
  const { name, all } = wordsOf(entry);
  const named = wordsScore(typed, name);
  // A word of the name counts for more than a word that only leads there.
  return entry.also ? Math.max(named, 0.8 * wordsScore(typed, all)) : named;
}

/** The things that the words find, by group; the group of the best find first. */
export function findEntries(things: readonly Entry[], words: readonly string[]): readonly EntrySection[] {
  const found = things
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const groups = [...new Set(found.map(({ entry }) => entry.group))];
  return groups.map((group) => ({
    group,
    entries: found
      .filter(({ entry }) => entry.group === group)
      .slice(0, MOST[group] ?? USUAL_MOST)
      .map(({ entry }) => entry),
  }));
}

/** In the given order of groups; empty ones are left out. */
export function sectionsOf(
  entries: readonly Entry[],
  groups: readonly EntryGroup[],
): readonly EntrySection[] {
  return groups
    .map((group) => ({ group, entries: entries.filter((entry) => entry.group === group) }))
    .filter((section) => section.entries.length > 0);
}
