import { addMonths, isMonth, sameWeekdayOfMonth } from '../../../../renderer/format/months.ts';
import { parseLimit } from '../../../../renderer/pages/menus/frequency-table.tsx';
import { dayAfterKey } from '../../../../renderer/pages/menus/use-day-focus.ts';

test.each([
  ['ArrowRight', '2026-12-18', '2026-12-21'],
  ['ArrowLeft', '2026-12-21', '2026-12-18'],
  ['ArrowDown', '2026-12-17', '2026-12-24'],
  ['ArrowUp', '2026-12-03', '2026-11-26'],
  ['Home', '2026-12-17', '2026-12-14'],
  ['End', '2026-12-17', '2026-12-18'],
  ['PageDown', '2026-12-17', '2027-01-21'],
  ['PageUp', '2026-12-31', '2026-11-26'],
])('%s from %s leads to %s', (key, from, to) => {
  expect(dayAfterKey(key, from)).toBe(to);
});

test('other keys lead nowhere', () => {
  expect(dayAfterKey('a', '2026-12-17')).toBeNull();
});

test('months', () => {
  expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-06', -18)]).toEqual([
    '2027-01',
    '2025-12',
    '2024-12',
  ]);
  expect([isMonth('2026-12'), isMonth('2026-13'), isMonth('frequencies')]).toEqual([true, false, false]);
  // The fifth Thursday, in a month that has four.
  expect(sameWeekdayOfMonth('2026-12-31', 2)).toBe('2027-02-25');
});

test.each([
  ['4', 4],
  [' ', null],
  ['21', undefined],
  ['-1', undefined],
  ['2,5', undefined],
])('the limit "%s"', (text, limit) => {
  expect(parseLimit(text)).toBe(limit);
});
