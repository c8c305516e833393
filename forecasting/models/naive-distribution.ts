import { type ScaledDistribution, scaled } from '../forecasts/distribution.ts';
import type { NaiveForecast } from './naive.ts';

/** Standard normal quantiles at `probabilities`: they stand in where no errors could be learned. */
export const normalShape = Float64Array.from([
  -2.576, -2.326, -1.96, -1.645, -1.282, -1.036, -0.842, -0.674, -0.524, -0.385, -0.253, -0.126, 0, 0.126,
  0.253, 0.385, 0.524, 0.674, 0.842, 1.036, 1.282, 1.645, 1.96, 2.326, 2.576,
]);

/** A wide distribution around a naive rule. */
export function naiveDistribution({ mean, model }: NaiveForecast): ScaledDistribution {
  return scaled(mean, 1.5 + mean * (model === 'enrolment' ? 0.2 : 0.1), normalShape);
}
