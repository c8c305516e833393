import type { Distribution } from '../types.ts';

// Bound once: inside a test runner's sandbox each look-up of a global costs more than the arithmetic.
const { max } = Math;

/** Probabilities at which error quantiles are kept. */
export const probabilities: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8,
  0.85, 0.9, 0.95, 0.975, 0.99, 0.995,
];

/** Quantiles of a standardised error, one per entry of `probabilities`, non-decreasing. */
export type ErrorShape = Float64Array;

/** A distribution that keeps its scale, so that it can be pooled with others. */
export interface ScaledDistribution extends Distribution {
  readonly scale: number;
  /** Standard deviation that a strike adds, in meals; absent on other days. */
  readonly strike?: number;
}

/** `mean + scale × error`, cut at zero. */
export function scaled(mean: number, scale: number, shape: ErrorShape): ScaledDistribution {
  return { mean, scale, quantile: (p) => max(0, mean + scale * errorAt(shape, p)) };
}

/** Straight lines between the kept quantiles; flat beyond the outermost. */
export function errorAt(shape: ErrorShape, p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability lies between 0 and 1, both excluded: ${p}`);
  const last = probabilities.length - 1;
  if (p <= (probabilities[0] as number)) return shape[0] as number;
  for (let i = 1; i <= last; i++) {
    const right = probabilities[i] as number;
    if (p > right) continue;
    const left = probabilities[i - 1] as number;
    const t = (p - left) / (right - left);
    return (shape[i - 1] as number) * (1 - t) + (shape[i] as number) * t;
  }
  return shape[last] as number;
}

/** The share of the days that a kept quantile stands for. */
function massAt(i: number): number {
  const before = probabilities[i - 1] ?? 0;
  const after = probabilities[i + 1] ?? 1;
  const own = probabilities[i] as number;
  const left = i === 0 ? 0 : (own + before) / 2;
  const right = i === probabilities.length - 1 ? 1 : (own + after) / 2;
  return right - left;
}

/** A shape known beforehand, and the weight of errors that it stands for. */
export interface KnownShape {
  readonly shape: ArrayLike<number>;
  readonly weight: number;
}

export const noShape: KnownShape = { shape: [], weight: 0 };

/** Quantiles of errors and of what was known of them beforehand, as if that were errors too. */
export function shapeWith(
  errors: ArrayLike<number>,
  weights: ArrayLike<number>,
  known: KnownShape,
): ErrorShape {
  const mass = Array.from(known.shape, (_, i) => known.weight * massAt(i));
  return shapeOf(
    Float64Array.from([...Array.from(known.shape), ...Array.from(errors)]),
    Float64Array.from([...mass, ...Array.from(weights)]),
  );
}

/** Weighted quantiles of errors at `probabilities`. */
export function shapeOf(errors: Float64Array, weights: Float64Array): ErrorShape {
  const order = Uint32Array.from(errors, (_, i) => i).sort(
    (a, b) => (errors[a] as number) - (errors[b] as number) || a - b,
  );
  let total = 0;
  for (const w of weights) total += w;
  const shape = new Float64Array(probabilities.length);
  let sum = 0;
  let at = 0;
  for (const i of order) {
    const half = (weights[i] as number) / 2;
    sum += half;
    while (at < shape.length && sum >= (probabilities[at] as number) * total) {
      shape[at++] = errors[i] as number;
    }
    sum += half;
  }
  const most = order.length > 0 ? (errors[order[order.length - 1] as number] as number) : 0;
  while (at < shape.length) shape[at++] = most;
  return shape;
}
