import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { addDays } from '../../../forecasting/calendar/day.ts';
import type { Closure, History } from '../../../forecasting/domain/records.ts';
import type { SiteForecast } from '../../../forecasting/domain/types.ts';
import { rollingForecasts } from '../../../forecasting/evaluation/rolling.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { describeWithShared } from '../../support/shared.ts';
import type { StrikeMeasures } from '../support/nantes-strikes.ts';
import { strikeOn, syntheticCity, withSite } from '../support/synthetic.ts';

const city = syntheticCity({ sites: 6, firstYear: 2016, years: 3 });
const origin = '2018-11-15';
const date = '2018-11-22';
const at = (closures: readonly Closure[], history: History = city) =>
  fitAttendance({ ...history, closures: [...history.closures, ...closures] }, origin);
const width = (f: SiteForecast | null | undefined, tail: number) =>
  (f?.quantile(1 - tail) ?? 0) - (f?.quantile(tail) ?? 0);
const strikeMeals = (f: SiteForecast | null) => f?.contributions.find(({ term }) => term === 'strike')?.meals;

test('a strike typed in where none is on record lowers the forecast and widens the range', () => {
  const [plain, strike] = [at([]), at([strikeOn(date, origin)])].map((m) => m.forecast(3, date));
  expect(strike?.mean).toBeCloseTo((plain?.mean ?? 0) * 0.953, 0);
  expect(strike?.quantile(0.8)).toBeLessThan((plain?.quantile(0.8) ?? 0) - 0.33);
  // One site in twelve is struck, as the mean says: the range of nine days in ten reaches down to those.
  expect(width(strike, 0.1)).toBeGreaterThan(1.1 * width(plain, 0.1));
  expect(width(strike, 0.05)).toBeGreaterThan(2 * width(plain, 0.05));
  expect(strikeMeals(strike ?? null)).toBeCloseTo((strike?.mean ?? 0) - (plain?.mean ?? 0), 0);
});

const pastStrikes = [
  '2017-10-12',
  '2017-12-14',
  '2018-01-25',
  '2018-03-22',
  '2018-04-06',
  '2018-05-24',
  '2018-10-09',
].map((day) => strikeOn(day, null));

test('seven strikes that took a fifth are learnt as well over a tenth', () => {
  const days = new Set(pastStrikes.map((strike) => strike.date));
  const struck = city.sites.reduce<History>(
    (history, { id }) =>
      withSite(history, id, (served, day) =>
        days.has(new Date(day * 86_400_000).toISOString().slice(0, 10)) ? Math.round(served * 0.8) : served,
      ),
    city,
  );
  const model = at([...pastStrikes, strikeOn(date, origin)], struck);
  const [plain, strike] = [false, true].map((on) => model.forecast(3, date, { strike: on }));
  const share = (strike?.mean ?? 0) / (plain?.mean ?? 1) - 1;
  expect(share).toBeLessThan(-0.12);
  expect(share).toBeGreaterThan(-0.21);
});

test('what is supposed is forecast as if it were on record', () => {
  const bus: Closure = { date, siteId: 3, kind: 'outing', absent: 20, announced: origin };
  const same = (a: SiteForecast | null, b: SiteForecast | null) => {
    expect(a?.mean).toBe(b?.mean);
    expect(a?.quantile(0.8)).toBe(b?.quantile(0.8));
    expect(a?.contributions).toEqual(b?.contributions);
  };
  same(at([]).forecast(3, date, { strike: true }), at([strikeOn(date, origin)]).forecast(3, date));
  same(at([strikeOn(date, origin)]).forecast(3, date, { strike: false }), at([]).forecast(3, date));
  same(at([]).forecast(3, date, { absent: 20 }), at([bus]).forecast(3, date));
});

test('a site too new for the regression is struck too, and its terms add up', () => {
  const fresh = withSite(city, 3, (served, day) => (day > 17_845 ? served : null));
  const [plain, strike] = [at([], fresh), at([strikeOn(date, origin)], fresh)].map((m) =>
    m.forecast(3, date),
  );
  expect(strike?.model).not.toBe('regression');
  expect(strike?.mean).toBeCloseTo((plain?.mean ?? 0) * 0.953, 0);
  const sum = strike?.contributions.reduce((total, { meals }) => total + meals, 0);
  expect(sum).toBeCloseTo(strike?.mean ?? 0, 9);
});

test('the sum of the sites on strike is wider than on another day', () => {
  const totals = [at([]), at([strikeOn(date, origin)])].map((model) =>
    model.pool(city.sites.flatMap(({ id }) => model.forecast(id, date) ?? [])),
  );
  const [plain, strike] = totals.map((sum) => sum.quantile(0.9) - sum.quantile(0.1));
  expect(strike).toBeGreaterThan(1.3 * (plain ?? 0));
});

test('an outing teaches nothing about strikes nor about ordinary days', () => {
  const outing: Closure = { date: '2018-10-09', siteId: 3, kind: 'outing', absent: 60, announced: null };
  const emptied = withSite(city, 3, (served, day) => (day === 17_813 ? 5 : served));
  const [without, with_] = [
    withSite(city, 3, (served, day) => (day === 17_813 ? null : served)),
    emptied,
  ].map((history) => at([outing], history).forecast(3, date, { strike: true })?.mean);
  expect(with_).toBeCloseTo(without ?? 0, 0);
});

test('a replay of every day forecasts a strike as one only where it was announced in time', () => {
  const hindcast = (announced: string | null) => {
    let mean = 0;
    const history = { ...city, closures: [strikeOn(date, announced)] };
    rollingForecasts(history, { from: '2018-11-05', to: date, lead: 7, everyDay: true }, {}, (cell) => {
      if (cell.siteId === 3 && cell.day === 17_857) mean = cell.forecast.mean;
    });
    return mean;
  };
  expect(hindcast(null)).toBeGreaterThan(0);
  expect(hindcast(addDays(date, -3))).toBe(hindcast(null));
  expect(hindcast(origin)).toBeLessThan(hindcast(null) * 0.97);
});

describeWithShared('the strike days of Nantes', () => {
  test('are forecast better with the strike known than without', () => {
    const script = join(import.meta.dirname, '..', 'support', 'nantes-strikes.ts');
    const print = execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' });
    const { known, unknown, fitsAreAlike } = JSON.parse(print) as Record<
      'known' | 'unknown',
      StrikeMeasures
    > & { readonly fitsAreAlike: boolean };
    // Both rest on the same refits, which do not see when a strike was announced.
    expect(fitsAreAlike).toBe(true);
    expect(known.n).toBeGreaterThan(800);
    expect(known.pinball).toBeLessThan(unknown.pinball);
    expect(Math.abs(known.bias)).toBeLessThan(0.5 * Math.abs(unknown.bias));
    expect(known.medianWape).toBeLessThanOrEqual(unknown.medianWape);
    expect(Math.abs(known.coverage80 - 80)).toBeLessThan(Math.abs(unknown.coverage80 - 80));
    expect(known.shortDays).toBeLessThan(22);
  }, 300_000);
});
