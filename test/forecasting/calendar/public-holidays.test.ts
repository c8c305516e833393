import { toIso } from '../../../forecasting/calendar/day.ts';
import { easterSunday, publicHolidays } from '../../../forecasting/calendar/public-holidays.ts';

// Dates of Easter as published by the Bureau des longitudes, both extremes among them.
test.each([
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [2000, '2000-04-23'],
  [2016, '2016-03-27'],
  [2017, '2017-04-16'],
  [2024, '2024-03-31'],
  [2038, '2038-04-25'],
])('Easter of %i', (year, date) => {
  expect(toIso(easterSunday(year))).toBe(date);
});

test('the eleven public holidays of 2017', () => {
  expect(publicHolidays(2017).map((h) => h.date)).toEqual([
    '2017-01-01',
    '2017-04-17',
    '2017-05-01',
    '2017-05-08',
    '2017-05-25',
    '2017-06-05',
    '2017-07-14',
    '2017-08-15',
    '2017-11-01',
    '2017-11-11',
    '2017-12-25',
  ]);
});

test('Alsace and Moselle have two more', () => {
  const dates = publicHolidays(2017, 'alsace-moselle').map((h) => h.date);
  expect(dates).toHaveLength(13);
  expect(dates).toEqual(expect.arrayContaining(['2017-04-14', '2017-12-26']));
});

test.each([
  ['guadeloupe', '2017-05-27'],
  ['guyane', '2017-06-10'],
  ['martinique', '2017-05-22'],
  ['mayotte', '2017-04-27'],
  ['reunion', '2017-12-20'],
] as const)('%s has the day of the abolition of slavery besides', (region, date) => {
  const holidays = publicHolidays(2017, region);
  expect(holidays).toHaveLength(12);
  expect(holidays.find(({ name }) => name === 'abolition-of-slavery')?.date).toBe(date);
  expect(holidays.map((holiday) => holiday.date)).toEqual(holidays.map((holiday) => holiday.date).toSorted());
});
