import type { Distribution } from '../domain/types.ts';
import { normalQuantile } from '../numerics/streams.ts';

/** Mean and variance of the surplus of an order. Meals. */
export interface SurplusMoments {
  readonly mean: number;
  readonly variance: number;
}

/** Strata of the distribution: finer than a hundredth of a meal for any canteen. */
const strata = 200;

/**
 * Mean and variance of max(order − Y, 0) where Y has the day's distribution, by its quantiles at the middles of equal
 * strata.
 */
export function surplusMoments(day: Pick<Distribution, 'quantile'>, order: number): SurplusMoments {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < strata; i++) {
    const surplus = Math.max(0, order - day.quantile((i + 0.5) / strata));
    sum += surplus;
    squares += surplus * surplus;
  }
  const mean = sum / strata;
  return { mean, variance: Math.max(0, squares / strata - mean * mean) };
}

/** The quantiles that are kept with an order: straight lines between them, flat beyond. */
export function keptQuantiles(
  kept: readonly (readonly [probability: number, meals: number])[],
): Pick<Distribution, 'quantile'> {
  const sorted = kept.toSorted((a, b) => a[0] - b[0]);
  return {
    quantile: (p) => {
      const right = sorted.findIndex(([probability]) => p <= probability);
      if (right < 0) return sorted.at(-1)?.[1] ?? Number.NaN;
      if (right === 0) return sorted[0][1];
      const [[p0, meals0], [p1, meals1]] = [sorted[right - 1], sorted[right]];
      return meals0 + ((p - p0) / (p1 - p0)) * (meals1 - meals0);
    },
  };
}

/** Standard deviations from the median to the end of the range of 80 %. */
const reach = normalQuantile(0.9);

/**
 * The distribution of which only the median and the range of 80 % are kept, as with an order: two halves of normal
 * distributions that meet at the median (Wallis, "The two-piece normal, binormal, or double Gaussian distribution",
 * Statistical Science 29, 2014, with the halves given by their quantiles). Without tails too little surplus would be
 * expected, and too many cells would leak.
 */
export function rangeQuantiles({
  low,
  median,
  high,
}: {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}): Pick<Distribution, 'quantile'> {
  return {
    quantile: (p) => {
      const z = normalQuantile(p) / reach;
      return Math.max(0, median + z * (z < 0 ? median - low : high - median));
    },
  };
}
