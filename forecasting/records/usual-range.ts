import type { CountLimits, CountSlip, DayCount } from '../domain/records.ts';
import { countSlips } from '../frame/count-slips.ts';

/** A count beyond what is usual around its day, and which way. */
export type UnusualCount = CountSlip & { readonly way: 'above' | 'below' };

/**
 * Whether a count that is being entered can hardly be: by the rule that imports ask by, and by the same rule downwards.
 * `others`: the other counts of the site, one a day, in order. `null`: it is as usual, or nothing is known.
 */
export function unusualCount(
  entered: DayCount,
  others: readonly DayCount[],
  limits: CountLimits,
): UnusualCount | null {
  const counts = [...others.filter(({ day }) => day !== entered.day), entered].toSorted(
    (a, b) => a.day - b.day,
  );
  const asked = new Set([entered.day]);
  const [above] = countSlips(counts, limits, asked);
  if (above) return { ...above, way: 'above' };
  // The rule is one of ratios: turned upside down around the middle, far below is far above.
  const middle = middleOf(counts.filter(({ count }) => count > 0).map(({ count }) => count));
  const turned = (count: number) => middle ** 2 / count;
  const mirrored = counts
    .filter(({ count }) => count > 0)
    .map(({ day, count }) => ({ day, count: turned(count) }));
  const [below] = countSlips(mirrored, { seats: null, enrolled: null }, asked);
  if (!below) return null;
  return {
    ...entered,
    low: turned(below.high),
    usual: turned(below.usual),
    high: turned(below.low),
    way: 'below',
  };
}

const middleOf = (counts: readonly number[]) =>
  counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
