import type { Coverage, CoverageDay } from '../../../../electron/api/records.ts';
import { changedCounts, isOpen, parseServed } from '../../../../renderer/pages/coverage/count-draft.ts';
import { dataMap, schoolYearsOf, toneOf } from '../../../../renderer/pages/coverage/coverage-model.ts';

test.each([
  [0, 0, 'none'],
  [0, 14, 'empty'],
  [6, 14, 'few'],
  [7, 14, 'some'],
  [12, 14, 'some'],
  [13, 14, 'most'],
  [14, 14, 'all'],
])('%d of %d days: %s', (recorded, expected, tone) => {
  expect(toneOf(recorded, expected)).toBe(tone);
});

const coverage: Coverage = {
  months: ['2025-06', '2025-07', '2025-08', '2025-09'],
  sites: [
    { siteId: 1, site: 'A', siteKind: 'E', expected: [10, 2, 0, 12], recorded: [10, 2, 0, 12] },
    { siteId: 2, site: 'B', siteKind: 'E', expected: [10, 2, 0, 12], recorded: [10, 2, 0, 9] },
  ],
  lastDay: '2025-09-30',
};

test('a school year’s months, without those in which no site has school, and their sums', () => {
  expect(schoolYearsOf(coverage)).toEqual([2025, 2024]);
  expect(dataMap(coverage, null, false).columns.map(({ month }) => month)).toEqual([
    '2025-06',
    '2025-07',
    '2025-09',
  ]);
  expect(dataMap(coverage, 2025, false).columns).toEqual([
    { month: '2025-09', index: 3, expected: 24, recorded: 21 },
  ]);
});

test('only the sites with a gap in these months', () => {
  expect(dataMap(coverage, 2025, true).sites.map(({ site }) => site)).toEqual(['B']);
  expect(dataMap(coverage, 2024, true).sites).toEqual([]);
});

test.each([
  ['97', 97],
  ['1\u202f204', 1204],
  ['', null],
  ['-3', undefined],
  ['9,5', undefined],
  ['20001', undefined],
])('the count "%s"', (text, count) => {
  expect(parseServed(text)).toBe(count);
});

const day = (date: string, more: Partial<CoverageDay>): CoverageDay => ({
  date,
  served: null,
  staff: null,
  typed: false,
  expected: true,
  closed: null,
  label: null,
  ...more,
});

test('a count may be typed in where one is missing or was typed in; what a file says stays', () => {
  const days = [
    day('2025-09-01', {}),
    day('2025-09-02', { served: 80 }),
    day('2025-09-04', { served: 77, typed: true }),
    day('2025-09-03', { expected: false }),
  ];
  expect(days.map(isOpen)).toEqual([true, false, true, false]);
  expect(changedCounts(days, { '2025-09-01': '90', '2025-09-02': '1', '2025-09-04': '' })).toEqual([
    { date: '2025-09-01', served: 90 },
    { date: '2025-09-04', served: null },
  ]);
  expect(changedCounts(days, { '2025-09-04': '77' })).toEqual([]);
  expect(changedCounts(days, { '2025-09-01': 'x' })).toBeNull();
});
