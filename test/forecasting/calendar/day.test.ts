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

test('month, year and text agree with Date on every day of four centuries', () => {
  for (let day = -80_000; day < 80_000; day++) {
    const date = new Date(day * 86_400_000);
    const iso = date.toISOString().slice(0, 10);
    const agree = monthOfDay(day) === date.getUTCMonth() + 1 && yearOf(day) === date.getUTCFullYear();
    if (!agree || toIso(day) !== iso || toDay(iso) !== day) throw new Error(iso);
  }
});

test('every text of ten years with 29 February and without is a day, or is refused as Date refuses it', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  for (const year of ['0099', '0999', '1899', '1900', '1999', '2000', '2023', '2024', '2100', '9999']) {
    for (let month = 0; month <= 14; month++) {
      for (let date = 0; date <= 33; date++) {
        const iso = `${year}-${two(month)}-${two(date)}`;
        const instant = Date.parse(`${iso}T00:00:00Z`);
        const exists = year !== '0099' && new Date(instant || 0).toISOString().startsWith(iso);
        if (exists) expect(toIso(toDay(iso))).toBe(iso);
        else expect(() => toDay(iso)).toThrow(RangeError);
      }
    }
  }
});

test('what is no day has no text', () => {
  expect(() => toIso(Number.NaN)).toThrow(RangeError);
  expect(() => toIso(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});

test.each(['2015-02-31', '2015-13-01', '31/02/2015', ''])('%s is refused', (text) => {
  expect(() => toDay(text)).toThrow(RangeError);
});
