import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readHolidays } from '../../../db/calendar.ts';
import { dayOfIso, isoOf } from '../../../db/day.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import { daysWithoutClass, endMeaning, periodOf } from '../../../db/import/kinds/holiday-days.ts';
import { describeWithShared, nantesFolder, sharedFolder } from '../../support/shared.ts';
import { Workbench } from '../support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

describe('days without class', () => {
  const written = (period: string, start: string, end: string) => ({
    period,
    start: dayOfIso(start),
    end: dayOfIso(end),
  });
  const days = (period: string, start: string, end: string, meaning: 'last-day-off' | 'day-back') => {
    const { firstDay, lastDay } = daysWithoutClass(written(period, start, end), meaning);
    return [isoOf(firstDay), isoOf(lastDay)];
  };

  // Nantes: the second date is the day before thousands ate again.
  test.each([
    ['noel', '2010-12-18', '2011-01-02', '2011-01-02'],
    ['printemps', '2011-04-23', '2011-05-09', '2011-05-08'],
    ['toussaint', '2011-10-22', '2011-11-02', '2011-11-02'],
    ['noel', '2011-12-17', '2012-01-02', '2012-01-02'],
    ['printemps', '2012-04-07', '2012-04-23', '2012-04-22'],
    ['ete', '2013-07-07', '2013-09-02', '2013-09-02'],
    ['printemps', '2015-04-11', '2015-04-27', '2015-04-26'],
    ['ete', '2016-07-06', '2016-08-31', '2016-08-31'],
    ['noel', '2016-12-17', '2017-01-02', '2017-01-02'],
  ])('a file of last days off: %s %s to %s ends %s', (period, start, end, lastDay) => {
    expect(days(period, start, end, 'last-day-off')).toEqual([start, lastDay]);
  });

  test.each([
    ['toussaint', '2017-10-21', '2017-11-06', '2017-10-21', '2017-11-05'],
    // Departure on a Wednesday, after class.
    ['toussaint', '2016-10-19', '2016-11-03', '2016-10-20', '2016-11-02'],
    // The bridge of Ascension, in the two ways in which the official file has written it.
    ['ascension', '2026-05-14', '2026-05-18', '2026-05-15', '2026-05-17'],
    ['ascension', '2026-05-15', '2026-05-16', '2026-05-15', '2026-05-17'],
  ])('a file of days back: %s %s to %s is %s to %s', (period, start, end, firstDay, lastDay) => {
    expect(days(period, start, end, 'day-back')).toEqual([firstDay, lastDay]);
  });

  test('ends on Sundays are last days off', () => {
    const noel = written('noel', '2010-12-18', '2011-01-02');
    const back = written('noel', '2010-12-18', '2011-01-03');
    expect(endMeaning([noel, back])).toBe('last-day-off');
    expect(endMeaning([back])).toBe('day-back');
  });

  test('one name for each holiday', () => {
    expect(periodOf("Vacances d'Avril")).toBe(periodOf('Vacances de Printemps'));
    expect(periodOf('Vacances de Noel')).toBe(periodOf('Vacances de Noël'));
    expect(periodOf("Vacances d'Été austral")).not.toBe(periodOf("Vacances d'Été"));
  });
});

/** Published by the ministry: days of departure and of return, made first and last days without class. */
const published: Readonly<Record<string, readonly string[]>> = {
  'A 2017': ['10-21 11-05', '12-23 01-07', '02-10 02-25', '04-07 04-22', '07-07 09-02'],
  'B 2017': ['10-21 11-05', '12-23 01-07', '02-24 03-11', '04-21 05-06', '07-07 09-02'],
  'C 2017': ['10-21 11-05', '12-23 01-07', '02-17 03-04', '04-14 04-29', '07-07 09-02'],
  // 2026: the bridge of Ascension; of the summer only the beginning is published.
  'A 2025': ['10-18 11-02', '12-20 01-04', '02-07 02-22', '04-04 04-19', '05-15 05-17', '07-04 08-31'],
  'B 2025': ['10-18 11-02', '12-20 01-04', '02-14 03-01', '04-11 04-26', '05-15 05-17', '07-04 08-31'],
  'C 2025': ['10-18 11-02', '12-20 01-04', '02-21 03-08', '04-18 05-03', '05-15 05-17', '07-04 08-31'],
};

