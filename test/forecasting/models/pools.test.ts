import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Distribution } from '../../../forecasting/domain/types.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { dishNeeds } from '../../../forecasting/orders/dish-need.ts';
import { poolDemand } from '../../../forecasting/take-up/demand.ts';
import { fitTakeUp } from '../../../forecasting/take-up/take-up.ts';
import { describeWithShared } from '../../support/shared.ts';
import { carrots, evenly, service } from '../orders/take-up-examples.ts';
import type { PoolMeasures } from '../support/nantes-pools.ts';
import { strikeOn, syntheticCity } from '../support/synthetic.ts';

const width = (of: Distribution) => of.quantile(0.9) - of.quantile(0.1);

const city = syntheticCity({ sites: 6, firstYear: 2016, years: 3 });
const origin = '2018-11-15';

test('the sum of a kitchen is as uncertain as the errors of its sites go together', () => {
  const model = fitTakeUp({ ...city, servings: [] }, origin);
  const sum = (correlation: number) =>
    width(
      poolDemand(
        [1, 2, 3, 4, 5, 6].flatMap((siteId) =>
          dishNeeds({ ...service([carrots], evenly(100, 20), {}, siteId), correlation }, model).map(
            ({ demand }) => demand,
          ),
        ),
      ),
    );
  const alone = 6 * width(evenly(100, 20));
  expect(sum(0.99)).toBeGreaterThan(0.9 * alone);
  expect(sum(0)).toBeLessThan(0.5 * alone);
  expect(sum(0.3)).toBeGreaterThan(sum(0.1));
});

describe('how errors of two sites go together', () => {
  test('is learned from the past, and more so on a strike', () => {
    const usual = fitAttendance(city, origin).correlation(3, '2018-11-22');
    expect(usual).toBeGreaterThanOrEqual(0);
    expect(usual).toBeLessThan(1);
    expect(usual).not.toBe(0.3);
    const struck = fitAttendance(
      { ...city, closures: [...city.closures, strikeOn('2018-11-22', origin)] },
      origin,
    );
    expect(struck.correlation(3, '2018-11-23')).toBeCloseTo(usual, 9);
    expect(struck.correlation(3, '2018-11-22')).not.toBeCloseTo(usual, 3);
  });

  test('is a usual value where the past is too short', () => {
    expect(fitAttendance(city, '2016-01-15').correlation(3, '2016-01-20')).toBe(0.3);
  });
});

describeWithShared('kitchens that serve 3, 10 or 30 canteens of Nantes, a week ahead', () => {
  test('have 80 % ranges that hold, and are short a fifth of the days at the level 0.8', () => {
    const script = join(__dirname, '../support/nantes-pools.ts');
    const printed = execFileSync(
      process.execPath,
      ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', script, '--print'],
      { encoding: 'utf8' },
    );
    const [{ learned, usual }] = JSON.parse(printed) as [{ learned: PoolMeasures[]; usual: PoolMeasures[] }];
    expect(learned.map(({ sites }) => sites)).toEqual([3, 10, 30]);
    for (const [i, measured] of learned.entries()) {
      expect(measured.coverage80).toBeGreaterThan(74);
      expect(measured.coverage80).toBeLessThan(83);
      expect(measured.short).toBeGreaterThan(17);
      expect(measured.short).toBeLessThan(24);
      expect(measured.pinball).toBeLessThan(usual[i]?.pinball ?? 0);
    }
    // With one correlation for all, the ranges of a large kitchen held far more than they said.
    expect(usual[2]?.coverage80).toBeGreaterThan(90);
  }, 240_000);
});
