import {
  cautious,
  combine,
  type TownEstimate,
  varianceBetween,
} from '../../../forecasting/transfer/random-effects.ts';

const estimate = (value: number, variance: number): TownEstimate => ({
  value,
  precision: 1 / variance,
  assumed: Number.POSITIVE_INFINITY,
});

test('without a prior it is the estimator of DerSimonian and Laird', () => {
  // Three studies by hand: w = 4, 2, 1; mean = (4·1 + 2·2 + 1·4) ÷ 7 = 12/7; Q = 4·(5/7)² + 2·(2/7)² + (16/7)² = 52/7;
  // c = 7 − 21/7 = 4; τ² = (52/7 − 2) ÷ 4 = 19/14.
  const towns = [estimate(1, 0.25), estimate(2, 0.5), estimate(4, 1)];
  const between = varianceBetween([towns]) ?? Number.NaN;
  expect(between).toBeCloseTo(19 / 14, 12);
  const weights = towns.map(({ precision }) => 1 / (1 / precision + between));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const found = combine(towns, between);
  expect(found?.mean).toBeCloseTo((weights[0] + 2 * weights[1] + 4 * weights[2]) / total, 12);
  expect(found?.variance).toBeCloseTo(1 / total, 12);
});

test('towns that agree have no variance between them; one town, or none that knows, cannot tell', () => {
  expect(varianceBetween([[estimate(1, 0.2), estimate(1.1, 0.2)]])).toBe(0);
  expect(varianceBetween([[estimate(1, 0.2)]])).toBeNull();
  expect(varianceBetween([[estimate(1, 0.2), { ...estimate(3, 1), precision: 0 }]])).toBeNull();
  expect(combine([{ ...estimate(3, 1), precision: 0 }], 1)).toBeNull();
});

test('what is assumed of one town fades as towns are compared', () => {
  expect(cautious(0, 1, 1)).toBe(1);
  expect(cautious(0, 1, 4)).toBe(0.25);
  expect(cautious(2, 1, 2)).toBe(1.5);
});