describeWithShared('the official calendar', () => {
  const official = (encoding: 'utc' | 'local') =>
    join(sharedFolder, 'data', 'calendars', `fr-en-calendrier-scolaire_${encoding}.csv`);
  const read = (path: string) => {
    const db = bench.database();
    const { files } = importFiles(db, [{ name: basename(path), path }], { now: '2026-11-23T09:00' });
    const periods = db
      .prepare(
        "SELECT zone || ' ' || school_year, first_day, last_day FROM school_holiday ORDER BY first_day",
      )
      .raw()
      .all() as [string, string, string][];
    return { outcome: files[0], periods: Map.groupBy(periods, ([zoneAndYear]) => zoneAndYear) };
  };
  const utc = read(official('utc'));
  const local = read(official('local'));
  // The third way in which the ministry writes dates: the day alone, as in its older exports.
  const plainText = readFileSync(official('local'), 'utf8').replace(/T00:00:00\+0[12]:00/g, '');
  const plain = read(bench.write('calendrier.csv', plainText));

  test.each(Object.entries(published))(
    'zone and year %s, in the three ways of writing dates',
    (zoneAndYear, expected) => {
      for (const { periods } of [utc, local, plain]) {
        const found = periods
          .get(zoneAndYear)
          ?.map(([, first, last]) => `${first.slice(5)} ${last.slice(5)}`);
        expect(found).toEqual(expected);
      }
    },
  );

  test('zones A, B and C are the same in both, wherever both have them', () => {
    const ofZones = ({ periods }: typeof utc) =>
      [...periods].filter(([key]) => /^[ABC] 20(1[7-9]|2[0-5])$/.test(key));
    expect(ofZones(local)).toEqual(ofZones(utc));
    expect(ofZones(utc).length).toBe(27);
    expect(plain.periods).toEqual(local.periods);
  });

  test('rows for teachers are left out and told; impossible periods are refused', () => {
    expect(utc.outcome).toMatchObject({ read: 2138, refused: 0 });
    expect(local.outcome).toMatchObject({ read: 2081, refused: 5 });
    const found = local.outcome?.problems.map(({ line, code }) => [line, code]);
    // Day and month swapped, a wrong year: slips of the official file itself.
    expect(found).toEqual([
      [63, 'end-before-start'],
      [451, 'holiday-too-long'],
      [880, 'holiday-too-long'],
      [1651, 'holiday-too-long'],
      [1731, 'holiday-too-long'],
      [null, 'other-population-left-out'],
    ]);
  });
});

describeWithShared("Nantes' holidays", () => {
  test('nobody eats in them, but for those that the file has wrong', () => {
    const db = bench.database();
    const source = (name: string) => ({ name, path: join(nantesFolder, name) });
    importFiles(db, [source('vacances.csv'), source('frequentation.csv')], { now: '2026-11-23T09:00' });
    const holidays = readHolidays(db);
    expect(holidays).toHaveLength(40);
    const served = db.prepare('SELECT sum(served) FROM attendance WHERE day BETWEEN ? AND ?').pluck();
    const contradicted = holidays.filter(
      ({ firstDay, lastDay }) => served.get(dayOfIso(firstDay), dayOfIso(lastDay)) !== null,
    );
    // In 2016 and 2017 the file has another zone's winter and spring holidays.
    expect(contradicted.map(({ firstDay }) => firstDay)).toEqual([
      '2016-02-13',
      '2016-04-16',
      '2017-02-18',
      '2017-04-22',
    ]);
  });

  test('most of those that end on a weekday are followed by service on the next school day', () => {
    const db = bench.database();
    const source = (name: string) => ({ name, path: join(nantesFolder, name) });
    importFiles(db, [source('vacances.csv'), source('frequentation.csv')], { now: '2026-11-23T09:00' });
    const served = db.prepare('SELECT sum(served) FROM attendance WHERE day = ?').pluck();
    const back = [
      '2011-05-09',
      '2012-04-23',
      '2015-04-27',
      '2011-11-03',
      '2012-01-03',
      '2016-11-03',
      '2017-01-03',
    ];
    const lastDays = new Set(readHolidays(db).map(({ lastDay }) => lastDay));
    for (const day of back) {
      expect(lastDays).toContain(isoOf(dayOfIso(day) - 1));
      expect(served.get(dayOfIso(day))).toBeGreaterThan(10_000);
    }
  });
});
