import { contributions } from '../../../forecasting/explain/contributions.ts';
import type { StrikeDay } from '../../../forecasting/models/strike-days.ts';
import {
  learnStrikes,
  onStrike,
  priorStrike,
  strikeRatio,
  withStrikes,
} from '../../../forecasting/models/strike-effect.ts';
import { deviationOf, locationScale, normalShape } from '../../../forecasting/numerics/distribution.ts';

const origin = 17_000;

/** Strikes 60 days apart at some sites, each with the same effect. */
function strikes(count: number, sites: number, share: number): StrikeDay[] {
  return Array.from({ length: count * sites }, (_, i) => ({
    site: i % sites,
    day: origin - 30 - 60 * Math.floor(i / sites),
    served: 100 * (1 + share),
    expected: 100,
    ordinary: 6,
  }));
}

const shareOf = (rows: readonly StrikeDay[], site = 0) =>
  Math.exp(strikeRatio(learnStrikes(rows, origin), site)) - 1;

test('without a strike on record a strike takes 4.7 %', () => {
  expect(shareOf([])).toBeCloseTo(-0.047, 10);
});

test('strikes on record move the effect, more of them further, and never past what they were', () => {
  const learnt = [1, 3, 7, 20].map((count) => shareOf(strikes(count, 1, -0.2)));
  expect(learnt.toSorted((a, b) => b - a)).toEqual(learnt);
  expect(learnt[0]).toBeLessThan(-0.055);
  expect(learnt[2]).toBeLessThan(-0.1);
  expect(Math.min(...learnt)).toBeGreaterThan(-0.2);
});

test('a strike of a whole town tells more than that of one site', () => {
  expect(shareOf(strikes(3, 40, -0.2))).toBeLessThan(shareOf(strikes(3, 1, -0.2)) - 0.01);
});

test('three days of one movement tell no more than one', () => {
  const [one] = strikes(1, 40, -0.3);
  const days = (list: readonly number[]) =>
    list.flatMap((day) => strikes(1, 40, -0.3).map((row) => ({ ...row, day })));
  expect(one).toBeDefined();
  const single = shareOf(days([origin - 30]));
  expect(shareOf(days([origin - 30, origin - 31, origin - 32]))).toBeCloseTo(single, 2);
  expect(shareOf(days([origin - 30, origin - 90, origin - 150]))).toBeLessThan(single - 0.02);
});

test('a site that loses more than the others is told apart, a little', () => {
  const rows = strikes(8, 10, -0.1).map((row) => (row.site === 3 ? { ...row, served: 70 } : row));
  expect(shareOf(rows, 3)).toBeLessThan(shareOf(rows, 4) - 0.01);
});

test('a strike widens the range, and more downwards than upwards', () => {
  const ordinary = locationScale(100, 5, normalShape);
  const strike = onStrike(ordinary, priorStrike, 0);
  expect(deviationOf(strike)).toBeGreaterThan(1.25 * deviationOf(ordinary));
  const [worst, best] = [0.02, 0.98].map((p) => Math.abs(strike.quantile(p) - strike.centre)) as [
    number,
    number,
  ];
  expect(worst).toBeGreaterThan(1.3 * best);
});

test('wild strikes widen the range, calm ones narrow it, within bounds', () => {
  const wild = strikes(12, 5, -0.1).map((row, i) => ({ ...row, served: Math.floor(i / 5) % 2 ? 61 : 100 }));
  expect(learnStrikes(wild, origin).spread).toBeGreaterThan(0.13);
  expect(learnStrikes(strikes(12, 5, -0.048), origin).spread).toBeLessThan(0.08);
});

test('a sum keeps its distribution without a strike, and is wider with some', () => {
  const sum = locationScale(1000, 20, normalShape);
  expect(withStrikes(sum, [0, 0, 0], priorStrike)).toBe(sum);
  const few = withStrikes(sum, [10, 0, 0], priorStrike);
  const many = withStrikes(sum, [10, 12, 14], priorStrike);
  expect(deviationOf(few)).toBeGreaterThan(deviationOf(sum));
  expect(deviationOf(many)).toBeGreaterThan(deviationOf(few));
  const grid = Array.from({ length: 99 }, (_, i) => many.quantile((i + 1) / 100));
  expect(grid.toSorted((a, b) => a - b)).toEqual(grid);
});

test('the meals of a strike add up with the other terms', () => {
  const terms = new Map([['weekday', 0.1] as const, ['strike', priorStrike.town] as const]);
  const mean = 101 * Math.exp(0.1 + priorStrike.town) - 1;
  const list = contributions(100, mean, terms, 0);
  expect(list.reduce((sum, { meals }) => sum + meals, 0)).toBeCloseTo(mean, 9);
  expect(list.find(({ term }) => term === 'strike')?.meals).toBeLessThan(-4);
});
