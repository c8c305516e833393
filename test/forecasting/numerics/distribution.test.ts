import { pooledScale } from '../../../forecasting/models/pooled-errors.ts';
import {
  errorAt,
  locationScale,
  probabilities,
  weightedQuantiles,
} from '../../../forecasting/numerics/distribution.ts';
import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import { random } from '../support/synthetic.ts';

const uniform = Float64Array.from({ length: 1001 }, (_, i) => i / 1000);
const ones = new Float64Array(1001).fill(1);

test('quantiles of a uniform error', () => {
  const shape = weightedQuantiles(uniform, ones);
  for (const p of probabilities) expect(errorAt(shape, p)).toBeCloseTo(p, 2);
  expect(errorAt(shape, 0.77)).toBeCloseTo(0.77, 2);
});

test('weights move quantiles', () => {
  const heavy = Float64Array.from(uniform, (v) => (v >= 0.5 ? 9 : 1));
  expect(errorAt(weightedQuantiles(uniform, heavy), 0.1)).toBeCloseTo(0.5, 2);
});

test('quantiles never decrease and are never negative', () => {
  const next = random(3);
  const errors = Float64Array.from({ length: 500 }, () => 20 * (next() - 0.6));
  const d = locationScale(4, 1, weightedQuantiles(errors, new Float64Array(500).fill(1)));
  let last = 0;
  for (let p = 0.001; p < 1; p += 0.001) {
    expect(d.quantile(p)).toBeGreaterThanOrEqual(last);
    last = d.quantile(p);
  }
});

test('a probability of 0 or 1 is refused', () => {
  const d = locationScale(4, 1, weightedQuantiles(uniform, ones));
  expect(() => d.quantile(0)).toThrow(RangeError);
  expect(() => d.quantile(1)).toThrow(RangeError);
});

test('the order is the whole number that keeps the service level', () => {
  // Served is 100 plus 0 to 9 with equal chance: 108 is enough on nine days of ten.
  const errors = Float64Array.from({ length: 10 }, (_, i) => i);
  const d = {
    mean: 104.5,
    ...locationScale(100, 1, weightedQuantiles(errors, new Float64Array(10).fill(1))),
  };
  expect(orderQuantity(d, 0.85)).toBe(108);
  expect(() => orderQuantity(d, 1)).toThrow(/between 0 and 1/);
});

test('scales of independent errors add by squares, of equal errors plainly', () => {
  expect(pooledScale([3, 4], 0)).toBe(5);
  expect(pooledScale([3, 4], 1)).toBe(7);
});
