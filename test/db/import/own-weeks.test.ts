import { xlsx } from '../../support/xlsx.ts';
import { Workbench } from '../support/database.ts';
import {
  alone,
  askedOf,
  type Cells,
  type Counts,
  countsOf,
  csv,
  dates,
  eachDay,
  french,
  importOwn,
  inPreVert,
  inTilleuls,
  ofAlone,
  ofBoth,
  preVert,
  sorted,
  storedCounts,
  tilleuls,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const [monday, day] = [Date.UTC(2025, 8, 1), 86_400_000];
const isoAfter = (days: number) => new Date(monday + days * day).toISOString().slice(0, 10);
const weeks = [...new Set(dates.map((date) => Math.floor((Date.parse(date) - monday) / (7 * day))))];
const mondayOf = (week: number) => french(isoAfter(week * 7));
const titles = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi'];
/** The counts of a week, from Monday to Friday. */
const countsIn = (week: number, of: (at: number) => number) =>
  titles.map((_, weekday) => {
    const at = dates.indexOf(isoAfter(week * 7 + weekday));
    return at < 0 ? '' : of(at);
  });

test.each<[string, readonly Cells[], Counts, object]>([
  [
    'its Monday beside the site and the days',
    [
      ['Établissement', 'Semaine du', ...titles, 'Total'],
      ...weeks.flatMap((week) => [
        [tilleuls, mondayOf(week), ...countsIn(week, inTilleuls), 1],
        [preVert, mondayOf(week), ...countsIn(week, inPreVert), 1],
      ]),
    ],
    ofBoth,
    {},
  ],
  [
    'a line for each service',
    [
      ['Site', 'Prestation', 'Semaine du', ...titles],
      ...weeks.flatMap((week) => [
        [tilleuls, 'Cantine', mondayOf(week), ...countsIn(week, inTilleuls)],
        [tilleuls, 'Garderie', mondayOf(week), ...countsIn(week, () => 12)],
      ]),
    ],
    countsOf(tilleuls, inTilleuls),
    {},
  ],
  [
    'a line for each level',
    [
      ['Semaine du', 'Niveau', ...titles],
      ...weeks.flatMap((week) => [
        [mondayOf(week), 'Maternelle', ...countsIn(week, inPreVert)],
        ['', 'Élémentaire', ...countsIn(week, inTilleuls)],
      ]),
    ],
    countsOf(alone, (at) => inTilleuls(at) + inPreVert(at)),
    { site: alone, lines: 'sum' },
  ],
])('a line for a week: %s', async (_, rows, counts, answers) => {
  const db = bench.database();
  const outcome = await importOwn(bench, db, { bytes: csv(rows), answers });
  expect([askedOf(outcome), sorted(storedCounts(db))]).toEqual([[], sorted(counts)]);
});

test('those who do not eat are no canteen beside those who do', async () => {
  const rows = [
    ['Date', 'Mangent', 'Ne mangent pas'],
    ...eachDay((at) => [french(dates[at] ?? ''), inTilleuls(at), 4]),
  ];
  const db = bench.database();
  await importOwn(bench, db, { bytes: csv(rows), answers: { site: alone } });
  expect(sorted(storedCounts(db))).toEqual(sorted(ofAlone));
});

const sheetsOf = (names: readonly string[], rows: (week: number) => readonly Cells[]) =>
  xlsx(names.map((name, week) => ({ name, rows: rows(week) })));
/** Each weekday of the two canteens in the weeks of 2, 9 and 30 September 2024. */
const weekBook = (names: readonly string[]) =>
  sheetsOf(names, (week) => [
    ['Site', ...titles],
    [tilleuls, ...titles.map((_, at) => 40 + week * 5 + at)],
    [preVert, ...titles.map((_, at) => 20 + week * 5 + at)],
  ]);
const inWeeks = (site: string, first: number): Counts =>
  new Map(
    ['2024-09-02', '2024-09-09', '2024-09-30'].flatMap((from, week) =>
      titles.map((_, at): [string, number] => [
        `${new Date(Date.parse(from) + at * day).toISOString().slice(0, 10)} ${site}`,
        first + week * 5 + at,
      ]),
    ),
  );

describe.each([
  [['02-09 au 06-09', '09-09 au 13-09', '30-09 au 04-10']],
  [['S36 02-06 sept', 'S37 09-13 sept', 'S40 30 sept-04 oct']],
  [['du 2 au 6 sept.', 'du 9 au 13 sept.', 'du 30 sept. au 4 oct.']],
])('weeks that only the names of sheets tell: %s', (names) => {
  test.each<[string, Uint8Array, Counts, object]>([
    ['in columns', weekBook(names), new Map([...inWeeks(tilleuls, 40), ...inWeeks(preVert, 20)]), {}],
    [
      'in lines',
      sheetsOf(names, (week) => [
        ['Jour', 'Repas'],
        ...titles.map((title, at): Cells => [title, 40 + week * 5 + at]),
      ]),
      inWeeks(alone, 40),
      { site: alone },
    ],
  ])('weekdays %s', async (_, bytes, counts, answers) => {
    const db = bench.database();
    const file = { bytes, name: 'cantine.xlsx' };
    const asked = (await importOwn(bench, db, { ...file, answers })).files.flatMap(({ questions }) =>
      questions.map(({ id, proposal }) => [id, proposal]),
    );
    expect(asked).toEqual([['year', '2024-2025']]);
    await importOwn(bench, db, { ...file, answers: { ...answers, year: '2024-2025' } });
    expect(sorted(storedCounts(db))).toEqual(sorted(counts));
  });

  test('no row lands on a day of a year in which they are no weeks', async () => {
    const db = bench.database();
    await importOwn(bench, db, {
      bytes: weekBook(names),
      name: 'cantine.xlsx',
      answers: { year: '2025-2026' },
    });
    expect(sorted(storedCounts(db))).toEqual([]);
  });
});

test('small counts below a weekday number no week', async () => {
  const db = bench.database();
  const rows = [
    ['Site', ...titles],
    [tilleuls, 40, 41, 42, 43, 44],
    [preVert, 20, 21, 22, 23, 24],
  ];
  await importOwn(bench, db, { bytes: csv(rows), answers: { year: '2025-2026' } });
  expect(sorted(storedCounts(db))).toEqual([]);
});
