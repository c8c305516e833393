/** The middle of some values, of two the mean; NaN of none. */
export const median = (values: readonly number[]): number => middleOf([...values].sort((a, b) => a - b));

/** The same of values that are sorted. */
export function middleOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
