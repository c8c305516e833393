import { messagesIn } from '../../../../electron/service/messages/messages.ts';
import { makePlan } from '../../../../electron/service/orders/make-plan.ts';
import { pastSameWeekdays } from '../../../../electron/service/orders/plan-cell.ts';
import { oneModel, type PlanModels } from '../../../../electron/service/orders/plan-models.ts';
import { toDay } from '../../../../forecasting/calendar/day.ts';
import type { History, IsoDate, MenuItem, Site } from '../../../../forecasting/domain/records.ts';
import type { AttendanceModel, DayStatus, SiteForecast } from '../../../../forecasting/domain/types.ts';
import { planAtLevel } from '../../../../renderer/shell/plan-at-level.ts';

const french = messagesIn('fr');
const monday = '2026-01-12';
const tuesday = '2026-01-13';

const site = (id: number, name: string, capacity: number | null = null): Site => ({
  id,
  name,
  kind: 'E',
  sector: null,
  capacity,
});

const item = (rank: number, dish: string, siteId: number | null = null): MenuItem => ({
  date: monday,
  siteId,
  rank,
  course: null,
  dish,
  choice: null,
});

const history = (sites: readonly Site[], menu: readonly MenuItem[] = []): History => ({
  sites,
  menu,
  attendance: {
    site: new Int32Array(),
    day: new Int32Array(),
    served: new Float64Array(),
    staff: new Float64Array(),
  },
  enrolment: [],
  closures: [],
  holidays: [],
});

const open: DayStatus = { closed: null, label: null, flags: [] };

interface Answers {
  status?(siteId: number, date: IsoDate): DayStatus;
  mean?(siteId: number, date: IsoDate): number | null;
}

/** A model that answers what a test says: 100 meals everywhere, ±10. */
function modelOf({ status = () => open, mean = () => 100 }: Answers): AttendanceModel {
  const forecastOf = (siteId: number, date: IsoDate, middle: number): SiteForecast => ({
    siteId,
    date,
    mean: middle,
    model: 'regression',
    contributions: [],
    quantile: (p) => middle + 20 * (p - 0.5),
  });
  return {
    library: null,
    origin: '2026-01-11',
    status,
    forecast(siteId, date) {
      const middle = mean(siteId, date);
      return middle === null ? null : forecastOf(siteId, date, middle);
    },
    correlation: () => 0.1,
    pool: (parts) => ({
      mean: parts.reduce((sum, part) => sum + part.mean, 0),
      quantile: (p) => parts.reduce((sum, part) => sum + part.mean, 0) + 10 * (p - 0.5),
    }),
  };
}

const alone = (answers: Answers): PlanModels => oneModel(modelOf(answers));

const request = { from: monday, to: tuesday, serviceLevel: 0.8 };
const sites = [site(1, 'Les Tilleuls', 103), site(2, 'La Fontaine')];

test('rows, totals and what each day shows', () => {
  const menu = [item(2, 'Hachis'), item(1, 'Carottes'), item(1, 'Soupe', 2)];
  const plan = makePlan(history(sites, menu), alone({}), request, french);
  expect(
    plan.rows.map(({ site: name, date, low, median, high, order }) => [name, date, low, median, high, order]),
  ).toEqual([
    ['Les Tilleuls', monday, 92, 100, 108, 106],
    ['La Fontaine', monday, 92, 100, 108, 106],
    ['Les Tilleuls', tuesday, 92, 100, 108, 106],
    ['La Fontaine', tuesday, 92, 100, 108, 106],
  ]);
  // Orders add up; the range of the total is the pooled one, narrower than the sum of the ranges.
  expect(plan.totals[0]).toEqual({ date: monday, order: 212, mean: 200, low: 196, high: 204 });
  expect(plan.days.map(({ dishes }) => dishes.map(({ dish }) => dish))).toEqual([['Carottes', 'Hachis'], []]);
  expect(plan.refused).toEqual([]);
});

