import { Workbench } from '../support/database.ts';
import {
  type Cells,
  codesOf,
  csv,
  dates,
  eachDay,
  french,
  importOwn,
  weekdayName,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const closed = [3, 4, 11];
const calendar = (titles: Cells, shut: string, open: string): readonly Cells[] => [
  titles,
  ...eachDay((at) => [french(dates[at] ?? ''), weekdayName(at), closed.includes(at) ? shut : open]),
];
const read = async (rows: readonly Cells[]) => {
  const db = bench.database();
  const outcome = await importOwn(bench, db, { bytes: csv(rows), name: 'calendrier.csv' });
  const closures = db.prepare('SELECT date, kind FROM closure ORDER BY date').raw().all();
  return { closures, codes: codesOf(outcome) };
};

test.each([
  ['Ouvert O/N', 'N', 'O'],
  ['Ouvert', 'Non', 'Oui'],
  ['Cantine ouverte', 'fermé', 'oui'],
  ['Ouvert (1/0)', '0', '1'],
  ['Statut', 'Fermé', 'Ouvert'],
  ['Fermeture', 'X', ''],
  ['Fermé', 'oui', 'non'],
])('closed days of a calendar: %s, %s', async (title, shut, open) => {
  expect(await read(calendar(['Date', 'Jour', title], shut, open))).toEqual({
    closures: closed.map((at) => [dates[at], 'closure']),
    codes: [],
  });
});

test('a day of which the calendar says nothing is told, and neither open nor closed', async () => {
  const { closures, codes } = await read(calendar(['Date', 'Jour', 'Ouvert O/N'], '', 'O'));
  expect(closures).toEqual([]);
  expect(codes).toEqual(closed.map(() => 'missing-value'));
});

test('a column of open days beside counts makes no closures of meals served', async () => {
  const rows = [
    ['Date', 'Site', 'Ouvert', 'Repas'],
    ...eachDay((at): Cells => [french(dates[at] ?? ''), 'Val-Fleuri', 'O', 30 + at]),
  ];
  expect((await read(rows)).closures).toEqual([]);
});
