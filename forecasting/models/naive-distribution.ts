import {
  deviationOfShape,
  type ErrorDistribution,
  locationScale,
  massAt,
  normalShape,
} from '../numerics/distribution.ts';
import type { NaiveForecast } from './naive.ts';
import { ordinaryShape } from './ordinary-errors.ts';

/** Relative error of meals that a person estimated for an ordinary day. */
export const estimateDoubt = 0.15;

/** Errors of a rule that the width which is taken for granted counts for. */
const assumedErrors = 5;
/** Errors of any canteen in standard deviations of the middle of them, and these over the mean size of an error. */
const shape = Float64Array.from(ordinaryShape, (q) => q / deviationOfShape(Float64Array.from(ordinaryShape)));
const ofMeanSize = 1 / shape.reduce((sum, q, i) => sum + massAt(i) * Math.abs(q), 0);
/** Beyond so many times the width taken for granted an error counts no more: a slip must not widen every order. */
const held = 3;

/**
 * A distribution around a naive rule, of the shape that errors have at any canteen. `errors`: relative errors of the
 * same rule on the site's own past days, the last first. With n of them, an assumed relative width w and c the mean size
 * of an error of that shape and width 1, its own is (5 w + Σ |error| ÷ c) ÷ (5 + n): the posterior mean of a width, its
 * mean size being steadier than its squares.
 */
export function naiveDistribution(
  { mean, model }: NaiveForecast,
  errors: readonly number[],
): ErrorDistribution {
  const assumed = doubt(model);
  const sum = errors.reduce((all, error) => all + Math.min(held * assumed, ofMeanSize * Math.abs(error)), 0);
  const share = assumedErrors / (assumedErrors + errors.length);
  const width = share * assumed + sum / (assumedErrors + errors.length);
  // What one meal more or less does to small counts is part of the errors, as far as these say.
  return spread(mean, share * 1.5 + mean * width, shape);
}

function doubt(model: NaiveForecast['model']): number {
  if (model === 'enrolment') return 0.2;
  return model === 'usual-day' ? estimateDoubt : 0.07;
}

/** Quantiles between those of two distributions around one centre, `share` of the way to the second (Vincent 1912). */
export function between(
  first: ErrorDistribution,
  second: ErrorDistribution,
  share: number,
): ErrorDistribution {
  const mixed = (a: number, b: number) => (1 - share) * a + share * b;
  const { scale: _, ...kept } = first;
  return {
    ...kept,
    deviation: mixed(first.deviation, second.deviation),
    quantile: (p) => mixed(first.quantile(p), second.quantile(p)),
  };
}

/** A normal distribution of a width that no errors were learned for. */
export const guessed = (centre: number, deviation: number): ErrorDistribution =>
  spread(centre, deviation, normalShape);

function spread(centre: number, deviation: number, of: Float64Array): ErrorDistribution {
  const { scale: _, ...made } = locationScale(centre, deviation, of);
  return { ...made, deviation };
}
