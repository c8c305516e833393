import type { Distribution } from '../domain/types.ts';
import {
  type ErrorDistribution,
  errorAt,
  massAt,
  normalShape,
  probabilities,
  type StandardisedQuantiles,
} from './distribution.ts';

/** What is certain of a day whatever a model says. */
export interface Limits {
  /** No more meals than this; infinite where nothing tells. */
  readonly most: number;
  /** Standard deviation by chance alone, each child coming or not, see `chanceDeviation`. */
  readonly chance: number;
}

/** A distribution that has passed the gate: finite, in order, within its limits. */
export interface SoundForecast extends Distribution, Limits, Omit<ErrorDistribution, 'quantile'> {}

const middle = probabilities.indexOf(0.5);

/**
 * The one gate through which every forecast leaves the models. `null` where a quantile is not a finite number: the
 * caller then falls back to a rule.
 *
 * - Quantiles never decrease and lie between 0 and `limits.most`.
 * - The range is no narrower than chance allows: where the model is surer than a binomial count of the same median,
 *   the quantiles of the count hold (normal approximation, Johnson, Kemp and Kotz, Univariate Discrete
 *   Distributions, 3.6.1).
 * - `mean` is that of the distribution which comes of it, not of the model's centre.
 *
 * Between the kept probabilities the quantiles are straight lines, beyond them flat.
 */
export function sound(found: ErrorDistribution, limits: Limits): SoundForecast | null {
  const knots = soundKnots(found, limits);
  if (knots === null) return null;
  let mean = 0;
  for (let i = 0; i < knots.length; i++) mean += massAt(i) * knots[i];
  return { ...found, ...limits, mean, quantile: (p) => errorAt(knots, p) };
}

function soundKnots(found: ErrorDistribution, { most, chance }: Limits): StandardisedQuantiles | null {
  const knots = Float64Array.from(probabilities, (p) => found.quantile(p));
  if (!knots.every(Number.isFinite)) return null;
  const median = knots[middle];
  let last = 0;
  for (let i = 0; i < knots.length; i++) {
    const byChance = median + chance * normalShape[i];
    const wide = i < middle ? Math.min(knots[i], byChance) : Math.max(knots[i], byChance);
    last = Math.min(most, Math.max(last, wide));
    knots[i] = last;
  }
  return knots;
}

/**
 * Standard deviation of a binomial count: of `children` each comes with the chance that makes `meals` of them come.
 * Of nobody knows how many children, nothing is certain: 0.
 */
export function chanceDeviation(meals: number, children: number | null): number {
  if (children === null || !(children > 0)) return 0;
  const share = Math.max(0, Math.min(1, meals / children));
  return Math.sqrt(children * share * (1 - share));
}
