import { toIso } from '../../../forecasting/calendar/day.ts';
import type { MissingEverywhere } from '../../api/coverage.ts';

/** The days of one site, as days since 1970 in their order. */
export interface SiteDays {
  readonly expected: readonly number[];
  readonly recorded: readonly number[];
}

/** From so many sites on, days that all of them miss have a cause in common. */
const fewestSites = 2;

/**
 * The stretches of school days, between days on record, of which no site has a record though several should have
 * served; the latest first.
 */
export function missingEverywhere(sites: readonly SiteDays[]): readonly MissingEverywhere[] {
  const recorded = new Set(sites.flatMap((site) => site.recorded));
  const lastRecorded = Math.max(...recorded);
  const expectedAt = new Map<number, number[]>();
  for (const [place, { expected }] of sites.entries()) {
    for (const day of expected) expectedAt.set(day, [...(expectedAt.get(day) ?? []), place]);
  }
  const runs: (MissingEverywhere & { readonly places: ReadonlySet<number> })[] = [];
  let open = false;
  for (const day of [...expectedAt.keys()].toSorted((a, b) => a - b)) {
    const places = expectedAt.get(day) ?? [];
    const isMissing = !recorded.has(day) && day < lastRecorded && places.length >= fewestSites;
    const last = open ? runs.at(-1) : undefined;
    open = isMissing;
    if (!isMissing) continue;
    const all = new Set([...(last?.places ?? []), ...places]);
    if (last) runs.pop();
    const date = toIso(day);
    runs.push({
      from: last?.from ?? date,
      to: date,
      days: (last?.days ?? 0) + 1,
      sites: all.size,
      places: all,
    });
  }
  return runs.map(({ from, to, days, sites: count }) => ({ from, to, days, sites: count })).toReversed();
}
