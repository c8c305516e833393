import { localDate, localTime, today } from '../../../../electron/service/context/clock.ts';

afterEach(() => {
  delete process.env.BONNE_MESURE_TODAY;
});

test('the date is that of the computer’s clock, not of Greenwich', () => {
  // Made from local parts, so the answer must be the same in any time zone.
  const lateEvening = new Date(2026, 10, 23, 23, 59);
  const earlyMorning = new Date(2026, 0, 4, 0, 1);
  expect(localDate(lateEvening)).toBe('2026-11-23');
  expect(localTime(lateEvening)).toBe('23:59');
  expect(localTime(earlyMorning)).toBe('00:01');
});

test('another day can be set', () => {
  expect(today()).toMatch(/^\d{4}-\d\d-\d\d$/);
  process.env.BONNE_MESURE_TODAY = '2017-06-12';
  expect(today()).toBe('2017-06-12');
  process.env.BONNE_MESURE_TODAY = 'tomorrow';
  expect(today()).toBe(localDate());
});
