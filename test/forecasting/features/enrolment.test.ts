import { toDay } from '../../../forecasting/calendar/day.ts';
import type { History } from '../../../forecasting/domain/records.ts';
import { indexEnrolment } from '../../../forecasting/features/enrolment.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { syntheticCity } from '../support/synthetic.ts';

const children = (entered: string | null | undefined, origin: string) =>
  indexEnrolment([
    { siteId: 1, schoolYear: 2018, children: 100, entered: '2026-11-23' },
    { siteId: 1, schoolYear: 2019, children: 130, ...(entered === undefined ? {} : { entered }) },
  ]).at(1, 2019, toDay(origin));

test.each<[string | null | undefined, string, number]>([
  ['2019-07-04', '2019-07-03', 100],
  ['2019-07-04', '2019-07-04', 130],
  ['2019-09-20', '2019-08-31', 100],
  ['2019-09-20', '2019-09-01', 130],
  ['2026-11-23', '2019-09-01', 130],
  [null, '2019-08-31', 100],
  [undefined, '2019-09-01', 130],
])('entered on %s, it is at the end of %s %i children', (entered, origin, expected) => {
  expect(children(entered, origin)).toBe(expected);
});

/** A town up to July, a new school of 220 among its sites; one of the others grows by 30 %. */
function beforeSummer(entered: string | null): History {
  const city = syntheticCity({ sites: 6, firstYear: 2016, years: 3 });
  const sites = [...city.sites, { id: 7, name: 'Neuve', kind: 'E', sector: null, capacity: null } as const];
  const past = city.enrolment.filter(({ schoolYear }) => schoolYear < 2019);
  const last = (siteId: number) =>
    past.find((e) => e.siteId === siteId && e.schoolYear === 2018)?.children ?? 0;
  const next = city.sites.map(({ id }) => ({
    siteId: id,
    schoolYear: 2019,
    children: id === 3 ? Math.round(1.3 * last(id)) : last(id),
    entered,
  }));
  return {
    ...city,
    sites,
    enrolment: [...past, ...next, { siteId: 7, schoolYear: 2019, children: 220, entered }],
  };
}

test('next year’s enrolment counts from the day of its import, not from 1 September', () => {
  const on = (history: History, origin: string) => {
    const model = fitAttendance(history, origin);
    return [7, 3].map((site) => model.forecast(site, '2019-09-06')?.mean ?? 0) as [number, number];
  };
  const [early, late] = [beforeSummer('2019-07-10'), beforeSummer(null)];
  const [newSchool, grown] = on(early, '2019-08-28');
  const [unknown, before] = on(late, '2019-08-28');
  const [known] = on(late, '2019-09-01');
  expect(newSchool).toBeCloseTo(known, -1);
  expect(newSchool).toBeGreaterThan(140);
  expect(unknown).toBeLessThan(130);
  expect(grown).toBeGreaterThan(1.1 * before);
});
