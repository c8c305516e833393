import { suggestedWeek } from '../../../../electron/service/calendar/suggested-week.ts';

const summer = { zone: 'B', name: 'Été', firstDay: '2017-07-08', lastDay: '2017-09-03' };

test.each([
  ['Monday', '2026-11-23', '2026-11-23'],
  ['Wednesday', '2026-11-25', '2026-11-23'],
  ['Friday', '2026-11-27', '2026-11-23'],
  ['Saturday', '2026-11-28', '2026-11-30'],
  ['Sunday', '2026-11-29', '2026-11-30'],
  ['the last days of a year', '2026-12-31', '2026-12-28'],
])('this week, and from Saturday on the next one: %s', (_day, today, monday) => {
  expect(suggestedWeek(today, '2026-11-20', [])).toBe(monday);
  expect(suggestedWeek(today, null, [])).toBe(monday);
});

test('records that end just before the summer do not hold back the new school year', () => {
  expect(suggestedWeek('2017-09-04', '2017-07-07', [summer])).toBe('2017-09-04');
});

test('records that ended long ago: the first school week after them', () => {
  expect(suggestedWeek('2026-11-23', '2017-07-07', [summer])).toBe('2017-09-04');
  expect(suggestedWeek('2026-11-23', '2017-07-07', [])).toBe('2017-07-10');
  expect(suggestedWeek('2026-11-23', '2017-03-15', [summer])).toBe('2017-03-20');
});

test('a calendar without end of holidays still gives a week', () => {
  const endless = { ...summer, lastDay: '2030-01-01' };
  expect(suggestedWeek('2026-11-23', '2017-07-07', [endless])).toBe('2017-07-10');
});
