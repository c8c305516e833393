import { backtest } from '../../../forecasting/evaluation/backtest.ts';
import { type ForecastCell, Rolling } from '../../../forecasting/evaluation/rolling.ts';
import { strikeOn, syntheticCity } from '../support/synthetic.ts';

const city = syntheticCity({ sites: 5, firstYear: 2016, years: 3 });
const window = { from: '2018-10-01', to: '2018-12-14', lead: 7 };
const told = ({ siteId, day, origin, forecast }: ForecastCell) =>
  [siteId, day, origin, forecast.mean, forecast.quantile(0.1), forecast.quantile(0.9)].join(' ');

/** All that a replay tells, when it is cancelled at the questions of the given numbers and run again. */
function hindcast(stopAt: readonly number[]): readonly string[] {
  const rolling = new Rolling(city, window);
  const lines: string[] = [];
  let asked = 0;
  const cancelled = () => stopAt.includes(asked++);
  const run = () => rolling.run({ cancelled }, (cell) => lines.push(told(cell)));
  for (const _ of stopAt) expect(run).toThrow('cancelled');
  run();
  run();
  return lines;
}

test('a replay that was cancelled goes on where it stopped, and tells each day once', () => {
  const whole = hindcast([]);
  expect(whole.length).toBeGreaterThan(150);
  expect(hindcast([0])).toEqual(whole);
  expect(hindcast([3])).toEqual(whole);
  expect(hindcast([9, 60, 61, 150])).toEqual(whole);
});

test('a replay of every day also tells strikes and days without the figure of the staff', () => {
  const days = (history: typeof city, everyDay: boolean) => {
    const seen = new Set<number>();
    new Rolling(history, { ...window, everyDay }).run({}, ({ day }) => seen.add(day));
    return seen.size;
  };
  const staff = city.attendance.staff.map((count, i) => (i % 2 ? count : Number.NaN));
  const struck = {
    ...city,
    attendance: { ...city.attendance, staff },
    closures: [strikeOn('2018-11-15', null)],
  };
  expect(days(struck, true)).toBe(days(city, false));
  expect(days(struck, false)).toBe(days(city, false) - 1);
});

test('days of outings are measured apart: a kind of day of their own, and in no other figure', () => {
  const date = '2018-11-15';
  const outing = { date, siteId: 3, kind: 'outing', absent: 25, announced: '2018-11-01' } as const;
  const request = { ...window, serviceLevel: 0.8 };
  const [plain, away] = [city, { ...city, closures: [...city.closures, outing] }].map((history) =>
    backtest(history, request),
  );
  const isThere = ({ lines }: NonNullable<typeof plain>) =>
    lines.some((line) => line.siteId === 3 && line.date === date);
  expect(plain && isThere(plain)).toBe(true);
  expect(away && isThere(away)).toBe(false);
  expect(away?.byDayKind.find(({ kind }) => kind === 'outing')?.model.n).toBe(1);
  expect((plain?.lines.length ?? 0) - (away?.lines.length ?? 0)).toBe(1);
});
