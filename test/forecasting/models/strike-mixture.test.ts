import { type StrikeDay, strikesOf } from '../../../forecasting/models/strike-days.ts';
import {
  chanceOf,
  learnMixture,
  mixedQuantile,
  priorMixture,
  type StrikeMixture,
} from '../../../forecasting/models/strike-mixture.ts';
import { locationScale, normalShape } from '../../../forecasting/numerics/distribution.ts';

const origin = 17_000;
const usual = locationScale(100, 5, normalShape);
const mixed = (mixture: StrikeMixture, chance: number) =>
  mixedQuantile((p) => usual.quantile(p), 100, mixture, chance);
const every6th = 0.17;

/** Strikes of a town of 40 sites, two months apart, of which the same `struck` sites serve `served` of 100 meals. */
const strikes = (count: number, struck: number, served: number) =>
  strikesOf(
    Array.from({ length: count * 40 }, (_, i): StrikeDay => {
      const site = i % 40;
      const day = origin - 30 - 60 * Math.floor(i / 40);
      return { site, day, served: site < struck ? served : 100, expected: 100, ordinary: 5 };
    }),
    origin,
  );

test('by hand: two thirds usual, one third struck', () => {
  const shares = Float64Array.from({ length: 25 }, (_, i) => 0.1 + 0.02 * i);
  const quantile = mixed({ shares }, 1 / 3);
  // No usual day has under 85 meals, no struck one over 58: up to 1/3 they are the struck, in order.
  expect(quantile(1 / 6)).toBeCloseTo(100 * (0.1 + 0.02 * 12), 6);
  // The middle of the usual days is at 1/3 + 1/3.
  expect(quantile(2 / 3)).toBeCloseTo(100, 4);
});

test('quantiles never fall, and the upper ones are little below those of a usual day', () => {
  const grid = Array.from({ length: 199 }, (_, i) => mixed(priorMixture, every6th)((i + 1) / 200));
  for (let i = 1; i < grid.length; i++) {
    expect(grid[i]).toBeGreaterThanOrEqual(grid[i - 1] - 1e-9);
  }
  expect(mixed(priorMixture, every6th)(0.9)).toBeGreaterThan(usual.quantile(0.9) - 2);
  expect(mixed(priorMixture, every6th)(0.9)).toBeLessThan(usual.quantile(0.9));
  expect(mixed(priorMixture, every6th)(0.05)).toBeLessThan(60);
});

test('nobody struck: the day is a usual one', () => {
  const none = mixed(priorMixture, 0);
  for (const p of [0.05, 0.5, 0.95]) expect(none(p)).toBeCloseTo(usual.quantile(p), 3);
});

test('the shares are learned from the strikes on record', () => {
  expect(learnMixture(strikes(8, 20, 50)).shares[12]).toBeCloseTo(0.5, 2);
});

test('the chance makes the mean of the mixture that which strikes had', () => {
  const shares = new Float64Array(25).fill(0.4);
  expect(chanceOf({ shares }, Math.log(0.88))).toBeCloseTo(0.2, 9);
  const quantile = mixed({ shares }, 0.2);
  const mean =
    Array.from({ length: 1000 }, (_, i) => quantile((i + 0.5) / 1000)).reduce((a, b) => a + b) / 1000;
  expect(mean).toBeCloseTo(88, 0);
});

test('a site is never sure to be struck, nor less than never, and one without meals teaches nothing', () => {
  expect(chanceOf(priorMixture, Math.log(0.05))).toBeLessThan(1);
  expect(chanceOf(priorMixture, 0.1)).toBe(0);
  const empty = strikesOf([{ site: 1, day: origin - 9, served: 0, expected: 0, ordinary: 0 }], origin);
  expect([...learnMixture(empty).shares].every(Number.isFinite)).toBe(true);
});
