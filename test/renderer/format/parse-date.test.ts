import { parseDate } from '../../../renderer/format/parse-date.ts';

test.each([
  ['17/12/2026', '2026-12-17'],
  ['17/12/26', '2026-12-17'],
  [' 7.1.2027 ', '2027-01-07'],
  ['07-01-2027', '2027-01-07'],
  ['17 12 2026', '2026-12-17'],
  ['2026-12-17', '2026-12-17'],
])('%s', (typed, date) => {
  expect(parseDate(typed)).toBe(date);
});

test.each(['', '17/12', '31/02/2026', '12/17/2026', '17/12/026', 'demain', '2026-02-30', '17//12/2026'])(
  'no date: %s',
  (typed) => {
    expect(parseDate(typed)).toBeNull();
  },
);
