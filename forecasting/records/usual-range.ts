import type { CountLimits, CountSlip, DayCount } from '../domain/records.ts';
import { countSlips, lowCounts } from '../frame/count-slips.ts';

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
  const [below] = lowCounts(counts, asked);
  return below ? { ...below, way: 'below' } : null;
}
