import type { IntervalCoverage, PinballLoss } from '../domain/records.ts';
import { gridProbabilities, probabilityAt, type QuantileGrid, quantileAt } from './quantile-grid.ts';

/** A count that was served, and the distribution that was forecast for it. */
export interface Scored {
  readonly actual: number;
  readonly quantiles: QuantileGrid;
}

/** What a quantile forecast costs: `p` for each meal too few, `1 − p` for each meal too many. */
export const pinballLoss = (p: number, quantile: number, actual: number): number =>
  actual >= quantile ? p * (actual - quantile) : (1 - p) * (quantile - actual);

const scoredProbabilities = gridProbabilities.filter((p) => p >= 0.05 && p <= 0.95);

export function pinball(scored: readonly Scored[]): PinballLoss {
  const n = Math.max(1, scored.length);
  const served = scored.reduce((sum, { actual }) => sum + actual, 0);
  const quantiles = scoredProbabilities.map((probability) => {
    const at = gridProbabilities.indexOf(probability);
    const sum = scored.reduce(
      (loss, { actual, quantiles: grid }) => loss + pinballLoss(probability, grid[at], actual),
      0,
    );
    return { probability, loss: sum / n };
  });
  const mean = quantiles.reduce((sum, { loss }) => sum + loss, 0) / quantiles.length;
  return { mean, share: served > 0 ? (100 * mean * scored.length) / served : 0, quantiles };
}

const intervals = [50, 80, 90] as const;

/** Shares of the served counts inside, below and above the central intervals; a bound belongs to its interval. */
export function intervalCoverage(scored: readonly Scored[]): readonly IntervalCoverage[] {
  return intervals.map((interval) => {
    const tail = (100 - interval) / 200;
    let below = 0;
    let above = 0;
    for (const { actual, quantiles } of scored) {
      if (actual < quantileAt(quantiles, tail)) below++;
      else if (actual > quantileAt(quantiles, 1 - tail)) above++;
    }
    const share = (count: number) => (scored.length > 0 ? (100 * count) / scored.length : 0);
    return {
      interval,
      inside: share(scored.length - below - above),
      below: share(below),
      above: share(above),
    };
  });
}

export const pitBins = 10;

/**
 * Histogram of the probability integral transform. A count `y` is a whole number, so it stands for all
 * values within half a meal: its weight is spread evenly from F(y − ½) to F(y + ½) (the non-randomised PIT
 * of Czado, Gneiting and Held, Biometrics 65, 2009). Even when calibrated; a U when the intervals are too
 * narrow, a hump when they are too wide.
 */
export function pitHistogram(scored: readonly Scored[]): readonly number[] {
  const bins = new Float64Array(pitBins);
  for (const { actual, quantiles } of scored) {
    spread(bins, probabilityAt(quantiles, actual - 0.5), probabilityAt(quantiles, actual + 0.5));
  }
  return Array.from(bins, (weight) => (scored.length > 0 ? (100 * weight) / scored.length : 0));
}

/** Adds a weight of 1 evenly between two probabilities. */
function spread(bins: Float64Array, from: number, to: number): void {
  if (to - from < 1e-9) {
    const bin = Math.min(pitBins - 1, Math.floor(from * pitBins));
    bins[bin] = bins[bin] + 1;
    return;
  }
  for (let bin = 0; bin < pitBins; bin++) {
    const overlap = Math.min(to, (bin + 1) / pitBins) - Math.max(from, bin / pitBins);
    if (overlap > 0) bins[bin] = bins[bin] + overlap / (to - from);
  }
}
