import type { BacktestReport } from '../../../../electron/api/backtests.ts';
import type { Measures } from '../../../../electron/api/records.ts';
import {
  comparisonRows,
  costOfThousand,
  expectedErrors,
  findingOf,
} from '../../../../renderer/pages/accuracy/comparison.ts';
import { levelFromCosts, missingAt } from '../../../../renderer/pages/accuracy/costs.ts';
import { plotOf, rateAt } from '../../../../renderer/pages/accuracy/frontier.ts';
import {
  byNeed,
  chanceError,
  errorPercent,
  isTooNarrow,
  lightOf,
} from '../../../../renderer/pages/accuracy/light.ts';
import { periodsOf, schoolYearOfDate } from '../../../../renderer/pages/accuracy/period.ts';

const measures = (over: number, under: number, n = 100): Measures => ({
  n,
  mae: 4,
  wape: over + under,
  over,
  under,
  shortDays: 20,
  bias: over - under,
});

function report(given: {
  readonly staff?: Measures;
  readonly equalOver?: number;
  readonly mean4?: Measures;
}): BacktestReport {
  const { staff = measures(6.4, 1), equalOver, mean4 = measures(3.4, 3.3) } = given;
  return {
    tradeOff: [{ serviceLevel: 0.8, over: 5.64, under: 0.94, shortDays: 20 }],
    measures: { staff, sameWeekday4: mean4, median: measures(2.7, 2.6) },
    staffShortage:
      equalOver === undefined
        ? null
        : { serviceLevel: 0.78, over: equalOver, under: staff.under, shortDays: 22 },
  } as unknown as BacktestReport;
}

const COSTS = { wasted: 1.45, missing: 5.8 };

describe('the periods to choose from', () => {
  test('a school year begins in September', () => {
    expect(['2026-08-31', '2026-09-01'].map(schoolYearOfDate)).toEqual([2025, 2026]);
  });

  test('are the recorded school years, then the last weeks and months', () => {
    expect(periodsOf('2024-09-02', '2026-12-11')).toEqual([
      { id: 'year-2026', from: '2026-09-01', to: '2026-12-11' },
      { id: 'year-2025', from: '2025-09-01', to: '2026-08-31' },
      { id: 'year-2024', from: '2024-09-30', to: '2025-08-31' },
      { id: 'weeks', from: '2026-11-14', to: '2026-12-11' },
      { id: 'months', from: '2025-12-12', to: '2026-12-11' },
    ]);
  });

  test('there are none while the first weeks are learnt', () => {
    expect(periodsOf('2026-09-01', '2026-09-20')).toEqual([]);
    expect(periodsOf(null, null)).toEqual([]);
  });
});

describe('the comparison', () => {
  test('shows surplus and shortage of orders, and never their sum: a cautious order errs more', () => {
    const rows = comparisonRows(report({ equalOver: 5.58 }), 0.8);
    expect(rows.map(({ name }) => name)).toEqual(['order', 'equal', 'staff', 'mean4']);
    expect(rows[0]).toEqual({ name: 'order', level: 0.8, over: 5.6, under: 0.9, shortDays: 20 });
  });

  test('compares errors of what was expected, of those who expected something', () => {
    expect(expectedErrors(report({ staff: measures(0, 0, 0) }))).toEqual([
      { name: 'model', error: expect.closeTo(5.3) },
      { name: 'mean4', error: expect.closeTo(6.7) },
    ]);
  });

  test('prices a thousand meals', () => {
    expect(costOfThousand({ over: 5.6, under: 0.9 }, COSTS)).toBeCloseTo(133.4, 6);
  });

  test.each([
    [5.58, { says: 'less', meals: 8 }],
    [6.9, { says: 'more', meals: 5 }],
    [6.42, { says: 'same', meals: 0 }],
  ])('at equal shortage, %d %% of surplus against 6.4 %%', (equalOver, finding) => {
    expect(findingOf(comparisonRows(report({ equalOver }), 0.8), COSTS)).toEqual(finding);
  });

  test('falls back on the cost where no level is as short as the staff', () => {
    expect(findingOf(comparisonRows(report({}), 0.8), COSTS)).toEqual({
      says: 'cheaper',
      than: 'staff',
      euros: 18,
    });
  });

  test('compares with the simplest rule where no staff figures are recorded', () => {
    const rows = comparisonRows(report({ staff: measures(0, 0, 0) }), 0.8);
    expect(rows.map(({ name }) => name)).toEqual(['order', 'mean4']);
    expect(findingOf(rows, COSTS)).toEqual({ says: 'cheaper', than: 'mean4', euros: 108 });
  });

  test('says nothing of others where there are none', () => {
    const rows = comparisonRows(report({ staff: measures(0, 0, 0), mean4: measures(0, 0, 0) }), 0.8);
    expect(findingOf(rows, COSTS)).toEqual({ says: 'alone' });
  });
});

