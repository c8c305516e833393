import { toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { History, SiteKind } from '../../../forecasting/domain/records.ts';
import { Cancelled } from '../../../forecasting/domain/types.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { syntheticCity, withSite } from '../support/synthetic.ts';

const city = syntheticCity({ sites: 6, firstYear: 2017, years: 3 });
const origin = '2020-03-13';
const date = '2020-03-20';

const forecast = (history: History, site = 3) => {
  const f = fitAttendance(history, origin).forecast(site, date);
  if (f === null) throw new Error('no forecast');
  return f;
};
const usual = forecast(city).mean;
const enrolled = city.enrolment.find((e) => e.siteId === 3 && e.schoolYear === 2019)?.children ?? 0;

test('an extra digit moves the forecast by less than 2 %', () => {
  const typed = withSite(city, 3, (v, d) => (d === toDay('2020-03-10') ? v * 10 : v));
  expect(Math.abs(forecast(typed).mean / usual - 1)).toBeLessThan(0.02);
});

test('a weekday on which few come is known for it within a year, and the others are left alone', () => {
  const young = syntheticCity({ sites: 2, firstYear: 2019, years: 1 });
  const isFriday = (day: number) => weekday(day) === weekday(toDay(date));
  const fewer = young.sites.reduce(
    (history, { id }) => withSite(history, id, (v, d) => (isFriday(d) ? Math.round(v * 0.35) : v)),
    young,
  );
  const [few, all] = [fitAttendance(fewer, origin), fitAttendance(young, origin)];
  const ratio = (day: string) => (few.forecast(1, day)?.mean ?? 0) / (all.forecast(1, day)?.mean ?? 0);
  expect(Math.abs(ratio(date) / 0.35 - 1)).toBeLessThan(0.1);
  expect(Math.abs(ratio('2020-03-19') - 1)).toBeLessThan(0.05);
});

test('a collapse to a quarter is followed within days, and so is a merger', () => {
  const after = (factor: number) =>
    withSite(city, 3, (v, d) => (d > toDay('2020-03-03') ? Math.round(v * factor) : v));
  const quarter = forecast(after(0.25)).mean;
  const double = forecast(after(2)).mean;
  expect(quarter).toBeGreaterThan(0.2 * usual);
  expect(quarter).toBeLessThan(0.35 * usual);
  expect(double).toBeGreaterThan(1.6 * usual);
  expect(double).toBeLessThan(2.3 * usual);
});

test('weeks closed, missing or noted as zeros leave the level where it was', () => {
  const from = toDay('2020-01-20');
  for (const gap of [null, Number.NaN, 0]) {
    const history = withSite(city, 3, (v, d) => (d > from ? gap : v));
    expect(Math.abs(forecast(history).mean / usual - 1)).toBeLessThan(0.08);
  }
});

test('a first week of zeros says nothing, of that site or of another', () => {
  const opened = toDay('2019-09-09');
  const late = withSite(city, 3, (v, d) => (d < opened - 7 ? null : d < opened ? 0 : v));
  const none = withSite(city, 3, (v, d) => (d < opened ? null : v));
  for (const site of [3, 4]) {
    const [a, b] = [forecast(late, site), forecast(none, site)];
    expect([a.mean, a.quantile(0.1), a.quantile(0.8)]).toEqual([b.mean, b.quantile(0.1), b.quantile(0.8)]);
    expect(a.quantile(0.1)).toBeLessThan(a.quantile(0.9));
  }
});

test('a site with 11 children gets a whole distribution around its size', () => {
  const small = withSite(city, 3, (v) => Math.round(v / 18));
  const f = forecast(small);
  expect(f.model).toBe('regression');
  expect(f.mean).toBeGreaterThan(usual / 18 - 2);
  expect(f.mean).toBeLessThan(usual / 18 + 2);
  expect(f.quantile(0.05)).toBeLessThan(f.quantile(0.95));
});

test('a new site gets the best rule its past allows, and says so', () => {
  const since = (day: string | null) =>
    forecast(withSite(city, 3, (v, d) => (day !== null && d >= toDay(day) ? v : null)));
  expect(since(null).model).toBe('enrolment');
  expect(since('2020-03-13').model).toBe('last-week');
  expect(since('2020-03-06').model).toBe('recent-level');
  expect(since('2020-01-06').model).toBe('regression');
  for (const day of [null, '2020-03-13', '2020-03-06', '2020-01-06']) {
    expect(Math.abs(since(day).mean / usual - 1)).toBeLessThan(0.25);
  }
});

test('a site that is unknown has no forecast, a site without any record has one', () => {
  expect(fitAttendance(city, origin).forecast(999, date)).toBeNull();
  const empty = { ...city, attendance: withSite(city, 3, () => null).attendance, enrolment: [] };
  expect(forecast(empty).model).toBe('enrolment');
  expect(fitAttendance(empty, origin).status(3, date).flags).toContain('no-history');
});

test('an empty history gives forecasts of nothing rather than an error', () => {
  const none = withoutRecords(city);
  const f = fitAttendance(none, origin).forecast(3, date);
  expect(f?.model).toBe('enrolment');
  expect(Number.isFinite(f?.mean)).toBe(true);
});

function withoutRecords(history: History): History {
  const none = new Float64Array(0);
  return {
    ...history,
    attendance: { site: new Int32Array(0), day: new Int32Array(0), served: none, staff: none },
  };
}

test('of the children on an outing those who eat are subtracted and named', () => {
  const closures = [{ date, siteId: 3, kind: 'outing', absent: 25, announced: origin } as const];
  const f = forecast({ ...city, closures });
  const meals = (25 * usual) / enrolled;
  // No more than are left can come, which takes a little off the upper end.
  expect(f.mean).toBeCloseTo(usual - meals, 1);
  expect(f.contributions.find(({ term }) => term === 'outing')?.meals).toBeCloseTo(-meals, 1);
});

test('the spread of an outing is that of the children who are left; with all away nobody eats', () => {
  const away = (absent: number) =>
    forecast({
      ...city,
      closures: [{ date, siteId: 3, kind: 'outing', absent, announced: origin } as const],
    });
  const width = (f: { quantile(p: number): number }) => f.quantile(0.9) - f.quantile(0.1);
  const [few, none] = [away(Math.round(0.9 * enrolled)), away(enrolled)];
  expect(few.mean).toBeCloseTo(usual / 10, 0);
  expect(width(few)).toBeLessThan(width(forecast(city)) / 2);
  expect([none.mean, none.quantile(0.05), none.quantile(0.99)]).toEqual([0, 0, 0]);
  expect(away(10 * enrolled).mean).toBe(0);
});

test('a level that moved for good is told, with its numbers and since when; a week away is not', () => {
  const since = '2020-03-02';
  const tripled = withSite(city, 3, (v, d) => (d < toDay(since) ? Math.round(v / 3) : v));
  const { flags, levelChange } = fitAttendance(tripled, origin).status(3, date);
  expect(flags).toContain('level-changed');
  expect(levelChange?.since).toBe(since);
  expect(Math.abs((levelChange?.before ?? 0) / (usual / 3) - 1)).toBeLessThan(0.1);
  expect(Math.abs((levelChange?.after ?? 0) / usual - 1)).toBeLessThan(0.1);
  const away = withSite(city, 3, (v, d) => (d >= toDay(since) && d < toDay('2020-03-06') ? v / 3 : v));
  for (const history of [city, away]) {
    expect(fitAttendance(history, origin).status(3, date).flags).not.toContain('level-changed');
  }
});

test('the most children who can come are the enrolled, or as many as came lately', () => {
  const enrolled = city.enrolment.find((e) => e.siteId === 3 && e.schoolYear === 2019)?.children;
  expect(fitAttendance(city, origin).status(3, date).children).toBe(enrolled);
  const half = city.enrolment.map((e) => (e.siteId === 3 ? { ...e, children: 10 } : e));
  const { children } = fitAttendance({ ...city, enrolment: half }, origin).status(3, date);
  expect(children).toBeGreaterThan(usual);
});

test('a leisure centre that serves in the holidays is open in them', () => {
  const centre = leisureCentre(city);
  const model = fitAttendance(centre, origin);
  expect(model.status(3, '2020-04-14').closed).toBeNull();
  expect(model.status(4, '2020-04-14').closed).toBe('school-holiday');
});

/** Site 3 also serves on the Tuesdays and Thursdays of all holidays. */
function leisureCentre(history: History): History {
  const sites = history.sites.map((s) => (s.id === 3 ? { ...s, kind: 'L' as SiteKind } : s));
  const a = history.attendance;
  const extra: number[] = [];
  for (const h of history.holidays) {
    for (let d = toDay(h.firstDay); d <= toDay(h.lastDay); d++) {
      if (d <= toDay(origin) && [2, 4].includes(((d + 3) % 7) + 1)) extra.push(d);
    }
  }
  const rows = [
    ...[...a.site].map((site, i) => ({ site, day: a.day[i], served: a.served[i] })),
    ...extra.map((day) => ({ site: 3, day, served: 40 })),
  ].sort((x, y) => x.site - y.site || x.day - y.day);
  return {
    ...history,
    sites,
    attendance: {
      site: Int32Array.from(rows, (r) => r.site),
      day: Int32Array.from(rows, (r) => r.day),
      served: Float64Array.from(rows, (r) => r.served),
      staff: new Float64Array(rows.length).fill(Number.NaN),
    },
  };
}

test('the pooled order of several sites is smaller than the sum of their orders', () => {
  const model = fitAttendance(city, origin);
  const all = city.sites.flatMap((s) => model.forecast(s.id, date) ?? []);
  const pooled = model.pool(all);
  const sum = (of: (f: (typeof all)[number]) => number) => all.reduce((s, f) => s + of(f), 0);
  expect(pooled.mean).toBeCloseTo(
    sum((f) => f.mean),
    6,
  );
  expect(pooled.quantile(0.8)).toBeGreaterThan(pooled.quantile(0.5));
  expect(pooled.quantile(0.8)).toBeLessThan(sum((f) => f.quantile(0.8)));
  const [only] = all;
  if (only === undefined) throw new Error('no forecast');
  expect(model.pool([only]).quantile(0.8)).toBe(only.quantile(0.8));
});

test('progress never falls, and a cancel stops the work', () => {
  const steps: number[] = [];
  fitAttendance(city, origin, { onProgress: (done) => steps.push(done) });
  expect(steps[0]).toBe(0);
  expect(steps.at(-1)).toBe(1);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(() => fitAttendance(city, origin, { cancelled: () => true })).toThrow(Cancelled);
});

test('a site that stopped long ago is out of use; one closed for a term is not', () => {
  const until = (day: string) => withSite(city, 3, (v, d) => (d <= toDay(day) ? v : null));
  expect(fitAttendance(until('2019-04-01'), origin).status(3, date).closed).toBe('out-of-use');
  expect(fitAttendance(until('2019-10-01'), origin).status(3, date).closed).toBeNull();
});

test('no site is out of use because the records of all ended long ago', () => {
  expect(fitAttendance(city, '2021-12-01').status(3, '2021-12-09').closed).not.toBe('out-of-use');
});

test('children on an outing are taken off a rule too', () => {
  const young = withSite(city, 3, (v, d) => (d >= toDay('2020-03-06') ? v : null));
  const outing = { date, siteId: 3, kind: 'outing', absent: 24, announced: origin } as const;
  const [before, after] = [forecast(young), forecast({ ...young, closures: [...young.closures, outing] })];
  expect(after.model).toBe('recent-level');
  // Those away are a share of the number that the range lies around; the mean of it is a little lower.
  const meals = (24 * before.quantile(0.5)) / enrolled;
  // No more than are left can come, which takes a little off the upper end.
  expect(after.mean).toBeCloseTo(before.mean - meals, 0);
  expect(after.contributions).toContainEqual({ term: 'outing', meals: expect.closeTo(-meals, 1) });
});
