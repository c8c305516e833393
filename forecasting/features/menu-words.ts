import { toDay } from '../calendar/day.ts';
import type { MenuItem } from '../domain/records.ts';

/** Menus are published some weeks ahead; a menu further ahead than this counts as unknown. */
const publishedAhead = 42;
const fewestDays = 4;
const mostWords = 150;

/** Columns of the words of one menu, ascending; `null` where no menu is known. */
export interface MenuWords {
  readonly words: readonly string[];
  of(siteId: number, day: number, origin: number): readonly number[] | null;
}

/**
 * Words that occur on enough days up to the origin, most frequent first; then those `known` from elsewhere, which need
 * not have been on this menu yet.
 */
export function menuWords(
  menu: readonly MenuItem[],
  origin: number,
  known: readonly string[] = [],
): MenuWords {
  const cityDays = new Map<number, Set<string>>();
  const siteDays = new Map<string, Set<string>>();
  const withoutMenu = new Set<string>();
  const days = new Map<string, Set<number>>();
  // The same dishes come again and again.
  const wordsByDish = new Map<string, readonly string[]>();
  for (const item of menu) {
    const day = toDay(item.date);
    if (item.dish === '') {
      withoutMenu.add(`${item.siteId}|${day}`);
      continue;
    }
    const words = wordsByDish.get(item.dish) ?? menuWordsOf(item.dish);
    wordsByDish.set(item.dish, words);
    const at = item.siteId === null ? entry(cityDays, day) : entry(siteDays, `${item.siteId}|${day}`);
    for (const w of words) {
      at.add(w);
      if (day > origin) continue;
      const seen = days.get(w);
      if (seen === undefined) days.set(w, new Set([day]));
      else seen.add(day);
    }
  }
  const words = [...days]
    .filter(([, seen]) => seen.size >= fewestDays)
    .sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWords)
    .map(([w]) => w);
  const own = new Set(words);
  if (menu.length > 0) words.push(...known.filter((word) => !own.has(word)));
  return { words, of: columnLookup(words, cityDays, siteDays, withoutMenu) };
}

function columnLookup(
  words: readonly string[],
  cityDays: ReadonlyMap<number, ReadonlySet<string>>,
  siteDays: ReadonlyMap<string, ReadonlySet<string>>,
  withoutMenu: ReadonlySet<string>,
): MenuWords['of'] {
  const columnOf = new Map(words.map((w, i) => [w, i]));
  const columns = (found: ReadonlySet<string>) =>
    [...found].flatMap((w) => columnOf.get(w) ?? []).sort((a, b) => a - b);
  const city = new Map([...cityDays].map(([day, found]) => [day, columns(found)]));
  const site = new Map([...siteDays].map(([at, found]) => [at, columns(found)]));
  return (siteId, day, origin) => {
    if (day > origin + publishedAhead) return null;
    if (site.size === 0 && withoutMenu.size === 0) return city.get(day) ?? null;
    const at = `${siteId}|${day}`;
    return withoutMenu.has(at) ? null : (site.get(at) ?? city.get(day) ?? null);
  };
}

function entry<K>(map: Map<K, Set<string>>, key: K): Set<string> {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = new Set<string>();
  map.set(key, made);
  return made;
}

/** The words of a dish without accents, marks and plurals, four letters or more. */
export function menuWordsOf(dish: string): readonly string[] {
  return dish
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .map((w) => w.replace(/[sx]$/, ''))
    .filter((w) => w.length >= 4);
}
