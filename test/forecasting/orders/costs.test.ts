import { boundedServiceLevel } from '../../../forecasting/orders/costs.ts';

test.each([
  // A wasted meal at 1.45 euros and a missing one at 5.80: the default of 0.80.
  [5.8, 1.45, 0.8],
  [1, 1, 0.5],
  [3, 1, 0.75],
  [9, 1, 0.9],
  [1000, 1, 0.95],
  [1, 1000, 0.5],
])('missing %d, wasted %d: %d', (missing, wasted, level) => {
  expect(boundedServiceLevel({ missing, wasted })).toBeCloseTo(level, 12);
});

test.each([
  [0, 1],
  [1, 0],
  [-1, 2],
  [Number.NaN, 1],
])('costs of %d and %d make no level', (missing, wasted) => {
  expect(() => boundedServiceLevel({ missing, wasted })).toThrow(RangeError);
});

test('the level balances the two costs for an order from any distribution', () => {
  // Served evenly between 0 and 100: the expected cost of an order x is lowest at the quantile of the level.
  const cost = (x: number) => (1.45 * x * x) / 200 + (5.8 * (100 - x) ** 2) / 200;
  const best = 100 * boundedServiceLevel({ missing: 5.8, wasted: 1.45 });
  expect(cost(best)).toBeLessThan(cost(best + 1));
  expect(cost(best)).toBeLessThan(cost(best - 1));
});
