import { type ErrorDistribution, locationScale, normalShape } from '../numerics/distribution.ts';
import type { NaiveForecast } from './naive.ts';

/** Relative error of meals that a person estimated for an ordinary day. */
export const estimateDoubt = 0.15;

/** Errors of a rule that the width which is taken for granted counts for. */
const assumedErrors = 5;
/** Standard deviation of a normal error over its mean size. */
const ofMeanSize = Math.sqrt(Math.PI / 2);
/** Beyond so many times the width taken for granted an error counts no more: a slip must not widen every order. */
const held = 3;

/**
 * A normal distribution around a naive rule. `errors`: relative errors of the same rule on the site's own past days,
 * the last first. With n of them and an assumed relative width w its own is (5 w + √(π/2) Σ |error|) ÷ (5 + n): the
 * posterior mean of a width, its mean size being steadier than its squares.
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
  return guessed(mean, share * 1.5 + mean * width);
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
  return {
    centre: first.centre,
    deviation: mixed(first.deviation, second.deviation),
    quantile: (p) => mixed(first.quantile(p), second.quantile(p)),
  };
}

/** A normal distribution of a width that no errors were learned for. */
export function guessed(centre: number, deviation: number): ErrorDistribution {
  const { scale: _, ...normal } = locationScale(centre, deviation, normalShape);
  return { ...normal, deviation };
}
