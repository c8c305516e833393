import { addDays, monthOfDay, toDay, toIso, weekday, yearOf } from '../../../forecasting/calendar/day.ts';

test('days count from 1970 and come back as the same date', () => {
  expect(toDay('1970-01-01')).toBe(0);
  expect(toDay('2016-02-29')).toBe(16_860);
  expect(toIso(16_860)).toBe('2016-02-29');
  expect(addDays('2016-12-31', 1)).toBe('2017-01-01');
});

test('Monday is 1 and Sunday is 7, also before 1970', () => {
  expect(weekday(toDay('2016-09-05'))).toBe(1);
  expect(weekday(toDay('2016-09-11'))).toBe(7);
  expect(weekday(toDay('1969-12-28'))).toBe(7);
});

test('month and year agree with Date on every day of four centuries', () => {
  for (let day = -80_000; day < 80_000; day++) {
    const date = new Date(day * 86_400_000);
    if (monthOfDay(day) !== date.getUTCMonth() + 1 || yearOf(day) !== date.getUTCFullYear()) {
      throw new Error(toIso(day));
    }
  }
});

test.each(['2015-02-31', '2015-13-01', '31/02/2015', ''])('%s is refused', (text) => {
  expect(() => toDay(text)).toThrow(RangeError);
});