describe('the traffic light', () => {
  test('measures a site against chance, which weighs more on a small one', () => {
    expect(chanceError(40) / 40).toBeGreaterThan(2 * (chanceError(240) / 240));
    const light = (meals: number, error: number) => lightOf({ meals, error, days: 50 });
    expect([light(100, 5), light(100, 8), light(100, 11.5)]).toEqual(['good', 'watch', 'review']);
    expect(light(39, 2.2)).toBe('good');
  });

  test('judges a large site by the share of its meals', () => {
    const light = (error: number) => lightOf({ meals: 300, error, days: 50 });
    expect([light(15), light(24), light(25)]).toEqual(['good', 'watch', 'review']);
  });

  test('forgives two children at the smallest site and judges nothing on a few days', () => {
    expect(lightOf({ meals: 6, error: 2, days: 50 })).toBe('good');
    expect(lightOf({ meals: 6, error: 2.9, days: 50 })).toBe('watch');
    expect(lightOf({ meals: 6, error: 5, days: 50 })).toBe('review');
    expect(lightOf({ meals: 6, error: 5, days: 19 })).toBe('few');
  });

  test('puts the sites that need a look first, and of those the largest', () => {
    const site = (meanServed: number, mae: number, n = 50) => ({ meanServed, model: { mae, n } });
    const sites = [site(400, 10), site(100, 8), site(90, 30), site(6, 5, 19), site(200, 40)];
    expect(sites.toSorted(byNeed).map(({ meanServed }) => meanServed)).toEqual([200, 90, 100, 400, 6]);
  });

  test('tells a percentage only at a large site', () => {
    expect(errorPercent(79, 4)).toBeNull();
    expect(errorPercent(80, 4)).toBe(5);
  });
});

describe('the euro dial', () => {
  test('goes from costs to the level and back', () => {
    expect(levelFromCosts(COSTS)).toBe(0.8);
    for (let percent = 50; percent <= 95; percent++) {
      expect(levelFromCosts({ wasted: 1.45, missing: missingAt(percent / 100, 1.45) })).toBe(percent / 100);
    }
  });

  test('stays within the levels that may be asked for', () => {
    expect(levelFromCosts({ wasted: 5, missing: 1 })).toBe(0.5);
    expect(levelFromCosts({ wasted: 0.05, missing: 200 })).toBe(0.95);
  });
});

describe('the frontier', () => {
  const curve = [
    { serviceLevel: 0.5, over: 3, under: 2, shortDays: 50 },
    { serviceLevel: 0.55, over: 4, under: 1, shortDays: 40 },
  ];

  test('is read between its levels', () => {
    expect(rateAt(curve, 0.5)).toEqual(curve[0]);
    const between = rateAt(curve, 0.52);
    expect(between?.over).toBeCloseTo(3.4, 10);
    expect(between?.under).toBeCloseTo(1.6, 10);
    expect(rateAt(curve, 0.6)).toBeNull();
  });

  test('is drawn inside its frame, shortage from zero', () => {
    const plot = plotOf(curve, { width: 400, height: 240 });
    expect(plot.y(0)).toBe(plot.bottom);
    for (const { over, under } of curve) {
      expect(plot.x(over)).toBeGreaterThanOrEqual(plot.left);
      expect(plot.x(over)).toBeLessThanOrEqual(plot.right);
      expect(plot.y(under)).toBeGreaterThanOrEqual(plot.top);
    }
  });
});

test('a range of 80 % that holds 71 may do so by chance, one that holds 69 is too narrow', () => {
  expect([80, 71, 69].map(isTooNarrow)).toEqual([false, false, true]);
});
