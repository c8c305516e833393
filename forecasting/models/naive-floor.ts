import type { SiteFloor } from '../domain/fitted.ts';
import type { FloorRule } from '../domain/records.ts';
import type { RollingStats } from '../features/rolling-stats.ts';
import { sameWeekdayMean } from './naive.ts';
import type { TrainingRows } from './training-rows.ts';

/** Rules that may carry a number instead of the regression, with the same weekdays that each is the mean of. */
export const floorRules: readonly { readonly model: FloorRule; readonly count: number }[] = [
  { model: 'mean-of-4', count: 4 },
  { model: 'last-week', count: 1 },
];

/** Records in which a comparison counts half. */
const halfLife = 15;
const keep = 2 ** (-1 / halfLife);
/** Weighted records without which nothing is compared: some nine. */
const fewest = 7.5;
/** A rule takes over where it errs by less than this share of the regression's error, */
const clearly = 0.7;
/** and its gain lies so many standard errors above none. It gives way again once it errs as much. */
const surely = 4;

/** Nothing has been compared. */
export const noComparison: SiteFloor = {
  weight: 0,
  squares: 0,
  regression: 0,
  rules: floorRules.map(() => [0, 0, 0]),
  carried: -1,
};

/** What is known after one more day: how far off the regression was, and each rule (`null`: it had no past). */
export function withDay(known: SiteFloor, regression: number, rules: readonly (number | null)[]): SiteFloor {
  const sums = known.rules.map(([error, gain, squares], i) => {
    const own = rules[i] ?? regression;
    const more = regression - own;
    return [keep * error + own, keep * gain + more, keep * squares + more ** 2] as const;
  });
  const next = {
    weight: keep * known.weight + 1,
    squares: keep ** 2 * known.squares + 1,
    regression: keep * known.regression + regression,
    rules: sums,
  };
  return { ...next, carried: carriedBy(next, known.carried) };
}

/** One that carries the number keeps it while it errs less: nothing goes to and fro. */
function carriedBy(known: Omit<SiteFloor, 'carried'>, before: number): number {
  const error = (i: number) => known.rules[i]?.[0] ?? Number.POSITIVE_INFINITY;
  if (before >= 0 && error(before) < known.regression) return before;
  if (known.weight < fewest) return -1;
  const better = [...known.rules.keys()].filter((i) => isBetter(known, i));
  return better.reduce((best, i) => (error(i) < error(best) ? i : best), -1);
}

/** A paired one-sided test of the mean gain, and a gain that is worth it. */
function isBetter({ weight, squares, regression, rules }: Omit<SiteFloor, 'carried'>, i: number): boolean {
  const [error, gain, ofGain] = rules[i];
  if (error >= clearly * regression) return false;
  const mean = gain / weight;
  const variance = Math.max(0, ofGain / weight - mean ** 2) * (squares / weight ** 2);
  return mean > surely * Math.sqrt(variance);
}

/** The same after a day of service, whose count each rule is held against as it stood `lead` days before. */
export function withCount(
  known: SiteFloor,
  levels: RollingStats,
  day: number,
  lead: number,
  counts: { readonly served: number; readonly expected: number },
): SiteFloor {
  const off = (number: number) => Math.abs(counts.served - number);
  const rules = floorRules.map(({ count }) => {
    const mean = sameWeekdayMean(levels, day, day - lead, count);
    return mean === null ? null : off(mean);
  });
  return withDay(known, off(counts.expected), rules);
}

/** Days over which rules are held against the regression: most of a school year, of which the last weeks count. */
const comparedDays = 250;

/** Sites by their place, from the errors of rows that were not fitted to. */
export function compareRules(
  rows: TrainingRows,
  levels: readonly RollingStats[],
  lead: number,
  origin: number,
): ReadonlyMap<number, SiteFloor> {
  const floor = new Map<number, SiteFloor>();
  let r = rows.length;
  while (r > 0 && rows.day[r - 1] > origin - comparedDays) r--;
  for (; r < rows.length; r++) {
    const [site, expected] = [rows.site[r], rows.expected[r]];
    if (Number.isNaN(expected)) continue;
    const counts = { served: rows.served[r], expected };
    floor.set(site, withCount(floor.get(site) ?? noComparison, levels[site], rows.day[r], lead, counts));
  }
  return floor;
}
