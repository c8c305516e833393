import { Workbench } from '../support/database.ts';
import {
  askedOf,
  csv,
  dates,
  importOwn,
  inPreVert,
  inTilleuls,
  monthNames,
  ofBoth,
  preVert,
  sorted,
  storedCounts,
  tilleuls,
  weekdayName,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

async function enrolmentOf(rows: Parameters<typeof csv>[0], name = 'effectifs.csv', answers = {}) {
  const db = bench.database();
  const outcome = await importOwn(bench, db, {
    bytes: csv(rows),
    name,
    answers: { 'new-sites': 'yes', ...answers },
  });
  const stored = db
    .prepare(
      `SELECT c.name || ' ' || e.school_year || ' ' || e.children FROM enrolment e JOIN school c ON c.id = e.school_id
       ORDER BY 1`,
    )
    .pluck()
    .all() as string[];
  return { asked: askedOf(outcome), stored, refused: outcome.files[0].refused, kind: outcome.files[0].kind };
}

const [one, two] = [tilleuls, preVert];
const years = [`${two} 2023 45`, `${two} 2024 47`, `${one} 2023 120`, `${one} 2024 118`];

test.each<[string, Parameters<typeof csv>[0]]>([
  [
    'years as columns',
    [
      ['École', '2023-2024', '2024-2025'],
      [one, 120, 118],
      [two, 45, 47],
    ],
  ],
  [
    'with words, slashes and a total',
    [
      ['Effectifs des écoles'],
      ['Nom de l’école', 'Effectif 2023/2024', 'Effectif 2024/2025'],
      [one, 120, 118],
      [two, 45, 47],
      ['TOTAL', 165, 165],
    ],
  ],
  [
    'rentrées',
    [
      ['Établissement', 'Rentrée 2023', 'Rentrée 2024'],
      [one, 120, 118],
      [two, 45, 47],
    ],
  ],
  [
    'levels of each year',
    [
      ['', '2023-2024', '', '', '2024-2025', '', ''],
      ['École', 'Maternelle', 'Élémentaire', 'Total', 'Maternelle', 'Élémentaire', 'Total'],
      [one, 50, 70, 120, 48, 70, 118],
      [two, 20, 25, 45, 21, 26, 47],
      ['Total', 70, 95, 165, 69, 96, 165],
    ],
  ],
  [
    'years of each level',
    [
      ['', 'Mat.', '', 'Élém.', ''],
      ['École', '2023-2024', '2024-2025', '2023-2024', '2024-2025'],
      [one, 50, 48, 70, 70],
      [two, 20, 21, 25, 26],
    ],
  ],
  [
    'level and year in one title',
    [
      [
        'École',
        'Maternelle 2023-2024',
        'Élémentaire 2023-2024',
        'Maternelle 2024-2025',
        'Élémentaire 2024-2025',
      ],
      [one, 50, 70, 48, 70],
      [two, 20, 25, 21, 26],
    ],
  ],
])('enrolment: %s', async (_, rows) => {
  expect(await enrolmentOf(rows)).toMatchObject({ kind: 'enrolment', asked: [], refused: 0, stored: years });
});

const classes = [
  ['École', 'CP', 'CE1', 'CE2', 'CM1', 'CM2', 'Total'],
  [one, 25, 24, 23, 24, 22, 118],
  [two, 10, 9, 9, 10, 9, 47],
];
const ofClasses = [`${two} 2024 47`, `${one} 2024 118`];

test('classes as columns are added up, the year is said by a heading', async () => {
  const read = { asked: [], refused: 0, stored: ofClasses };
  expect(await enrolmentOf([['Effectifs 2024-2025'], ...classes])).toMatchObject(read);
  expect(await enrolmentOf(classes, 'effectifs rentrée 2024.csv')).toMatchObject(read);
});

test('of columns of one year that are no parts, none is taken for the whole', async () => {
  const rows = [
    ['', '2023-2024', '', '2024-2025', ''],
    ['École', 'Demi-pension', 'Externes', 'Demi-pension', 'Externes'],
    [one, 50, 70, 48, 70],
    [two, 20, 25, 21, 26],
  ];
  expect(await enrolmentOf(rows)).toMatchObject({ kind: null, stored: [] });
});

test('classes as columns without a year are asked about once', async () => {
  expect(await enrolmentOf(classes)).toMatchObject({ asked: ['year'], stored: [] });
  expect(await enrolmentOf(classes, 'e.csv', { year: '2024-2025' })).toMatchObject({
    asked: [],
    stored: ofClasses,
  });
});

const served = (titles: readonly string[], parts: (date: string) => readonly (string | number)[]) => [
  [...titles, 'Site', 'Repas servis'],
  ...dates.flatMap((date, at) => [
    [...parts(date), tilleuls, inTilleuls(at)],
    [...parts(date), preVert, inPreVert(at)],
  ]),
];
/** The ISO week of a date of September or October 2025: that of 1 September is the 36th. */
const weekOf = (date: string) => 36 + Math.floor((Date.parse(date) - Date.UTC(2025, 8, 1)) / 604_800_000);
const weekday = (date: string) => weekdayName(dates.indexOf(date));
const part = (date: string, at: number) => Number(date.split('-')[at]);

test.each<[string, Parameters<typeof csv>[0]]>([
  ['numbers', served(['Année', 'Mois', 'Jour'], (date) => [part(date, 0), part(date, 1), part(date, 2)])],
  [
    'day first, names of months',
    served(['Jour', 'Mois', 'Année'], (date) => [
      part(date, 2),
      monthNames[part(date, 1) - 1] as string,
      part(date, 0),
    ]),
  ],
  [
    'a school year',
    served(['Année scolaire', 'Mois', 'Jour'], (date) => ['2025-2026', part(date, 1), part(date, 2)]),
  ],
  [
    'year, week and weekday',
    served(['Année', 'Semaine', 'Jour'], (date) => [2025, weekOf(date), weekday(date)]),
  ],
  [
    'a week with its year, and a weekday',
    served(['Semaine', 'Jour'], (date) => [`2025-S${weekOf(date)}`, weekday(date)]),
  ],
  [
    'a school year, a week and a weekday',
    served(['Année scolaire', 'N° semaine', 'Jour'], (date) => [
      '2025/2026',
      `S${weekOf(date)}`,
      weekday(date),
    ]),
  ],
])('a date in several columns: %s', async (_, rows) => {
  const db = bench.database();
  const outcome = await importOwn(bench, db, { bytes: csv(rows) });
  expect([askedOf(outcome), sorted(storedCounts(db))]).toEqual([[], sorted(ofBoth)]);
});

test('a week and a weekday are asked for their year', async () => {
  const rows = served(['Semaine', 'Jour'], (date) => [weekOf(date), weekday(date)]);
  const open = bench.database();
  expect(askedOf(await importOwn(bench, open, { bytes: csv(rows) }))).toEqual(['year']);
  const db = bench.database();
  await importOwn(bench, db, { bytes: csv(rows), answers: { year: '2025-2026' } });
  expect(sorted(storedCounts(db))).toEqual(sorted(ofBoth));
});

test('a day and a month in two columns are asked for their year', async () => {
  const rows = served(['Mois', 'Jour'], (date) => [part(date, 1), part(date, 2)]);
  const open = bench.database();
  expect(askedOf(await importOwn(bench, open, { bytes: csv(rows) }))).toEqual(['year']);
  const db = bench.database();
  await importOwn(bench, db, { bytes: csv(rows), answers: { year: '2025-2026' } });
  expect(sorted(storedCounts(db))).toEqual(sorted(ofBoth));
});
