/** Keeps a quantile that is a whole number up to rounding of doubles. */
const tolerance = 1e-9;

/** The least portions that suffice on the share `level` of the imagined days. */
export function portionsAt(draws: Float64Array, level: number): number {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`A service level lies between 0 and 1, both excluded: ${level}`);
  }
  const sorted = draws.toSorted();
  const at = Math.max(0, Math.ceil(level * sorted.length - tolerance) - 1);
  return Math.max(0, Math.ceil((sorted[at] ?? 0) - tolerance));
}

export function meanOf(draws: Float64Array): number {
  let sum = 0;
  for (const draw of draws) sum += draw;
  return draws.length === 0 ? 0 : sum / draws.length;
}

/** Day by day: entry i of every list is the same imagined day. */
export function sumOf(lists: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(lists[0]?.length ?? 0);
  for (const list of lists) {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (list[i] as number);
  }
  return sum;
}
