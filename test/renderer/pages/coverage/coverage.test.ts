import type { Coverage, CoverageDay } from '../../../../electron/api/records.ts';
import { dataMap, schoolYearsOf, toneOf } from '../../../../renderer/pages/coverage/coverage-model.ts';
import { placeOnDays } from '../../../../renderer/pages/coverage/paste.ts';

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
  missingEverywhere: [],
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

const day = (date: string, more: Partial<CoverageDay>): CoverageDay => ({
  date,
  served: null,
  staff: null,
  typed: false,
  file: null,
  expected: true,
  closed: null,
  label: null,
  byClass: {},
  marks: [],
  ...more,
});

/** November 2026 from Monday the 2nd: Wednesdays are no days of service, the 11th is a public holiday anyway. */
const november = Array.from({ length: 30 }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`)
  .filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()))
  .map((date) => {
    const off = new Date(`${date}T00:00:00Z`).getUTCDay() === 3;
    return day(date, off ? { expected: false, closed: 'no-service' } : {});
  });
const datesOf = (values: readonly string[], start = 0) => {
  const placed = placeOnDays(values, november, start);
  return placed.type === 'placed' ? placed.dates.map((date) => date?.slice(8) ?? null) : placed.problem;
};

test('a block of days of service, of weekdays or of the calendar falls on the days that it means', () => {
  expect(datesOf(['1', '2', '3', '4', '5'])).toEqual(['02', '03', '05', '06', '09']);
  expect(datesOf(['1', '2', '', '4', '5', '6'])).toEqual(['02', '03', null, '05', '06', '09']);
  const calendar = ['1', '2', '', '4', '5', '', '', '6', '7', '', 'grève', '9'];
  expect(datesOf(calendar)).toEqual(['02', '03', null, '05', '06', null, null, '09', '10', null, '12', '13']);
  // A strike that is left empty does not move what follows.
  expect(datesOf(['1', '', '', '4', '5', '', '', '6'])).toEqual([
    '02',
    null,
    null,
    '05',
    '06',
    null,
    null,
    '09',
  ]);
});

test('what goes beyond the month is refused whole', () => {
  expect(datesOf(Array.from({ length: 25 }, () => '50'))).toBe('too-long');
  expect(datesOf(['50', '51'], november.length)).toBe('too-long');
});
