import { addDays } from '../../../forecasting/calendar/day.ts';
import type { BacktestLine } from '../../../forecasting/domain/types.ts';
import { gridProbabilities, type QuantileGrid } from '../../../forecasting/evaluation/quantile-grid.ts';

/** Numbers in [0, 1) that are the same at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The quantiles of the uniform distribution on [low, high]. */
export const uniformGrid = (low: number, high: number): QuantileGrid =>
  Float64Array.from(gridProbabilities, (p) => low + p * (high - low));

/** A line with what a test cares about. */
export function line(part: Partial<BacktestLine> = {}): BacktestLine {
  const date = part.date ?? '2016-11-14';
  return {
    siteId: 1,
    date,
    actual: 100,
    staff: null,
    sameWeekday1: null,
    sameWeekday4: null,
    mean: 100,
    q10: 90,
    q50: 100,
    q80: 105,
    q90: 110,
    quantiles: uniformGrid(87.5, 112.5),
    order: 105,
    origin: addDays(date, -7),
    ...part,
  };
}
