import { type ErrorDistribution, locationScale, normalShape } from '../numerics/distribution.ts';
import type { NaiveForecast } from './naive.ts';

/** Relative error of meals that a person estimated for an ordinary day. */
export const estimateDoubt = 0.15;

/** A wide distribution around a naive rule. */
export function naiveDistribution({ mean, model }: NaiveForecast): ErrorDistribution {
  return guessed(mean, 1.5 + mean * doubt(model));
}

function doubt(model: NaiveForecast['model']): number {
  if (model === 'enrolment') return 0.2;
  return model === 'usual-day' ? estimateDoubt : 0.1;
}

/** A normal distribution of a width that no errors were learned for. */
export function guessed(centre: number, deviation: number): ErrorDistribution {
  const { scale: _, ...normal } = locationScale(centre, deviation, normalShape);
  return { ...normal, deviation };
}
