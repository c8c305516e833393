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
