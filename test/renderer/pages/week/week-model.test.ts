import type { Plan, PlanDay, PlanRow } from '../../../../electron/api/records.ts';
import { neighbourCell, weekOfPlan } from '../../../../renderer/pages/week/week-model.ts';
import { approvedOf, decisionOf, planRow } from './rows.ts';

const dates = ['2026-12-14', '2026-12-15', '2026-12-16', '2026-12-17', '2026-12-18'];

const planOf = (rows: readonly PlanRow[]): Plan => ({
  asOf: '2026-12-11',
  from: '2026-12-14',
  to: '2026-12-18',
  serviceLevel: 0.8,
  days: dates.map(
    (date): PlanDay => ({
      date,
      closed: date === '2026-12-16' ? 'no-service' : null,
      label: null,
      dishes: [],
      flags: [],
      strikeSites: 0,
    }),
  ),
  rows,
  totals: [{ date: '2026-12-17', order: 205, mean: 198, low: 190, high: 206 }],
  refused: [],
});

const rows = [
  planRow({ siteId: 2, site: 'La Fontaine', capacity: 72, date: '2026-12-17', order: 63, low: 55, high: 66 }),
  planRow({ siteId: 1, date: '2026-12-17' }),
  planRow({ siteId: 1, date: '2026-12-18', order: 124 }),
];

describe('the week', () => {
  const week = weekOfPlan(planOf(rows));

  test('is sites × days, by name, with holes', () => {
    expect(week.sites.map((site) => site.name)).toEqual(['Jean Jaurès', 'La Fontaine']);
    expect(week.sites[0]?.cells.map((cell) => cell?.order ?? null)).toEqual([null, null, null, 142, 124]);
  });

  test('adds up by site and in all', () => {
    expect(week.sites.map((site) => site.total)).toEqual([266, 63]);
    expect(week.total).toBe(329);
  });

  test('a day that few or no sites serve is narrow', () => {
    expect(week.days.map((day) => day.narrow)).toEqual([true, true, true, false, false]);
  });

  test('neighbours go along the days, then down the sites', () => {
    expect(neighbourCell(week, 1, '2026-12-17', 1)).toMatchObject({ siteId: 1, date: '2026-12-18' });
    expect(neighbourCell(week, 1, '2026-12-18', 1)).toMatchObject({ siteId: 2, date: '2026-12-17' });
    expect(neighbourCell(week, 2, '2026-12-17', 1)).toBeNull();
    expect(neighbourCell(week, 1, '2026-12-17', -1)).toBeNull();
  });

  test('a day says how much of it is frozen, when and by whom', () => {
    const approved = decisionOf(142, { approved: approvedOf() });
    const clock = decisionOf(63, {
      approved: approvedOf({ by: null, automatic: true, at: '2026-12-15T12:00' }),
    });
    const at = (...decided: readonly PlanRow[]) => weekOfPlan(planOf(decided)).days[3];
    const [jaures, fontaine] = [planRow({ decision: approved }), planRow({ siteId: 2, decision: clock })];
    expect(at(planRow())).toMatchObject({
      approved: 'none',
      approvedAt: null,
      approvedBy: [],
      automatic: false,
    });
    expect(at(jaures, planRow({ siteId: 2 }))).toMatchObject({
      approved: 'some',
      approvedOrders: 1,
      orders: 2,
    });
    expect(at(jaures, fontaine)).toMatchObject({
      approved: 'all',
      approvedAt: '2026-12-15T12:00',
      approvedBy: ['C. Morel'],
      automatic: false,
    });
    expect(at(fontaine)).toMatchObject({ approved: 'all', automatic: true });
  });

  test('a site of which no order changed stays the same one, and is not drawn again', () => {
    const changed = rows.map((row) => (row.siteId === 2 ? { ...row, order: 64 } : row));
    const after = weekOfPlan(planOf(changed), week);
    expect(after.sites.map((site, i) => site === week.sites[i])).toEqual([true, false]);
    expect(after.total).toBe(330);
  });
});
