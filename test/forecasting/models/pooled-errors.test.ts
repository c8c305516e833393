import { errorAt } from '../../../forecasting/forecasts/distribution.ts';
import { dayCorrelation, PooledShapes, pooledScale } from '../../../forecasting/models/pooled-errors.ts';
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
