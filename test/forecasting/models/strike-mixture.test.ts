import { scaled } from '../../../forecasting/forecasts/distribution.ts';
import { normalShape } from '../../../forecasting/models/naive-distribution.ts';
import { type StrikeDay, strikesOf } from '../../../forecasting/models/strike-days.ts';
import {
  chanceAt,
  learnMixture,
  mixedQuantile,
  priorMixture,
  type StrikeMixture,
} from '../../../forecasting/models/strike-mixture.ts';

const origin = 17_000;
const usual = scaled(100, 5, normalShape);
const mixed = (mixture: StrikeMixture, site = 0) =>
  mixedQuantile((p) => usual.quantile(p), 100, mixture, site);

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
  const quantile = mixed({ chance: 1 / 3, sites: new Map(), shares });
  // No usual day has under 85 meals, no struck one over 58: up to 1/3 they are the struck, in order.
  expect(quantile(1 / 6)).toBeCloseTo(100 * (0.1 + 0.02 * 12), 6);
  // The middle of the usual days is at 1/3 + 1/3.
  expect(quantile(2 / 3)).toBeCloseTo(100, 4);
});

test('quantiles never fall, and the upper ones are little below those of a usual day', () => {
  const grid = Array.from({ length: 199 }, (_, i) => mixed(priorMixture)((i + 1) / 200));
  for (let i = 1; i < grid.length; i++) {
    expect(grid[i]).toBeGreaterThanOrEqual((grid[i - 1] as number) - 1e-9);
  }
  expect(mixed(priorMixture)(0.9)).toBeGreaterThan(usual.quantile(0.9) - 2);
  expect(mixed(priorMixture)(0.9)).toBeLessThan(usual.quantile(0.9));
  expect(mixed(priorMixture)(0.05)).toBeLessThan(60);
});

test('nobody struck: the day is a usual one', () => {
  const none = mixed({ ...priorMixture, chance: 0 });
  for (const p of [0.05, 0.5, 0.95]) expect(none(p)).toBeCloseTo(usual.quantile(p), 3);
});

test('the chance, the sites and the shares are learned from the strikes on record', () => {
  const few = learnMixture(strikes(8, 2, 50));
  const many = learnMixture(strikes(8, 20, 50));
  expect(few.chance).toBeLessThan(priorMixture.chance);
  expect(many.chance).toBeGreaterThan(0.3);
  expect(chanceAt(few, 0)).toBeGreaterThan(2 * chanceAt(few, 30));
  expect(many.shares[12]).toBeCloseTo(0.5, 2);
});

test('a site is never sure to be struck, and one without meals teaches nothing', () => {
  expect(chanceAt({ ...priorMixture, sites: new Map([[3, 100]]) }, 3)).toBeLessThan(1);
  const empty = strikesOf([{ site: 1, day: origin - 9, served: 0, expected: 0, ordinary: 0 }], origin);
  expect(learnMixture(empty).chance).toBeLessThan(priorMixture.chance);
});
