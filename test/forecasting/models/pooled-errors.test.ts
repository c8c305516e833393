import type { ErrorModel } from '../../../forecasting/models/error-model.ts';
import { guessed } from '../../../forecasting/models/naive-distribution.ts';
import { poolForecasts } from '../../../forecasting/models/pool-forecasts.ts';
import {
  dayCorrelation,
  learnCorrelation,
  PooledShapes,
  pooledScale,
  usualCorrelation,
} from '../../../forecasting/models/pooled-errors.ts';
import type { SiteModel } from '../../../forecasting/models/site-model.ts';
import { priorStrike } from '../../../forecasting/models/strike-effect.ts';
import { deviationOf, errorAt, normalShape } from '../../../forecasting/numerics/distribution.ts';
import { type SoundForecast, sound } from '../../../forecasting/numerics/sound-forecast.ts';
import { random } from '../support/synthetic.ts';

const sites = 30;
const daysCount = 400;
const shared = 0.6;

/** Errors of 30 sites on 400 days: a part common to the day, a part of each site's own; both skewed. */
function simulated(seed: number) {
  const next = random(seed);
  const skewed = () => Math.log(1e-9 + next()) + 1;
  const n = sites * daysCount;
  const days = new Int32Array(n);
  const errors = new Float64Array(n);
  const scales = new Float64Array(n);
  for (let day = 0; day < daysCount; day++) {
    const common = skewed();
    for (let site = 0; site < sites; site++) {
      const i = day * sites + site;
      days[i] = day;
      scales[i] = 5 + site;
      errors[i] = scales[i] * (shared * common + Math.sqrt(1 - shared ** 2) * skewed());
    }
  }
  const z = errors.map((e, i) => e / scales[i]);
  return { days, errors, scales, z, weight: new Float64Array(n).fill(1) };
}

const past = simulated(1);
const correlation = dayCorrelation(past.days, past.z, past.weight);

test('the correlation of the errors of one day is found again', () => {
  expect(correlation).toBeGreaterThan(shared ** 2 - 0.06);
  expect(correlation).toBeLessThan(shared ** 2 + 0.06);
});

test('children who eat at one of two sites make a negative correlation, and a sum narrower than its parts', () => {
  const next = random(8);
  const days = Int32Array.from({ length: 400 }, (_, i) => i >> 1);
  const z = new Float64Array(400);
  for (let i = 0; i < 400; i += 2) {
    const moved = 4 * (next() - 0.5);
    z[i] = moved + next() - 0.5;
    z[i + 1] = -moved + next() - 0.5;
  }
  const found = learnCorrelation(days, z, new Float64Array(400).fill(1));
  expect(found).toBeLessThan(-0.7);
  expect(pooledScale([10, 10], found)).toBeLessThan(8);
  expect(pooledScale([10, 10, 10], -1)).toBeGreaterThan(0);
});

test('the sum of rules is that of their standard deviations, in the units of the error model', () => {
  const rules = [13, 13].map(
    (deviation) => sound(guessed(100, deviation), { most: 1e9, chance: 0 }) as SoundForecast,
  );
  const plain = poolForecasts(rules, null);
  expect(plain.mean).toBeCloseTo(200, 1);
  expect(deviationOf(plain)).toBeCloseTo(Math.sqrt(2 * 13 ** 2 * (1 + usualCorrelation)), 1);
  // Typical errors are half as large as standard deviations here: the sum must not be twice as wide for that.
  const shape = normalShape.map((value) => 2 * value);
  const pooled = new PooledShapes([shape, shape, shape, shape]);
  const errors = { unit: 2, pooled, correlation: usualCorrelation } as ErrorModel;
  const mixed = poolForecasts(rules, { errors, strike: priorStrike } as SiteModel);
  expect(deviationOf(mixed)).toBeCloseTo(deviationOf(plain), 1);
});

test('independent errors have none', () => {
  const next = random(5);
  const z = past.z.map(() => next() - 0.5);
  expect(dayCorrelation(past.days, z, past.weight)).toBeLessThan(0.02);
});

test.each([3, 10, 30])('sums of %i sites of other days keep the service level', (size) => {
  const shapes = PooledShapes.fit(past.days, past.errors, past.scales, past.weight, correlation);
  const { errors, scales } = simulated(2);
  let kept = 0;
  let groups = 0;
  for (let first = 0; first + size <= errors.length; first += size) {
    if (Math.floor(first / sites) !== Math.floor((first + size - 1) / sites)) continue;
    const scale = pooledScale(scales.subarray(first, first + size), correlation);
    const sum = errors.subarray(first, first + size).reduce((s, e) => s + e, 0);
    groups++;
    if (sum <= scale * errorAt(shapes.of(size), 0.8)) kept++;
  }
  expect(kept / groups).toBeGreaterThan(0.75);
  expect(kept / groups).toBeLessThan(0.85);
});
