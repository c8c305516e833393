import { addDays } from '../../../forecasting/calendar/day.ts';
import type { FittedLead, FittedStore } from '../../../forecasting/domain/fitted.ts';
import type { AttendanceModel, SiteForecast } from '../../../forecasting/domain/types.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { strikeOn, syntheticCity } from '../support/synthetic.ts';

const strikes = ['2017-10-12', '2018-03-22'].map((date) => strikeOn(date, null));
const city = { ...syntheticCity({ sites: 6, firstYear: 2016, years: 3 }), closures: strikes };
const origin = '2018-11-15';

/** A store that keeps texts, as a file does. */
function textStore(): FittedStore & { readonly texts: Map<number, string> } {
  const texts = new Map<number, string>();
  return {
    texts,
    find: (lead) => JSON.parse(texts.get(lead) ?? 'null') as FittedLead | null,
    keep: (lead, fitted) => texts.set(lead, JSON.stringify(fitted)),
  };
}

function forecasts(model: AttendanceModel) {
  return [1, 4, 8, 33, 60].map((lead) => {
    const date = addDays(origin, lead);
    const ofDay = city.sites.flatMap(({ id }) => model.forecast(id, date) ?? []) as SiteForecast[];
    const pooled = model.pool(ofDay);
    const struck = city.sites.flatMap(({ id }) => model.forecast(id, date, { strike: true }) ?? []);
    const numbers = [...ofDay, ...struck, pooled].map((f) => [
      f.mean,
      ...[0.05, 0.33, 0.5, 0.8, 0.99].map(f.quantile),
    ]);
    return { numbers, contributions: ofDay.map((f) => f.contributions), models: ofDay.map((f) => f.model) };
  });
}

const store = textStore();
const fitted = forecasts(fitAttendance(city, origin, {}, store));

test('a model revived from text forecasts what the fitted one did, to the bit, and fits nothing', () => {
  const progress: number[] = [];
  const hooks = { onProgress: (done: number) => progress.push(done), cancelled: () => true };
  expect(fitted[0]?.models).toContain('regression');
  expect(forecasts(fitAttendance(city, origin, hooks, store))).toEqual(fitted);
  expect(progress).toEqual([]);
});

test('a store that keeps nothing changes nothing', () => {
  expect(forecasts(fitAttendance(city, origin))).toEqual(fitted);
});

test('the text of one regression is small', () => {
  expect([...store.texts.keys()].sort((a, b) => a - b)).toEqual([1, 6, 28, 70]);
  for (const text of store.texts.values()) expect(text.length).toBeLessThan(40_000);
});

test('numbers of a schema with other columns are left aside, and fitted anew', () => {
  const other = textStore();
  for (const [lead, text] of store.texts) {
    const kept = JSON.parse(text) as FittedLead;
    other.texts.set(lead, JSON.stringify({ ...kept, coefficients: kept.coefficients.slice(1) }));
  }
  expect(forecasts(fitAttendance(city, origin, {}, other))).toEqual(fitted);
  expect(other.texts).toEqual(store.texts);
});

test('a regression that a day further off makes necessary tells its progress, and can be stopped', () => {
  let stop = false;
  const progress: number[] = [];
  const hooks = { onProgress: (done: number) => progress.push(done), cancelled: () => stop };
  const model = fitAttendance(city, origin, hooks);
  progress.length = 0;
  stop = true;
  expect(() => model.forecast(1, addDays(origin, 60))).toThrow('cancelled');
  stop = false;
  expect(model.forecast(1, addDays(origin, 60))?.mean).toBeGreaterThan(0);
  expect(progress.at(-1)).toBe(1);
});
