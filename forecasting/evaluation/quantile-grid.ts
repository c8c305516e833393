import { numberAt } from '../domain/number-at.ts';
import type { Distribution } from '../domain/types.ts';

/** Probabilities at which a backtest keeps each forecast: 0.05 … 0.95, and the tails that orders may need. */
export const gridProbabilities: readonly number[] = [
  0.005,
  0.01,
  0.025,
  ...Array.from({ length: 19 }, (_, i) => (5 + 5 * i) / 100),
  0.975,
  0.99,
  0.995,
];

/** A distribution in numbers: its quantiles at `gridProbabilities`, non-decreasing. */
export type QuantileGrid = Float64Array;

export const quantileGrid = (distribution: Distribution): QuantileGrid =>
  Float64Array.from(gridProbabilities, (p) => distribution.quantile(p));

/** Straight lines between the kept quantiles; flat beyond the outermost. */
export function quantileAt(grid: QuantileGrid, p: number): number {
  const right = gridProbabilities.findIndex((kept) => p <= kept);
  if (right === 0) return grid[0];
  if (right < 0) return numberAt(grid, grid.length - 1);
  const left = gridProbabilities[right - 1];
  const t = (p - left) / (gridProbabilities[right] - left);
  return grid[right - 1] * (1 - t) + grid[right] * t;
}

/** Probability of a value up to `x`: 0 below and 1 above the kept quantiles. */
export function probabilityAt(grid: QuantileGrid, x: number): number {
  const right = grid.findIndex((value) => value > x);
  if (right < 0) return 1;
  if (right === 0) return 0;
  const low = grid[right - 1];
  const t = (x - low) / (grid[right] - low);
  const left = gridProbabilities[right - 1];
  return left + t * (gridProbabilities[right] - left);
}
