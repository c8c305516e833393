import {
  noPriorQuantiles,
  type PriorQuantiles,
  quantilesWithPrior,
  type StandardisedQuantiles,
} from '../numerics/distribution.ts';

/**
 * Correlation of the errors of two sites on one day where it was not learned, from too short a past: the rules that
 * forecast then miss the same days at all sites.
 */
export const usualCorrelation = 0.3;

/** Standardised errors are held within this for the correlation: one wild day must not decide it. */
const held = 8;

/** Ranges of rows that share a day; the days must be sorted. */
function* dayRanges(days: Int32Array): Generator<[from: number, to: number]> {
  let from = 0;
  for (let i = 1; i <= days.length; i++) {
    if (i < days.length && days[i] === days[from]) continue;
    if (from < days.length) yield [from, i];
    from = i;
  }
}

/**
 * Mean correlation of the standardised errors of two sites on one day, between −1 and 1. It is negative where children
 * eat at one site or at another.
 */
export function dayCorrelation(days: Int32Array, z: Float64Array, weight: Float64Array): number {
  let cross = 0;
  let pairs = 0;
  let squares = 0;
  let count = 0;
  for (const [from, to] of dayRanges(days)) {
    const w = weight[from];
    let sum = 0;
    let own = 0;
    for (let i = from; i < to; i++) {
      const v = Math.max(-held, Math.min(held, z[i]));
      sum += v;
      own += v * v;
    }
    cross += w * (sum * sum - own);
    pairs += w * (to - from) * (to - from - 1);
    squares += w * own;
    count += w * (to - from);
  }
  if (pairs === 0 || squares === 0) return 0;
  return Math.max(-1, Math.min(1, cross / pairs / (squares / count)));
}

/** Days with errors of several sites for which the usual correlation counts: as many of their own weigh as much. */
const usualDays = 5;

/** What the errors of past days say of the correlation, drawn towards the usual one while there are few. */
export function learnCorrelation(days: Int32Array, z: Float64Array, weight: Float64Array): number {
  let own = 0;
  for (const [from, to] of dayRanges(days)) if (to - from > 1) own += weight[from];
  return (own * dayCorrelation(days, z, weight) + usualDays * usualCorrelation) / (own + usualDays);
}

/** Of k sites no two can all be correlated by less than −1 ÷ (k − 1); this share of it is believed. */
const mostNegative = 0.9;

/** Scale of the sum of errors with the given scales, when any two are equally correlated: scales of one kind. */
export function pooledScale(scales: ArrayLike<number>, correlation: number): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < scales.length; i++) {
    sum += scales[i];
    squares += scales[i] ** 2;
  }
  const r = scales.length > 1 ? Math.max(correlation, -mostNegative / (scales.length - 1)) : 0;
  return Math.sqrt(squares + r * (sum * sum - squares));
}

/** Sizes of the groups of sites whose summed errors are learned; the last is the whole city. */
export const groupSizes = [3, 8, 25, Number.POSITIVE_INFINITY] as const;

/**
 * Quantiles of the summed errors of groups of sites on one day over their pooled scale, per group size:
 * errors lean to one side, and the more sites are summed the less their sum does.
 */
export class PooledShapes {
  /** One per group size. */
  readonly shapes: readonly StandardisedQuantiles[];

  constructor(shapes: readonly StandardisedQuantiles[]) {
    this.shapes = shapes;
  }

  /** `known`: shapes known beforehand, one per group size. */
  static fit(
    days: Int32Array,
    errors: Float64Array,
    scales: Float64Array,
    weight: Float64Array,
    r: number,
    known: readonly PriorQuantiles[] = [],
  ) {
    return new PooledShapes(
      groupSizes.map((size, i) => groupShape(size, days, errors, scales, weight, r, known[i])),
    );
  }

  of(sites: number): StandardisedQuantiles {
    let i = 0;
    // Between two sizes the boundary is their geometric mean; a city is what is larger than the groups.
    while (i < groupSizes.length - 1 && sites > groupSizes[i] * 1.7) i++;
    return this.shapes[i];
  }
}

function groupShape(
  size: number,
  days: Int32Array,
  errors: Float64Array,
  scales: Float64Array,
  weight: Float64Array,
  correlation: number,
  known: PriorQuantiles = noPriorQuantiles,
): StandardisedQuantiles {
  const sums: number[] = [];
  const weights: number[] = [];
  for (const [from, to] of dayRanges(days)) {
    const group = Math.min(size, to - from);
    for (let first = from; first + group <= to; first += group) {
      let sum = 0;
      for (let i = first; i < first + group; i++) sum += errors[i];
      sums.push(sum / pooledScale(scales.subarray(first, first + group), correlation));
      weights.push(weight[first]);
    }
  }
  return quantilesWithPrior(sums, weights, known);
}
