import type { MenuItem } from '../domain/records.ts';

/**
 * What a site serves on a day, in serving order: its own list where it has one, be it empty, else that of every site.
 * `siteId` of `null`: the list of every site.
 */
export function menuOfSite<T extends Pick<MenuItem, 'siteId' | 'rank' | 'dish'>>(
  ofDay: readonly T[],
  siteId: number | null,
): readonly T[] {
  const own = ofDay.filter((item) => item.siteId === siteId);
  const menu = own.length > 0 ? own : ofDay.filter((item) => item.siteId === null);
  return menu.filter(({ dish }) => dish !== '').toSorted((a, b) => a.rank - b.rank);
}
