import type { FittedErrors } from '../domain/fitted.ts';
import { sizeBounds } from './error-model.ts';
import { groupSizes, usualCorrelation } from './pooled-errors.ts';

/**
 * Quantiles of an error over its scale at `probabilities`, rounded from those of many canteens: many small errors, and
 * some days with far fewer children.
 */
export const ordinaryShape: readonly number[] = [
  -8, -6.5, -4.7, -3.5, -2.35, -1.75, -1.35, -1.02, -0.75, -0.5, -0.33, -0.15, 0, 0.17, 0.35, 0.53, 0.75, 1,
  1.22, 1.52, 1.92, 2.5, 3.2, 4.1, 5,
];

/**
 * How wide errors are at any canteen, for a town without a library that has few errors of its own: log of the typical
 * error = −0.45 + 0.75 log(level + 2) + 0.53 log(spread); kinds of days and months are alike.
 */
export const ordinaryErrors: FittedErrors = {
  scale: [-0.45, 0.75, 0.53, ...Array.from({ length: 15 }, () => 0)],
  shapes: Array.from({ length: sizeBounds.length + 1 }, () => ordinaryShape),
  pooled: Array.from(groupSizes, () => ordinaryShape),
  correlation: usualCorrelation,
};
