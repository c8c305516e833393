import type { PlanDay, PlanRow } from '../../../../electron/api/records.ts';
import { dayNotes } from '../../../../renderer/pages/day/day-notes-model.ts';
import { EVERYWHERE, isChoice, openDayBeside, placeOfOne } from '../../../../renderer/pages/day/day-place.ts';
import { decisionOf, planRow } from '../week/rows.ts';

const day: PlanDay = {
  date: '2026-12-17',
  closed: null,
  label: null,
  dishes: [],
  flags: ['no-menu'],
  strikeSites: 0,
};
const counted = { counts: { E: 100 }, at: '2026-12-17T09:10', by: null } as PlanRow['decision']['headCount'];

test('says of a site what the day does not say of all: flags, a change, a later sheet', () => {
  const rows = [
    planRow({ siteId: 1, flags: ['no-menu'] }),
    planRow({ siteId: 2, flags: ['no-menu', 'over-capacity'] }),
    planRow({ siteId: 3, decision: decisionOf(150, { source: 'override', recommended: 142 }) }),
    planRow({ siteId: 4, decision: decisionOf(142, { sheetVersion: 2 }) }),
  ];
  const { sites } = dayNotes(rows, day, false);
  expect(sites.map(({ row, flags, isChanged, version }) => [row.siteId, flags, isChanged, version])).toEqual([
    [2, ['over-capacity'], false, null],
    [3, [], true, null],
    [4, [], false, 2],
  ]);
});

test('names who has not counted once one has, on the day itself', () => {
  const rows = [
    planRow({ siteId: 1, site: 'A', decision: decisionOf(142, { headCount: counted }) }),
    planRow({ siteId: 2, site: 'B' }),
  ];
  expect(dayNotes(rows, day, true).uncounted).toEqual(['B']);
  expect(dayNotes(rows, day, false).uncounted).toEqual([]);
  expect(dayNotes(rows.slice(1), day, true).uncounted).toEqual([]);
});

test('a canteen alone is shown its own sheet, and offered no choice', () => {
  const rows = [planRow({ siteId: 7, date: '2026-12-14' }), planRow({ siteId: 7, date: '2026-12-15' })];
  expect(placeOfOne({ rows, refused: [] }, EVERYWHERE)).toEqual({ siteId: 7, kitchenId: null });
  expect(placeOfOne({ rows: [...rows, planRow({ siteId: 8 })], refused: [] }, EVERYWHERE)).toEqual(
    EVERYWHERE,
  );
  expect(placeOfOne({ rows, refused: [] }, { siteId: null, kitchenId: 3 })).toEqual({
    siteId: null,
    kitchenId: 3,
  });
  expect(placeOfOne({ rows: [], refused: [] }, EVERYWHERE)).toEqual(EVERYWHERE);
  const option = { id: '1', label: 'A' };
  expect([isChoice([option, option]), isChoice([option, option, option])]).toEqual([false, true]);
  expect(isChoice([option, { id: 'k1', label: 'Cuisine' }])).toBe(true);
});

test('the step to the next day passes over those of the week without a sheet', () => {
  const days = ['14', '15', '16'].map((n) => ({
    ...day,
    date: `2026-12-${n}`,
    closed: n === '15' ? ('no-service' as const) : null,
  }));
  expect(openDayBeside({ days }, '2026-12-14', 1)).toBe('2026-12-16');
  expect(openDayBeside({ days }, '2026-12-16', -1)).toBe('2026-12-14');
  expect(openDayBeside({ days }, '2026-12-16', 1)).toBe('2026-12-17');
  expect(openDayBeside({ days }, '2026-12-14', -1)).toBe('2026-12-11');
  expect(openDayBeside(undefined, '2026-12-11', 1)).toBe('2026-12-14');
});
