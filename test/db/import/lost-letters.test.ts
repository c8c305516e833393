import { listQuestions } from '../../../db/questions.ts';
import { Workbench } from '../support/database.ts';
import {
  type Cells,
  csv,
  dates,
  eachDay,
  french,
  importOwn,
  inPreVert,
  storedCounts,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const school = 'École Jean Jaurès';
const spoilt = [
  'École Jean Jaur?s',
  '?cole Jean Jaurès',
  'École Jean Jaur\ufffds',
  '\ufffd\ufffdcole Jean Jaur??s',
];
const linesOf = (...sites: readonly string[]): readonly Cells[] => [
  ['Date', 'Site', 'Repas'],
  ...sites.flatMap((site) => eachDay((at) => [french(dates[at] ?? ''), site, inPreVert(at)])),
];
const sitesIn = (db: ReturnType<Workbench['database']>) =>
  db.prepare('SELECT name FROM site ORDER BY name').pluck().all();

test.each(spoilt)('%s is told, and asked about beside the site on record', async (name) => {
  const db = bench.database();
  await importOwn(bench, db, { bytes: csv(linesOf(school)), name: 'a.csv' });
  const { files } = await importOwn(bench, db, { bytes: csv(linesOf(name)), name: 'b.csv' });
  const told = files.flatMap(({ problems }) => problems).filter(({ code }) => code === 'letters-lost');
  expect(told).toMatchObject([{ level: 'warning', line: 2, column: 'Site', value: name }]);
  expect(sitesIn(db)).toEqual([school]);
  expect(listQuestions(db)).toMatchObject([{ name, proposal: { site: school } }]);
});

test.each([
  [school, spoilt[0]],
  [spoilt[0], school],
  [school, spoilt[3]],
])('%s and %s of one first file are no two canteens', async (first = '', second = '') => {
  const db = bench.database();
  await importOwn(bench, db, { bytes: csv(linesOf(first, second)) });
  expect(sitesIn(db)).toEqual([first]);
  expect(listQuestions(db)).toMatchObject([{ name: second, proposal: { site: first } }]);
});

test('a question is no lost letter, and other names are canteens of their own', async () => {
  const db = bench.database();
  const names = ['Les Lilas ?', 'Jules Ferr?y', 'Prévert'];
  const { files } = await importOwn(bench, db, { bytes: csv(linesOf(...names)) });
  expect(storedCounts(db).size).toBe(3 * dates.length);
  expect(files.flatMap(({ problems }) => problems.map(({ code }) => code))).not.toContain('site-unknown');
  expect(sitesIn(db)).toHaveLength(3);
});
