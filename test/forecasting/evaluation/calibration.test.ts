import {
  intervalCoverage,
  pinball,
  pinballLoss,
  pitHistogram,
} from '../../../forecasting/evaluation/calibration.ts';
import {
  gridProbabilities,
  probabilityAt,
  quantileAt,
  quantileGrid,
} from '../../../forecasting/evaluation/quantile-grid.ts';
import { seeded, uniformGrid } from './scored.ts';

/** Forecast: uniform on [0, 100]; so the quantile at p is 100 p. */
const uniform = uniformGrid(0, 100);
const served = (...counts: number[]) => counts.map((actual) => ({ actual, quantiles: uniform }));

describe('quantile grid', () => {
  test('holds 0.05 to 0.95 by 0.05, and the tails', () => {
    expect(gridProbabilities).toHaveLength(25);
    for (const p of [0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95]) expect(gridProbabilities).toContain(p);
  });

  test('reads back what was kept, and straight lines between', () => {
    const grid = quantileGrid({ mean: 50, quantile: (p) => 100 * p });
    expect([...grid]).toEqual([...uniform]);
    expect(quantileAt(grid, 0.8)).toBeCloseTo(80, 12);
    expect(quantileAt(grid, 0.77)).toBeCloseTo(77, 12);
    expect(quantileAt(grid, 0.001)).toBe(0.5);
    expect(quantileAt(grid, 0.999)).toBe(99.5);
  });

  test('the probability of a value is the inverse of the quantile', () => {
    for (const p of [0.006, 0.05, 0.33, 0.5, 0.9, 0.994]) {
      expect(probabilityAt(uniform, quantileAt(uniform, p))).toBeCloseTo(p, 12);
    }
    expect(probabilityAt(uniform, -1)).toBe(0);
    expect(probabilityAt(uniform, 101)).toBe(1);
  });

  test('a distribution without spread steps from 0 to 1 at its value', () => {
    const point = uniformGrid(7, 7);
    expect([6.9, 7, 7.1].map((x) => probabilityAt(point, x))).toEqual([0, 1, 1]);
  });
});

describe('pinball loss', () => {
  test('by hand: q0.8 = 100 costs 0.8 a missing and 0.2 a wasted meal', () => {
    expect(pinballLoss(0.8, 100, 110)).toBeCloseTo(8, 12);
    expect(pinballLoss(0.8, 100, 90)).toBeCloseTo(2, 12);
    expect(pinballLoss(0.8, 100, 100)).toBe(0);
  });

  test('by hand: two counts against the uniform forecast', () => {
    // Served 20 and 60. At p = 0.5 the quantile is 50: (0.5 × 30 + 0.5 × 10) ÷ 2 = 10.
    const { quantiles, mean, share } = pinball(served(20, 60));
    expect(quantiles).toHaveLength(19);
    expect(quantiles.find(({ probability }) => probability === 0.5)?.loss).toBeCloseTo(10, 12);
    // At p = 0.1 it is 10: (0.1 × 10 + 0.1 × 50) ÷ 2 = 3. At p = 0.9, 90: (0.1 × 70 + 0.1 × 30) ÷ 2 = 5.
    expect(quantiles.find(({ probability }) => probability === 0.1)?.loss).toBeCloseTo(3, 12);
    expect(quantiles.find(({ probability }) => probability === 0.9)?.loss).toBeCloseTo(5, 12);
    const sum = quantiles.reduce((total, { loss }) => total + loss, 0);
    expect(mean).toBeCloseTo(sum / 19, 12);
    // Mean served is 40.
    expect(share).toBeCloseTo((100 * mean) / 40, 12);
  });

  test('the true quantile has the lowest loss', () => {
    const random = seeded(1);
    const counts = Array.from({ length: 4000 }, () => 100 * random());
    const loss = (p: number, quantile: number) =>
      counts.reduce((sum, actual) => sum + pinballLoss(p, quantile, actual), 0);
    for (const p of [0.1, 0.5, 0.8]) {
      expect(loss(p, 100 * p)).toBeLessThan(loss(p, 100 * p + 6));
      expect(loss(p, 100 * p)).toBeLessThan(loss(p, 100 * p - 6));
    }
  });

  test('nothing served, nothing scored', () => {
    expect(pinball([])).toMatchObject({ mean: 0, share: 0 });
    expect(pinball(served(0))).toMatchObject({ share: 0 });
  });
});

describe('coverage', () => {
  test('by hand: bounds belong to their interval', () => {
    // 50 %: 25–75; 80 %: 10–90; 90 %: 5–95.
    expect(intervalCoverage(served(2, 7, 25, 50, 75, 90, 93, 99))).toEqual([
      { interval: 50, inside: 37.5, below: 25, above: 37.5 },
      { interval: 80, inside: 50, below: 25, above: 25 },
      { interval: 90, inside: 75, below: 12.5, above: 12.5 },
    ]);
  });

  test('inside, below and above add up to 100', () => {
    const random = seeded(2);
    for (let round = 0; round < 50; round++) {
      const counts = Array.from({ length: 1 + Math.floor(random() * 30) }, () => Math.round(random() * 120));
      for (const { inside, below, above } of intervalCoverage(served(...counts))) {
        expect(inside + below + above).toBeCloseTo(100, 9);
      }
    }
  });
});

describe('PIT histogram', () => {
  test('by hand: a count is spread over half a meal on both sides', () => {
    // 15 covers 14.5–15.5: all in the second tenth. 20 covers 19.5–20.5: half each.
    expect(pitHistogram(served(15))).toEqual([0, 100, 0, 0, 0, 0, 0, 0, 0, 0]);
    const halves = pitHistogram(served(20));
    expect(halves[1]).toBeCloseTo(50, 9);
    expect(halves[2]).toBeCloseTo(50, 9);
  });

  test('counts beyond the forecast fall in the outermost bins', () => {
    expect(pitHistogram(served(-50, 400))).toEqual([50, 0, 0, 0, 0, 0, 0, 0, 0, 50]);
  });

  test('is even for a calibrated forecast, a U for a narrow one, a hump for a wide one', () => {
    const random = seeded(3);
    const counts = Array.from({ length: 20_000 }, () => Math.round(200 * random()));
    const of = (low: number, high: number) =>
      pitHistogram(counts.map((actual) => ({ actual, quantiles: uniformGrid(low, high) })));
    for (const share of of(-0.5, 200.5)) expect(Math.abs(share - 10)).toBeLessThan(1);
    const narrow = of(50, 150);
    expect(narrow[0]).toBeGreaterThan(25);
    expect(narrow[9]).toBeGreaterThan(25);
    const wide = of(-100, 300);
    expect(wide[0]).toBe(0);
    expect(wide[5]).toBeGreaterThan(15);
  });

  test('adds up to 100, whatever the forecast', () => {
    const random = seeded(4);
    for (let round = 0; round < 200; round++) {
      const low = random() * 100;
      const scored = [
        { actual: Math.round(random() * 120), quantiles: uniformGrid(low, low + random() * 5) },
      ];
      expect(pitHistogram(scored).reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 6);
    }
  });
});
