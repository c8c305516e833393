import { nameScore } from '../format/words.ts';
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

function scoreOf(entry: Entry, words: readonly string[]): number {
  const named = nameScore(words, entry.label);
  // A word of the name counts for more than a word that only leads there.
  return entry.also ? Math.max(named, 0.8 * nameScore(words, `${entry.label} ${entry.also}`)) : named;
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
