import type { Attention, Plan, PlanSite } from '../../../../electron/api/records.ts';
import { weekOfPlan } from '../../../../renderer/pages/week/week-model.ts';
import {
  countsByReason,
  nextSort,
  shownWeek,
  type View,
  WHOLE_WEEK,
} from '../../../../renderer/pages/week/week-view.ts';
import { planRow } from './rows.ts';

const dates = ['2026-12-17', '2026-12-18'];
const [thursday = '', friday = ''] = dates;
const row = (siteId: number, site: string, date: string, order: number) =>
  planRow({ siteId, site, date, order });
const plan: Plan = {
  asOf: '2026-12-11',
  from: thursday,
  to: friday,
  serviceLevel: 0.8,
  days: dates.map((date) => ({ date, closed: null, label: null, dishes: [], flags: [], strikeSites: 0 })),
  rows: [
    row(1, 'Agnès Varda', thursday, 70),
    row(1, 'Agnès Varda', friday, 60),
    row(2, 'Élisée Reclus', thursday, 90),
    row(3, 'Jean Macé', thursday, 50),
    row(3, 'Jean Macé', friday, 80),
  ],
  totals: [],
  refused: [],
};
const week = weekOfPlan(plan);
const places: readonly PlanSite[] = [
  { siteId: 1, sector: 'Nord', kitchen: 'Centre' },
  { siteId: 2, sector: null, kitchen: null },
  { siteId: 3, sector: 'Nord', kitchen: 'Centre' },
];
const one = (siteId: number | null, reason: Attention['reason']): Attention => ({
  siteId,
  site: siteId === null ? null : `Site ${siteId}`,
  reason,
  dates: [thursday],
  message: reason,
});
const attention = [one(3, 'over-capacity'), one(null, 'no-menu'), one(1, 'wide-range'), one(3, 'by-rule')];
const shown = (view: Partial<View>) => shownWeek(week, attention, places, { ...WHOLE_WEEK, ...view });
const ids = (view: Partial<View>) => shown(view).week.sites.map(({ siteId }) => siteId);

test('shows all by name, and finds a part of a name without its accents', () => {
  expect(ids({})).toEqual([1, 2, 3]);
  expect(shown({}).filtered).toBe(false);
  expect(ids({ find: 'elisee' })).toEqual([2]);
  expect(shown({ find: 'elisee' })).toMatchObject({ filtered: true, week: { total: 90 } });
});

test('shows what is to be looked at, for any reason or one', () => {
  expect(ids({ reason: 'all' })).toEqual([1, 3]);
  expect(ids({ reason: 'wide-range' })).toEqual([1]);
  // What holds for all sites is of none of them.
  expect(ids({ reason: 'no-menu' })).toEqual([]);
  expect(
    shown({})
      .bySite.get(3)
      ?.map(({ reason }) => reason),
  ).toEqual(['over-capacity', 'by-rule']);
  expect(countsByReason([...attention, one(2, 'by-rule')])).toEqual([
    { reason: 'over-capacity', count: 1 },
    { reason: 'no-menu', count: 1 },
    { reason: 'wide-range', count: 1 },
    { reason: 'by-rule', count: 2 },
  ]);
});

test('sorts by any column either way; a site without a value stays at the end', () => {
  expect(ids({ sort: { by: thursday, descending: true } })).toEqual([2, 1, 3]);
  expect(ids({ sort: { by: friday, descending: true } })).toEqual([3, 1, 2]);
  expect(ids({ sort: { by: friday, descending: false } })).toEqual([1, 3, 2]);
  expect(ids({ sort: { by: 'total', descending: false } })).toEqual([2, 1, 3]);
  expect(ids({ sort: { by: 'name', descending: true } })).toEqual([3, 2, 1]);
  expect(ids({ sort: { by: 'attention', descending: false } })).toEqual([3, 1, 2]);
});

test('a second press turns a column round; numbers begin with the greatest', () => {
  const first = nextSort(WHOLE_WEEK.sort, 'total');
  expect(first).toEqual({ by: 'total', descending: true });
  expect(nextSort(first, 'total')).toEqual({ by: 'total', descending: false });
  expect(nextSort(first, 'name')).toEqual({ by: 'name', descending: false });
});

test('groups by kitchen or sector with what each orders; sites without one come last', () => {
  const { week: grouped, lines } = shown({ grouping: 'kitchen', sort: { by: 'name', descending: true } });
  expect(grouped.sites.map(({ siteId }) => siteId)).toEqual([3, 1, 2]);
  expect(lines).toEqual([
    { type: 'group', name: 'Centre', sites: 2, sums: [120, 140], total: 260 },
    { type: 'site', index: 0 },
    { type: 'site', index: 1 },
    { type: 'group', name: null, sites: 1, sums: [90, null], total: 90 },
    { type: 'site', index: 2 },
  ]);
});
