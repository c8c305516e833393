/** Room for rounding of doubles when whole numbers are compared. */
const tolerance = 1e-9;

/**
 * Whole numbers in the proportion of `weights` that add up to `total`: the largest remainders round up (Hamilton),
 * the first of equals first. Without any weight the first takes all.
 */
export function allot(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map((_, i) => (i === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map((share) => Math.floor(share + tolerance));
  const left = total - parts.reduce((all, part) => all + part, 0);
  const order = exact
    .map((share, i) => ({ i, rest: share - parts[i] }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, left)) parts[i] = parts[i] + 1;
  return parts;
}
