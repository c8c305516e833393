import type { SiteDinersRecord } from '../../../../electron/api/records.ts';
import { EVERYWHERE } from '../../../../renderer/pages/day/day-place.ts';
import {
  asOrdered,
  classesOf,
  differs,
  headCountLines,
  isBig,
  isWrong,
  stateOf,
  totalsOf,
  typedOf,
} from '../../../../renderer/pages/record/head-count-model.ts';
import { decisionOf, planRow } from '../week/rows.ts';

const date = '2026-12-17';
const site = (siteId: number, part: Partial<SiteDinersRecord> = {}): SiteDinersRecord => ({
  ...{ siteId, site: 'Zola', siteKind: 'M/E', kitchenId: null, shares: null, adults: 0 },
  ...{ diets: { noPork: 0, vegetarian: 0, allergy: 0 }, samples: 0, note: '', said: true },
  ...part,
});
const sites = [
  site(1, { shares: { M: 0.4, E: 0.6, C: 0, A: 0 }, adults: 9, kitchenId: 3 }),
  site(2, { kitchenId: 4 }),
];
const counted = decisionOf(100, {
  headCount: { counts: { M: 38, E: 60, A: 8 }, by: null, at: `${date}T08:12` },
});
const rows = [
  planRow({ siteId: 1, site: 'Zola', order: 100, decision: counted }),
  planRow({ siteId: 2, site: 'Éluard', order: 50 }),
  planRow({ siteId: 4, site: 'Autre jour', date: '2026-12-18' }),
  planRow({ siteId: 5, site: 'Fermé', decision: decisionOf(20, { closed: 'closure' }) }),
];
const plan = { rows } as unknown as Parameters<typeof headCountLines>[0];
const lines = headCountLines(plan, date, EVERYWHERE, sites);
const [eluard, zola] = lines;
if (!eluard || !zola) throw new Error('two sites are open');

test('the sites that serve that day, by name, and those of one kitchen', () => {
  expect(lines.map(({ row }) => row.site)).toEqual(['Éluard', 'Zola']);
  expect(headCountLines(plan, date, { siteId: null, kitchenId: 3 }, sites)).toHaveLength(1);
  expect(headCountLines(plan, date, { siteId: 2, kitchenId: null }, sites)).toEqual([eluard]);
  expect(classesOf(lines)).toEqual(['all', 'M', 'E', 'A']);
});

test('what was counted stands in the fields, and nothing where nothing was', () => {
  expect(typedOf(zola)).toEqual({ M: '38', E: '60', A: '8' });
  expect(typedOf(eluard)).toEqual({});
  expect(asOrdered(zola)).toEqual({ M: '40', E: '60', A: '9' });
  // The site tells its classes apart otherwise by now: the old count does not fill its fields.
  expect(typedOf({ ...zola, diners: [{ diners: 'all', ordered: 100 }] })).toEqual({});
});

test('a site is counted when all its fields are numbers', () => {
  expect(stateOf(zola, {})).toEqual({ type: 'open' });
  expect(stateOf(zola, { M: '38' })).toEqual({ type: 'partly' });
  expect(stateOf(zola, { M: '38', E: 'six' })).toEqual({ type: 'wrong' });
  expect(stateOf(zola, { M: '38', E: '61', A: '0' })).toEqual({
    type: 'counted',
    counts: { M: 38, E: 61, A: 0 },
    meals: 99,
  });
  expect(['', '  ', '12', '1 200'].some(isWrong)).toBe(false);
  expect(['-1', '1,5', 'x'].every(isWrong)).toBe(true);
});

test('only what says something else is kept anew', () => {
  expect(differs(zola, { M: 38, E: 60, A: 8 })).toBe(false);
  expect(differs(zola, { M: 38, E: 60, A: 9 })).toBe(true);
  expect(differs(zola, null)).toBe(true);
  expect(differs(eluard, null)).toBe(false);
  expect(differs(eluard, { all: 50 })).toBe(true);
});

test('a change is big from 5 meals and 10 % on', () => {
  expect([
    isBig(46, 50),
    isBig(45, 50),
    isBig(56, 50),
    isBig(91, 100),
    isBig(90, 100),
    isBig(4, 0),
    isBig(5, 0),
  ]).toEqual([false, true, true, false, true, false, true]);
});

test('totals compare the sites that are counted with what these ordered', () => {
  expect(totalsOf(lines, typedOf)).toEqual({
    counted: 1,
    sites: 2,
    ordered: 159,
    orderedOfCounted: 109,
    meals: 106,
  });
});
