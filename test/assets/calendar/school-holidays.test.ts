import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withQuoted } from '../../../assets/calendar/quoted-holidays.ts';
import builtIn from '../../../assets/calendar/school-holidays.json';
import { publishedSchoolHolidays } from '../../../assets/calendar/school-holidays.ts';
import { describeWithShared, sharedFolder } from '../../support/shared.ts';

/** As published in the arrêtés and known to every parent: first and last day without class. */
const published = {
  '2017-2018': {
    A: [
      '2017-10-21 2017-11-05',
      '2017-12-23 2018-01-07',
      '2018-02-10 2018-02-25',
      '2018-04-07 2018-04-22',
      '2018-07-07 2018-09-02',
    ],
    B: [
      '2017-10-21 2017-11-05',
      '2017-12-23 2018-01-07',
      '2018-02-24 2018-03-11',
      '2018-04-21 2018-05-06',
      '2018-07-07 2018-09-02',
    ],
    C: [
      '2017-10-21 2017-11-05',
      '2017-12-23 2018-01-07',
      '2018-02-17 2018-03-04',
      '2018-04-14 2018-04-29',
      '2018-07-07 2018-09-02',
    ],
  },
  '2025-2026': {
    A: [
      '2025-10-18 2025-11-02',
      '2025-12-20 2026-01-04',
      '2026-02-07 2026-02-22',
      '2026-04-04 2026-04-19',
      '2026-05-15 2026-05-17',
      '2026-07-04 2026-08-31',
    ],
    B: [
      '2025-10-18 2025-11-02',
      '2025-12-20 2026-01-04',
      '2026-02-14 2026-03-01',
      '2026-04-11 2026-04-26',
      '2026-05-15 2026-05-17',
      '2026-07-04 2026-08-31',
    ],
    C: [
      '2025-10-18 2025-11-02',
      '2025-12-20 2026-01-04',
      '2026-02-21 2026-03-08',
      '2026-04-18 2026-05-03',
      '2026-05-15 2026-05-17',
      '2026-07-04 2026-08-31',
    ],
  },
  '2026-2027': {
    A: [
      '2026-10-17 2026-11-01',
      '2026-12-19 2027-01-03',
      '2027-02-13 2027-02-28',
      '2027-04-10 2027-04-25',
      '2027-05-07 2027-05-09',
      '2027-07-03 2027-08-31',
    ],
    B: [
      '2026-10-17 2026-11-01',
      '2026-12-19 2027-01-03',
      '2027-02-20 2027-03-07',
      '2027-04-17 2027-05-02',
      '2027-05-07 2027-05-09',
      '2027-07-03 2027-08-31',
    ],
    C: [
      '2026-10-17 2026-11-01',
      '2026-12-19 2027-01-03',
      '2027-02-06 2027-02-21',
      '2027-04-03 2027-04-18',
      '2027-05-07 2027-05-09',
      '2027-07-03 2027-08-31',
    ],
  },
} as const;

describe('the built-in school holidays', () => {
  for (const [year, zones] of Object.entries(published)) {
    it.each(Object.entries(zones))(`has the published days of ${year} in zone %s`, (zone, days) => {
      const [from, to] = year.split('-');
      const found = builtIn.filter(
        (holiday) =>
          holiday.zone === zone && holiday.firstDay >= `${from}-09-01` && holiday.firstDay < `${to}-09-01`,
      );
      expect(found.map(({ firstDay, lastDay }) => `${firstDay} ${lastDay}`)).toEqual(days);
    });
  }

  it('has no day twice in zones A, B and C, and no gap of years', () => {
    for (const zone of ['A', 'B', 'C']) {
      const days = builtIn.filter((holiday) => holiday.zone === zone);
      days.slice(1).forEach((holiday, i) => {
        expect(holiday.firstDay > (days[i]?.lastDay ?? '')).toBe(true);
      });
      for (let year = 2017; year <= 2026; year++) {
        expect(
          days.some(({ name, firstDay }) => name === 'Vacances de Noël' && firstDay.startsWith(`${year}-12`)),
        ).toBe(true);
      }
    }
  });

  it('runs forward and is typographically clean', () => {
    for (const { firstDay, lastDay, name } of builtIn) {
      expect(firstDay <= lastDay).toBe(true);
      expect(name).not.toMatch(/['"]|^Début|^$/);
    }
  });
});

describe('schoolHolidays', () => {
  const head = '\ufeffDescription;Population;Date de début;Date de fin;Académies;Zones;annee_scolaire\n';
  const read = (...rows: string[]) => publishedSchoolHolidays([head + rows.join('\n')], () => {});

  it('reads Paris midnight written in UTC without losing a day', () => {
    expect(
      read("Vacances d'Hiver;-;2018-02-09T23:00:00+00:00;2018-02-25T23:00:00+00:00;Lyon;Zone A;2017-2018"),
    ).toEqual([{ zone: 'A', name: 'Vacances d’Hiver', firstDay: '2018-02-10', lastDay: '2018-02-25' }]);
  });

  it('takes a weekday start for the day of departure after class', () => {
    expect(
      read("Pont de l'Ascension;-;2019-05-29T00:00:00+02:00;2019-06-03T00:00:00+02:00;Lyon;Zone A;2018-2019"),
    ).toEqual([{ zone: 'A', name: 'Pont de l’Ascension', firstDay: '2019-05-30', lastDay: '2019-06-02' }]);
  });

  it('leaves teachers and secondary schools out, and joins what several rows say of one holiday', () => {
    const rows = ['Enseignants', 'Élèves du second degré', 'Élèves'].map(
      (population) =>
        `Vacances d'Été;${population};2023-07-0${population.length % 9}T00:00:00+02:00;2023-08-30T00:00:00+02:00;Lyon;Zone A;2022-2023`,
    );
    expect(read(...rows)).toHaveLength(1);
    const parts = ['2024-05-09T00:00:00+02:00;2024-05-13', '2024-05-10T00:00:00+02:00;2024-05-11'].map(
      (days) => `Pont de l'Ascension;-;${days}T00:00:00+02:00;Lyon;Zone B;2023-2024`,
    );
    expect(read(...parts)).toEqual([
      { zone: 'B', name: 'Pont de l’Ascension', firstDay: '2024-05-10', lastDay: '2024-05-12' },
    ]);
  });

  it('says which rows cannot be right', () => {
    const said: string[] = [];
    const row =
      'Vacances de Mai;-;2026-05-23T00:00:00+02:00;2026-07-04T00:00:00+02:00;Tahiti;Polynésie;2025-2026';
    expect(publishedSchoolHolidays([head + row], (line) => said.push(line))).toEqual([]);
    expect(said).toEqual(['left out, too long: Polynésie Vacances de Mai 2026-05-23 2026-07-03']);
  });
});

describeWithShared('the official files', () => {
  it('give the built-in calendar', () => {
    const file = (name: string) => readFileSync(join(sharedFolder, 'data', 'calendars', name), 'utf8');
    const files = [file('fr-en-calendrier-scolaire_utc.csv'), file('fr-en-calendrier-scolaire_local.csv')];
    expect(withQuoted(publishedSchoolHolidays(files, () => {}))).toEqual(builtIn);
  });
});
