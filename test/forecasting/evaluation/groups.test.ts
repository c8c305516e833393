import { toDay } from '../../../forecasting/calendar/day.ts';
import { buildSchoolCalendar } from '../../../forecasting/calendar/school-calendar.ts';
import type { GroupMeasures, Measures, SchoolHoliday } from '../../../forecasting/domain/records.ts';
import { breakdowns, dayKindOf, sizeClassOf } from '../../../forecasting/evaluation/groups.ts';
import { measure } from '../../../forecasting/evaluation/measures.ts';
import { line, seeded } from './scored.ts';

const holiday = (name: string, firstDay: string, lastDay: string): SchoolHoliday => ({
  zone: 'B',
  name,
  firstDay,
  lastDay,
});

const calendar = buildSchoolCalendar(
  [
    holiday('été', '2016-07-06', '2016-08-31'),
    holiday('Toussaint', '2016-10-20', '2016-11-02'),
    holiday('été', '2017-07-08', '2017-09-03'),
  ],
  { firstDay: toDay('2016-07-01'), share: new Float64Array(0), weekdays: new Set([1, 2, 4, 5]) },
  toDay('2016-06-01'),
  toDay('2017-08-31'),
);

test.each([
  ['2016-09-01', 'first-day-back'],
  ['2016-09-02', 'first-weeks'],
  ['2016-09-13', 'first-weeks'],
  ['2016-09-15', 'ordinary'],
  ['2016-10-18', 'last-day'],
  ['2016-11-03', 'first-day-back'],
  ['2016-11-10', 'beside-public-holiday'],
  ['2016-11-14', 'beside-public-holiday'],
  ['2016-11-15', 'ordinary'],
  ['2017-07-03', 'july'],
  ['2017-07-07', 'last-day'],
])('%s is %s', (date, kind) => expect(dayKindOf(calendar, toDay(date))).toBe(kind));

test('size classes change at 50, 100 and 200 mean meals', () => {
  const classes = [0, 49.99, 50, 99.99, 100, 199.99, 200, 5000].map(sizeClassOf);
  expect(classes).toEqual([
    'under-50',
    'under-50',
    '50-99',
    '50-99',
    '100-199',
    '100-199',
    '200-up',
    '200-up',
  ]);
});

/** Site-days over two months, for sites of 11 to 400 meals, some without a staff figure. */
function window(seed: number) {
  const random = seeded(seed);
  const dates = ['2016-09-01', '2016-09-02', '2016-10-18', '2016-10-17', '2016-11-10', '2016-11-15'];
  return Array.from({ length: 600 }, (_, i) => {
    const siteId = 1 + (i % 9);
    const usual = [11, 30, 55, 80, 110, 150, 190, 250, 400][siteId - 1];
    return line({
      siteId,
      date: dates[Math.floor(random() * dates.length)],
      actual: Math.round(usual * (0.8 + 0.4 * random())),
      mean: usual * (0.9 + 0.2 * random()),
      order: Math.round(usual * (1 + 0.2 * random())),
      staff: random() < 0.9 ? Math.round(usual * (1 + 0.1 * random())) : null,
      sameWeekday4: random() < 0.95 ? usual : null,
    });
  });
}

const names = ['model', 'order', 'staff', 'sameWeekday4'] as const;
const picks = {
  model: 'mean',
  order: 'order',
  staff: 'staff',
  sameWeekday4: 'sameWeekday4',
} as const;

describe('breakdowns', () => {
  const lines = window(1);
  const groups = breakdowns(lines, calendar);
  const all: readonly (readonly [string, readonly GroupMeasures[]])[] = Object.entries(groups);

  test.each(all)('%s: the groups add up to the whole', (_, parts) => {
    for (const name of names) {
      const whole = measure(lines.map((l) => [l[picks[name]], l.actual] as const));
      const sum = (pick: (measures: Measures) => number) =>
        parts.reduce((total, part) => total + pick(part[name]), 0);
      expect(sum(({ n }) => n)).toBe(whole.n);
      expect(sum(({ n, mae }) => n * mae)).toBeCloseTo(whole.n * whole.mae, 6);
      expect(sum(({ n, shortDays }) => n * shortDays)).toBeCloseTo(whole.n * whole.shortDays, 6);
    }
  });

  test.each(all)('%s: over and under are the halves of WAPE, their difference the bias', (_, parts) => {
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      for (const name of names) {
        const { wape, over, under, bias } = part[name];
        expect(over + under).toBeCloseTo(wape, 9);
        expect(over - under).toBeCloseTo(bias, 9);
      }
    }
  });

  test('groups come in their natural order', () => {
    expect(groups.bySite.map(({ siteId }) => siteId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(groups.bySize.map(({ size }) => size)).toEqual(['under-50', '50-99', '100-199', '200-up']);
    expect(groups.byMonth.map(({ month }) => month)).toEqual(['2016-09', '2016-10', '2016-11']);
    expect(groups.byDayKind.map(({ kind }) => kind)).toEqual([
      'ordinary',
      'first-day-back',
      'last-day',
      'beside-public-holiday',
      'first-weeks',
    ]);
  });

  test('by hand: one site, two days', () => {
    const [group] = breakdowns(
      [
        line({ actual: 100, mean: 110, order: 115, staff: 120, sameWeekday4: 90 }),
        line({ actual: 60, mean: 50, order: 58, staff: 70, sameWeekday4: null, q10: 70, q90: 80 }),
      ],
      calendar,
    ).bySite;
    expect(group?.meanServed).toBe(80);
    expect(group?.model).toMatchObject({ n: 2, mae: 10, wape: 12.5, over: 6.25, under: 6.25, shortDays: 50 });
    expect(group?.order).toMatchObject({ over: 9.375, under: 1.25 });
    expect(group?.staff).toMatchObject({ over: 18.75, under: 0 });
    expect(group?.sameWeekday4).toMatchObject({ n: 1, wape: 10 });
  });

  test('nothing forecast: no groups', () => {
    expect(breakdowns([], calendar)).toEqual({ bySite: [], bySize: [], byMonth: [], byDayKind: [] });
  });
});
