import { type ForecastCell, rollingForecasts } from '../../../forecasting/evaluation/rolling.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { noComparison, withDay } from '../../../forecasting/models/naive-floor.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
import { fourDays, type MadeSite, madeTown } from '../support/made-town.ts';
import { random } from '../support/synthetic.ts';

/** After so many days with these errors of the regression and of both rules. */
const following = (
  days: number,
  errors: (i: number) => readonly [number, number, number],
  known = noComparison,
) =>
  Array.from({ length: days }, (_, i) => errors(i)).reduce(
    (now, [regression, ...rules]) => withDay(now, regression, rules),
    known,
  );

describe('which rule carries the number', () => {
  test('one that errs clearly less, after some days, and it stays until it errs as much', () => {
    const worse = (i: number) => [9 + (i % 3), 5, 3 + (i % 2)] as const;
    expect(following(6, worse).carried).toBe(-1);
    const carried = following(14, worse);
    expect(carried.carried).toBe(1);
    // A few bad days do not send it back; weeks of them do.
    expect(following(2, () => [3, 6, 6], carried).carried).toBe(1);
    expect(following(30, () => [3, 6, 6], carried).carried).toBe(-1);
  });

  test('none by chance, nor for a gain that is not worth it', () => {
    let carried = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const next = seededRandom(seed);
      let known = noComparison;
      for (let i = 0; i < 100; i++) {
        known = withDay(known, 8 * next(), [8 * next(), 8 * next()]);
        if (known.carried >= 0) carried++;
      }
    }
    expect(carried / 20_000).toBeLessThan(0.005);
    expect(following(60, () => [5, 4, 4]).carried).toBe(-1);
    expect(following(60, () => [5, 5, 5]).carried).toBe(-1);
  });

  test('one beside which the regression errs three times as much, within a month', () => {
    const carried = Array.from({ length: 100 }, (_, seed) => {
      const next = seededRandom(seed + 1);
      return following(20, () => [12 * (0.5 + next()), 6 * next() + 6 * next(), 8 * next()]).carried;
    });
    expect(carried.filter((rule) => rule === 1).length).toBeGreaterThanOrEqual(95);
  });

  test('a rule without a past is no better', () => {
    const known = Array.from({ length: 30 }).reduce<typeof noComparison>(
      (now) => withDay(now, 9, [null, null]),
      noComparison,
    );
    expect(known.carried).toBe(-1);
  });
});

describe('a mess whose level is another every five weeks, in a town of schools', () => {
  const next = random(51);
  const steps = Array.from({ length: 100 }, () => 0.55 + 0.9 * next());
  const mess: MadeSite = {
    meals: 120,
    serves: fourDays,
    share: ({ week }) => steps[Math.floor(week / 5)],
    noise: () => 0.004,
  };
  const schools = [40, 100, 160, 220, 80, 130].map((meals): MadeSite => ({ meals, serves: fourDays }));
  const history = madeTown([mess, ...schools], '2023-09-04', '2025-02-07', 1);

  test('is told by last week, schools by the regression', () => {
    const cells: ForecastCell[] = [];
    rollingForecasts(history, { from: '2024-09-02', to: '2025-02-07', lead: 7 }, {}, (cell) =>
      cells.push(cell),
    );
    const own = (siteId: number) => cells.filter((cell) => cell.siteId === siteId);
    const error = (of: (cell: ForecastCell) => number) =>
      own(1).reduce((sum, cell) => sum + Math.abs(of(cell) - cell.served), 0);
    expect(error(({ forecast }) => forecast.quantile(0.5))).toBeLessThanOrEqual(
      1.3 * error(({ sameWeekday1 }) => sameWeekday1 ?? 0),
    );
    for (const school of [2, 3, 4, 5, 6, 7])
      expect(own(school).every(({ inputs }) => inputs !== null)).toBe(true);
  }, 60_000);

  test('it says so, and adds up', () => {
    const forecast = fitAttendance(history, '2025-01-30').forecast(1, '2025-02-06');
    expect(forecast?.model).toBe('last-week');
    const sum = forecast?.contributions.reduce((all, { meals }) => all + meals, 0);
    expect(sum).toBeCloseTo(forecast?.mean ?? 0, 6);
  }, 60_000);
});
