import type { DishDemand, Distribution } from '../domain/types.ts';
import { drawCount } from '../numerics/streams.ts';

/** Probability of the range that is shown. */
const shown = 0.8;

/** The distribution of whole draws: its quantile at p is the fewest portions that suffice in the share p of them. */
export class DrawnDemand implements DishDemand {
  readonly mean: number;
  readonly draws: Float64Array;
  private ordered: Float64Array | undefined;
  private range: readonly [low: number, high: number] | undefined;

  constructor(mean: number, draws: Float64Array) {
    this.mean = mean;
    this.draws = draws;
  }

  quantile(p: number): number {
    if (!(p > 0 && p < 1)) throw new RangeError(`A probability lies between 0 and 1, both excluded: ${p}`);
    return this.sorted[Math.max(0, Math.ceil(p * this.sorted.length - 1e-9) - 1)];
  }

  get low(): number {
    this.range ??= nearestRange(this.sorted);
    return this.range[0];
  }

  get high(): number {
    this.range ??= nearestRange(this.sorted);
    return this.range[1];
  }

  private get sorted(): Float64Array {
    this.ordered ??= sortedCounts(this.draws);
    return this.ordered;
  }
}

/** Whole numbers lie close together: they are counted, which is far quicker than to compare them. */
function sortedCounts(draws: Float64Array): Float64Array {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const draw of draws) {
    if (draw < least) least = draw;
    if (draw > most) most = draw;
  }
  if (!(most - least <= 4 * draws.length)) return Float64Array.from(draws).sort();
  const counts = new Uint32Array(most - least + 1);
  for (const draw of draws) counts[draw - least] = counts[draw - least] + 1;
  const sorted = new Float64Array(draws.length);
  let at = 0;
  counts.forEach((count, above) => {
    sorted.fill(least + above, at, at + count);
    at += count;
  });
  return sorted;
}

/**
 * The whole numbers about which 80 % of the draws lie. The quantiles at 10 and 90 % both belong to the range, and of
 * small counts each is a good part of it: so either end is drawn in where that comes nearer to 80 %.
 */
function nearestRange(sorted: Float64Array): readonly [low: number, high: number] {
  const n = sorted.length;
  const low = sorted[Math.floor(((1 - shown) / 2) * n)];
  const high = sorted[Math.ceil(((1 + shown) / 2) * n) - 1];
  const candidates = [
    [low, high],
    [low + 1, high],
    [low, high - 1],
    [low + 1, high - 1],
  ] as const;
  const miss = ([from, to]: readonly [number, number]) =>
    from > to
      ? Number.POSITIVE_INFINITY
      : Math.abs(countUpTo(sorted, to) - countUpTo(sorted, from - 1) - shown * n);
  return candidates.reduce((best, next) => (miss(next) < miss(best) ? next : best));
}

/** How many of the sorted draws are at most `most`. */
function countUpTo(sorted: Float64Array, most: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle] <= most) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A dish that every guest takes: the distribution of the guests itself, so that meals and portions agree. */
export const everyDiner = (diners: Distribution, draws: Float64Array): DishDemand => ({
  draws,
  mean: diners.mean,
  low: diners.quantile((1 - shown) / 2),
  high: diners.quantile((1 + shown) / 2),
  quantile: (p) => diners.quantile(p),
});

/**
 * The demand of several dishes, or of one dish at several sites, together. All must be of one date: entry i of each is
 * the same imagined day, so the sum of the entries keeps what they have in common.
 */
export function poolDemand(demands: readonly DishDemand[]): DishDemand {
  const [only] = demands;
  if (only !== undefined && demands.length === 1) return only;
  const sum = new Float64Array(only?.draws.length ?? drawCount);
  let mean = 0;
  for (const demand of demands) {
    mean += demand.mean;
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i] + demand.draws[i];
  }
  return new DrawnDemand(mean, sum);
}
