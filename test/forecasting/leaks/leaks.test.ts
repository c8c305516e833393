import { causesOf, type LeakFacts } from '../../../forecasting/leaks/causes.ts';
import { keptQuantiles, surplusMoments } from '../../../forecasting/leaks/excess.ts';
import {
  beforeAndAfter,
  benjaminiHochberg,
  type Excess,
  findLeaks,
  type LeakCell,
  leakRules,
  startOf,
} from '../../../forecasting/leaks/leaks.ts';
import { shrinkMeans } from '../../../forecasting/leaks/shrunk-mean.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
import { normalQuantile } from '../../../forecasting/numerics/streams.ts';

/** The days of a cell: demand is drawn from the day's own distribution, orders are its quantile plus `extra`. */
function drawn(key: string, random: () => number, count: number, extra: (day: number) => number): LeakCell {
  const usual = 30 + 200 * random();
  const spread = 0.08 * usual;
  const quantile = (p: number) => Math.max(0, usual + spread * normalQuantile(p));
  const occurrences = Array.from({ length: count }, (_, day): Excess => {
    const served = Math.round(quantile(Math.min(0.9999, Math.max(0.0001, random()))));
    const target = Math.round(quantile(0.8));
    const { mean, variance } = surplusMoments({ quantile }, target);
    const surplus = Math.max(0, target + extra(day) - served);
    return { day, excess: surplus - mean, variance, served, period: Math.floor(day / 9) };
  });
  return { key, occurrences };
}

test('surplus under a distribution agrees with a simulation', () => {
  const random = seededRandom(8);
  for (const order of [70, 100, 108, 130]) {
    const quantile = (p: number) => 100 + 10 * normalQuantile(p);
    const { mean, variance } = surplusMoments({ quantile }, order);
    const draws = Array.from({ length: 200_000 }, () => Math.max(0, order - quantile(random() || 0.5)));
    const drawnMean = draws.reduce((a, b) => a + b, 0) / draws.length;
    const drawnVariance = draws.reduce((a, b) => a + (b - drawnMean) ** 2, 0) / draws.length;
    expect(Math.abs(mean - drawnMean)).toBeLessThan(0.1);
    expect(Math.abs(variance - drawnVariance)).toBeLessThan(0.03 * drawnVariance + 0.3);
  }
});

test('between kept quantiles there are straight lines', () => {
  const { quantile } = keptQuantiles([
    [0.9, 130],
    [0.1, 90],
    [0.5, 100],
  ]);
  expect([0.05, 0.1, 0.3, 0.5, 0.7, 0.99].map(quantile)).toEqual([90, 90, 95, 100, 115, 130]);
});

test('Benjamini–Hochberg: the paper’s own example', () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  expect(benjaminiHochberg(p, 0.05).filter(Boolean)).toHaveLength(4);
  expect(benjaminiHochberg(p.toReversed(), 0.05).slice(-4)).toEqual([true, true, true, true]);
  expect(benjaminiHochberg([], 0.1)).toEqual([]);
});

test('where nothing leaks, at most 10 % of the cells are flagged, with the persistence conditions or without', () => {
  const alone = { ...leakRules, periodsInExcess: 0 };
  for (const rules of [leakRules, alone, { ...alone, fewestMeals: 0, fewestShare: 0 }]) {
    let [flagged, cells] = [0, 0];
    for (let seed = 0; seed < 20; seed++) {
      const random = seededRandom(seed);
      const town = Array.from({ length: 120 }, (_, i) => drawn(`${i}`, random, 36, () => 0));
      const found = findLeaks(town, rules);
      cells += found.length;
      flagged += found.filter(({ leaks }) => leaks).length;
    }
    expect(cells).toBe(2400);
    expect(flagged / cells).toBeLessThanOrEqual(0.1);
  }
});

test('planted leaks are found, few others, and their shrunk means are nearer the truth', () => {
  const random = seededRandom(77);
  const town = Array.from({ length: 200 }, (_, i) => drawn(`${i}`, random, 36, () => (i < 40 ? 12 : 0)));
  const found = findLeaks(town);
  const [planted, others] = [found.slice(0, 40), found.slice(40)];
  expect(planted.filter(({ leaks }) => leaks).length).toBeGreaterThan(35);
  expect(others.filter(({ leaks }) => leaks).length).toBeLessThanOrEqual(5);
  const off = (of: 'mean' | 'shrunk') => others.reduce((sum, cell) => sum + cell[of] ** 2, 0);
  expect(off('shrunk')).toBeLessThan(off('mean'));
});

test('cells seen too seldom are not tested', () => {
  const random = seededRandom(5);
  expect(findLeaks([drawn('a', random, 7, () => 30)])).toEqual([]);
  expect(findLeaks([])).toEqual([]);
});

test('the start of a leak is found near the day on which it was planted', () => {
  const random = seededRandom(31);
  const late = Array.from({ length: 40 }, () => {
    const since = startOf(drawn('a', random, 60, (day) => (day >= 30 ? 25 : 0)).occurrences);
    expect(since).not.toBeNull();
    return Math.abs((since ?? 0) - 30);
  });
  expect(late.filter((days) => days <= 5).length).toBeGreaterThan(30);
  expect(
    startOf(drawn('a', random, 20, () => 0).occurrences.map((one) => ({ ...one, excess: 0 }))),
  ).toBeNull();
});

test('shrunk means: the more is known of a cell, the less it is drawn', () => {
  const [a, b, c] = shrinkMeans([
    { mean: 6, variance: 0.1 },
    { mean: 6, variance: 10 },
    { mean: -6, variance: 1 },
    { mean: -5, variance: 1 },
    { mean: 1, variance: 1 },
  ]);
  expect(a.shrunk).toBeGreaterThan(5.9);
  expect(b.shrunk).toBeLessThan(a.shrunk);
  expect(c.shrunk).toBeGreaterThan(-6);
  expect(shrinkMeans([])).toEqual([]);
});

test('before and after what was tried', () => {
  const day = (of: number, excess: number): Excess => ({
    day: of,
    excess,
    variance: 4,
    served: 100,
    period: 0,
  });
  const found = beforeAndAfter([day(1, 5), day(2, 7), day(3, 1), day(4, -1)], 3);
  expect(found.before).toEqual({ occurrences: 2, mean: 6, variance: 2 });
  expect(found.after).toEqual({ occurrences: 2, mean: 0, variance: 2 });
  expect(found.difference).toEqual({ mean: -6, error: 2 });
  expect(beforeAndAfter([day(1, 5)], 3).difference).toBeNull();
});

test('causes come in their order, and none where nothing is known', () => {
  const nothing: LeakFacts = {
    mean: 10,
    overAdvice: null,
    packRounding: null,
    withoutHeadCount: null,
    enrolmentAge: null,
    adultsTooMany: null,
    serviceLevel: null,
    neededLevel: null,
    lateOutings: null,
    refusedShare: null,
  };
  expect(causesOf(nothing)).toEqual([]);
  const facts = {
    ...nothing,
    overAdvice: 6,
    packRounding: 1,
    withoutHeadCount: 0.8,
    serviceLevel: 0.9,
    neededLevel: 0.8,
  };
  expect(causesOf(facts)).toEqual(['override-above', 'head-count-missing', 'level-above-need']);
});