test('an order above the enrolled is flagged by the order, not by what is expected', () => {
  const models = alone({});
  const model = models.at('2026-01-01');
  const few = {
    ...model,
    status: (...of: Parameters<typeof model.status>) => ({ ...model.status(...of), children: 105 }),
  };
  const plan = makePlan(history([site(1, 'A')]), { ...models, at: () => few }, request, french);
  expect(plan.rows.map(({ mean, order, flags }) => [mean, order, flags])).toEqual([
    [100, 106, ['over-enrolment']],
    [100, 106, ['over-enrolment']],
  ]);
  const known = makePlan(
    history([site(1, 'A')]),
    { ...models, at: () => few },
    { ...request, allLevels: true },
    french,
  );
  const [at70, at80] = [0.7, 0.8].map((level) => planAtLevel(known, level));
  expect(at70?.rows.map(({ order, flags }) => [order, flags])).toEqual([
    [104, []],
    [104, []],
  ]);
  expect(at70?.days.map(({ flags }) => flags)).toEqual([[], []]);
  expect(at80?.days.map(({ flags }) => flags)).toEqual([['over-enrolment'], ['over-enrolment']]);
});

test('an order above the places is flagged on its row, not on the day', () => {
  const plan = makePlan(history(sites), alone({}), request, french);
  expect(plan.rows.map(({ flags }) => flags)).toEqual([['over-capacity'], [], ['over-capacity'], []]);
  expect(plan.days[0]?.flags).toEqual([]);
});

test('closed days and sites have no row; the day says why', () => {
  const status = (siteId: number, date: IsoDate): DayStatus =>
    date === tuesday
      ? { closed: 'public-holiday', label: 'all-saints', flags: [] }
      : { ...open, closed: siteId === 1 ? 'closure' : null };
  const plan = makePlan(history(sites), alone({ status }), request, french);
  expect(plan.rows.map(({ siteId, date }) => [siteId, date])).toEqual([[2, monday]]);
  expect(plan.totals).toHaveLength(1);
  expect(plan.days.map(({ closed, label }) => [closed, label])).toEqual([
    [null, null],
    ['public-holiday', 'Toussaint'],
  ]);
});

test('when all are closed, the reason that most share', () => {
  const status = (siteId: number): DayStatus =>
    siteId === 3
      ? { closed: 'closure', label: null, flags: [] }
      : { closed: 'school-holiday', label: 'Vacances d’hiver', flags: [] };
  const three = [...sites, site(3, 'Les Saules')];
  const plan = makePlan(history(three), alone({ status }), request, french);
  expect(plan.days[0]).toMatchObject({ closed: 'school-holiday', label: 'Vacances d’hiver' });
});

test('strikes are counted by site; flags of every site are said once for the day', () => {
  const status = (siteId: number): DayStatus => ({
    ...open,
    flags: siteId === 1 ? ['no-menu', 'strike'] : ['no-menu'],
  });
  const plan = makePlan(history([site(1, 'A'), site(2, 'B')]), alone({ status }), request, french);
  expect(plan.days[0]).toMatchObject({ flags: ['no-menu'], strikeSites: 1 });
});

test('a site without any forecast is refused once; one without a forecast on some days, by day', () => {
  const mean = (siteId: number, date: IsoDate) => (siteId === 1 || date === tuesday ? null : 50);
  const plan = makePlan(history(sites), alone({ mean }), request, french);
  expect(plan.refused.map(({ site: name, date }) => [name, date])).toEqual([
    ['Les Tilleuls', null],
    ['La Fontaine', tuesday],
  ]);
});

test('the past of a cell: the same weekdays of that site that hold a record', () => {
  const days = ['2026-01-05', '2026-01-06', '2026-01-12', '2026-01-19', '2026-01-12'].map(toDay);
  const columns = {
    site: Int32Array.from([1, 1, 1, 1, 2]),
    day: Int32Array.from(days),
    served: Float64Array.from([90, 91, Number.NaN, 93, 94]),
    staff: Float64Array.from([95, 96, 97, Number.NaN, 99]),
  };
  expect(pastSameWeekdays(columns, 1, '2026-01-26', '2026-01-18')).toEqual([
    { date: '2026-01-05', served: 90, staff: 95 },
    { date: '2026-01-12', served: null, staff: 97 },
  ]);
});
