import { ascending } from './ascending.ts';

/** Probabilities at which error quantiles are kept. */
export const probabilities: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8,
  0.85, 0.9, 0.95, 0.975, 0.99, 0.995,
];

/** Quantiles of a standardised error, one per entry of `probabilities`, non-decreasing. */
export type StandardisedQuantiles = Float64Array;

/**
 * How a model spreads a day's meals around what it expects. What leaves a model is made of it by `sound`
 * (`sound-forecast.ts`).
 */
export interface ErrorDistribution {
  /** Meals that the model expects, about the median; errors are learned around it. */
  readonly centre: number;
  /** Typical error as the error model measures it; absent where a rule or a guess gives the width. */
  readonly scale?: number;
  /** Standard deviation of an ordinary day in the middle of the distribution, in meals. */
  readonly deviation: number;
  /** Standard deviation that a strike adds, in meals; absent on other days. */
  readonly strike?: number;
  quantile(p: number): number;
}

/** `centre + scale × error`, cut at zero. */
export function locationScale(
  centre: number,
  scale: number,
  shape: StandardisedQuantiles,
): ErrorDistribution & { readonly scale: number } {
  return {
    centre,
    scale,
    deviation: scale * deviationOfShape(shape),
    quantile: (p) => Math.max(0, centre + scale * errorAt(shape, p)),
  };
}

/** Standard normal quantiles at `probabilities`: they stand in where no errors could be learned. */
export const normalShape: StandardisedQuantiles = Float64Array.from([
  -2.576, -2.326, -1.96, -1.645, -1.282, -1.036, -0.842, -0.674, -0.524, -0.385, -0.253, -0.126, 0, 0.126,
  0.253, 0.385, 0.524, 0.674, 0.842, 1.036, 1.282, 1.645, 1.96, 2.326, 2.576,
]);

/** Quantiles between which 80 % of the days lie, in standard deviations of a normal distribution. */
const normal80 = 2 * 1.2816;

/** Standard deviation that a distribution has in its middle. */
export const deviationOf = (d: { quantile(p: number): number }): number =>
  (d.quantile(0.9) - d.quantile(0.1)) / normal80;

/** The same of a standardised error. */
export const deviationOfShape = (shape: StandardisedQuantiles): number =>
  (errorAt(shape, 0.9) - errorAt(shape, 0.1)) / normal80;

/** Straight lines between the kept quantiles; flat beyond the outermost. */
export function errorAt(shape: StandardisedQuantiles, p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability lies between 0 and 1, both excluded: ${p}`);
  const last = probabilities.length - 1;
  if (p <= probabilities[0]) return shape[0];
  for (let i = 1; i <= last; i++) {
    const right = probabilities[i];
    if (p > right) continue;
    const left = probabilities[i - 1];
    const t = (p - left) / (right - left);
    return shape[i - 1] * (1 - t) + shape[i] * t;
  }
  return shape[last];
}

/** The share of the days that a kept quantile stands for; Σ mass × quantile is the mean of the lines between them. */
export function massAt(i: number): number {
  const before = probabilities[i - 1] ?? 0;
  const after = probabilities[i + 1] ?? 1;
  const own = probabilities[i];
  const left = i === 0 ? 0 : (own + before) / 2;
  const right = i === probabilities.length - 1 ? 1 : (own + after) / 2;
  return right - left;
}

/** A shape known beforehand, and the weight of errors that it stands for. */
export interface PriorQuantiles {
  readonly shape: ArrayLike<number>;
  readonly weight: number;
}

export const noPriorQuantiles: PriorQuantiles = { shape: [], weight: 0 };

/**
 * Quantiles of errors and of what was known of them beforehand, as if that were errors too. `order`: that of the
 * errors, where several weights are tried on the same ones.
 */
export function quantilesWithPrior(
  errors: ArrayLike<number>,
  weights: ArrayLike<number>,
  known: PriorQuantiles,
  order?: Uint32Array,
): StandardisedQuantiles {
  if (known.shape.length === 0) {
    return weightedQuantiles(Float64Array.from(errors), Float64Array.from(weights), order);
  }
  const mass = Array.from(known.shape, (_, i) => known.weight * massAt(i));
  return weightedQuantiles(
    Float64Array.from([...Array.from(known.shape), ...Array.from(errors)]),
    Float64Array.from([...mass, ...Array.from(weights)]),
  );
}

/** Weighted quantiles of errors at `probabilities`. */
export function weightedQuantiles(
  errors: Float64Array,
  weights: Float64Array,
  order: Uint32Array = ascending(errors),
): StandardisedQuantiles {
  let total = 0;
  for (const w of weights) total += w;
  const shape = new Float64Array(probabilities.length);
  let sum = 0;
  let at = 0;
  for (const i of order) {
    const half = weights[i] / 2;
    sum += half;
    while (at < shape.length && sum >= probabilities[at] * total) {
      shape[at++] = errors[i];
    }
    sum += half;
  }
  const most = order.length > 0 ? errors[order[order.length - 1]] : 0;
  while (at < shape.length) shape[at++] = most;
  return shape;
}
