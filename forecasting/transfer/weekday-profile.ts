import { weekday } from '../calendar/day.ts';
import { fewestSites } from '../domain/library.ts';
import type { Frame, Series } from '../frame/frame.ts';

const { log } = Math;

/** Days on a weekday that a site-year needs before it says something about that weekday. */
const fewestDays = 5;

/** Mean meals per weekday of one site-year, `null` where there are too few days; and the mean of all. */
function meansOf({ days, served, ordinary }: Series): {
  readonly all: number;
  readonly of: (number | null)[];
} {
  const sums = new Float64Array(8);
  const counts = new Int32Array(8);
  for (let k = 0; k < days.length; k++) {
    if (ordinary[k] !== 1) continue;
    const w = weekday(days[k]);
    sums[w] = sums[w] + served[k];
    counts[w] = counts[w] + 1;
  }
  const all = sums.reduce((a, b) => a + b, 0) / counts.reduce((a, b) => a + b, 0);
  const of = [...sums].map((sum, w) => (counts[w] < fewestDays ? null : sum / counts[w]));
  return { all, of };
}

/**
 * Log ratio of each weekday to the mean day, Monday first: the mean over the site-years that serve on it; 0 where those
 * are of fewer than five sites.
 */
export function weekdayProfile(
  { series }: Frame,
  townSiteOf: ReadonlyMap<number, number>,
): readonly number[] {
  const sums = new Float64Array(8);
  const counts = new Int32Array(8);
  const sites = Array.from({ length: 8 }, () => new Set<number>());
  for (const one of series) {
    const { all, of } = meansOf(one);
    of.forEach((mean, w) => {
      if (mean === null || mean <= 0) return;
      sums[w] = sums[w] + log(mean / all);
      counts[w] = counts[w] + 1;
      sites[w].add(townSiteOf.get(one.site.id) ?? one.site.id);
    });
  }
  return Array.from({ length: 7 }, (_, i) => {
    const n = counts[i + 1];
    return sites[i + 1].size < fewestSites ? 0 : Math.round((sums[i + 1] / n) * 1e4) / 1e4;
  });
}
