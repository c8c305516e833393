import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  addCalendarDays,
  daysBetween,
  formatDate,
  formatDay,
  formatDayShort,
  formatMoment,
  formatRange,
  isIsoDate,
  isoWeek,
  mondayOf,
  schoolDayFrom,
  weekdayOf,
} from '../../../renderer/format/dates.ts';

describe('calendar arithmetic', () => {
  test('does not stumble over the change of the clocks', () => {
    expect(addCalendarDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addCalendarDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  test('knows days that a time zone left out', () => {
    // Samoa had no 30 December 2011: with dates of the local zone this would never end.
    const script = `const { schoolDayFrom, addCalendarDays } = await import(process.argv[1]);
      console.log(schoolDayFrom('2011-12-31', -1), addCalendarDays('2011-12-29', 1));`;
    const file = join(__dirname, '../../../renderer/format/dates.ts');
    const words = [
      '--experimental-strip-types',
      '--input-type=module',
      '--eval',
      script,
      pathToFileURL(file).href,
    ];
    const env = { ...process.env, TZ: 'Pacific/Apia' };
    const said = execFileSync(process.execPath, words, {
      env,
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: 60_000,
    });
    expect(said.trim()).toBe('2011-12-30 2011-12-30');
  });

  test('knows weekdays and Mondays', () => {
    expect(weekdayOf('2026-12-13')).toBe(7);
    expect(mondayOf('2026-12-13')).toBe('2026-12-07');
    expect(mondayOf('2026-12-14')).toBe('2026-12-14');
    expect(schoolDayFrom('2026-12-18', 1)).toBe('2026-12-21');
    expect(schoolDayFrom('2026-12-14', -1)).toBe('2026-12-11');
  });

  test.each([
    ['2026-12-14', 51],
    ['2026-12-28', 53],
    ['2027-01-04', 1],
    ['2021-01-01', 53],
    ['2024-12-30', 1],
  ])('%s lies in ISO week %i', (date, week) => {
    expect(isoWeek(date)).toBe(week);
  });

  test('refuses what is no date', () => {
    expect(isIsoDate('2026-02-31')).toBe(false);
    expect(isIsoDate('31/12/2026')).toBe(false);
    expect(isIsoDate('2026-02-28')).toBe(true);
  });
});

describe('dates in words', () => {
  test('in French', () => {
    expect(formatDayShort('2026-12-17', 'fr')).toBe('jeu. 17');
    expect(formatDay('2026-12-17', 'fr')).toBe('jeudi 17 décembre');
    expect(formatRange('2026-12-14', '2026-12-18', 'fr')).toBe('14 – 18 décembre 2026');
    expect(formatRange('2026-12-01', '2026-12-01', 'fr')).toBe('1er décembre 2026');
    expect(formatRange('2026-11-30', '2026-12-04', 'fr')).toBe('30 novembre – 4 décembre 2026');
    expect(formatRange('2026-12-28', '2027-01-01', 'fr')).toBe('28 décembre 2026 – 1er janvier 2027');
    expect(formatMoment('2026-12-15T10:42', 'fr')).toBe('15 déc. 2026, 10\u00a0h\u00a042');
  });

  test('in English', () => {
    expect(formatDayShort('2026-12-17', 'en')).toBe('Thu 17');
    expect(formatDay('2026-12-17', 'en')).toBe('Thursday 17 December');
    expect(formatMoment('2026-12-15T10:42', 'en')).toBe('15 Dec 2026, 10:42');
  });
});

test('the first of a month in French', () => {
  expect(formatDay('2026-12-01', 'fr')).toBe('mardi 1er décembre');
  expect(formatDate('2026-12-01', 'fr')).toBe('1er déc. 2026');
  expect(formatDayShort('2026-12-01', 'fr')).toBe('mar. 1er');
  expect(formatRange('2026-12-01', '2026-12-05', 'fr')).toBe('1er – 5 décembre 2026');
  expect(formatDate('2026-12-11', 'fr')).toBe('11 déc. 2026');
  expect(formatDay('2026-12-01', 'en')).toBe('Tuesday 1 December');
});
