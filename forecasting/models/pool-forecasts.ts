import type { Distribution } from '../domain/types.ts';
import { type ErrorDistribution, locationScale, normalShape } from '../numerics/distribution.ts';
import { type Limits, type SoundForecast, sound } from '../numerics/sound-forecast.ts';
import { guessed } from './naive-distribution.ts';
import { pooledScale, usualCorrelation } from './pooled-errors.ts';
import type { SiteModel } from './site-model.ts';
import { priorStrike, withStrikes } from './strike-effect.ts';

const sumOf = (forecasts: readonly SoundForecast[], of: (forecast: SoundForecast) => number) =>
  forecasts.reduce((sum, forecast) => sum + of(forecast), 0);

/** The sum as it is where no errors were learned. */
function plainSum(forecasts: readonly SoundForecast[]): ErrorDistribution {
  const deviations = forecasts.map(({ deviation }) => deviation);
  return guessed(
    sumOf(forecasts, (f) => f.centre),
    pooledScale(deviations, usualCorrelation),
  );
}

/**
 * The sum of one day's sites: its mean is the sum of theirs, its width what their errors leave when they go together
 * as past ones did. `model` `null`: no errors were learned, all are rules.
 */
export function poolForecasts(forecasts: readonly SoundForecast[], model: SiteModel | null): Distribution {
  const errors = model?.errors ?? null;
  // Typical errors and standard deviations are not added to each other: a rule's deviation is first measured in the
  // units of the error model, whose shapes of sums are of typical errors.
  const unit = errors !== null && errors.unit > 0 ? errors.unit : 1;
  const scale = pooledScale(
    forecasts.map(({ scale: typical, deviation }) =>
      errors === null ? deviation : (typical ?? deviation / unit),
    ),
    errors?.correlation ?? usualCorrelation,
  );
  const centre = sumOf(forecasts, (f) => f.centre);
  const shape = errors?.pooled.of(forecasts.length) ?? normalShape;
  const all = withStrikes(
    locationScale(centre, scale, shape),
    forecasts.map(({ strike = 0 }) => strike),
    model?.strike ?? priorStrike,
  );
  const limits: Limits = {
    most: sumOf(forecasts, (f) => f.most),
    chance: Math.hypot(...forecasts.map((f) => f.chance)),
  };
  const found = sound(all, limits) ?? (sound(plainSum(forecasts), limits) as SoundForecast);
  return { ...found, mean: sumOf(forecasts, (f) => f.mean) };
}
