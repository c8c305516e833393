import { Workbench } from '../support/database.ts';
import { csv, dates, eachDay, french, inTilleuls, storedCounts } from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const table = csv([
  ['Date', 'Repas servis'],
  ...eachDay((at) => [french(dates[at] as string), inTilleuls(at)]),
]);
const remembered = () => {
  const db = bench.database();
  bench.import(db, { 'val-fleuri.csv': table }, { answers: { all: { site: 'Val-Fleuri' } }, remember: true });
  return db;
};
const sitesOf = (db: ReturnType<typeof remembered>) =>
  new Set([...storedCounts(db).keys()].map((key) => key.slice(11)));
const later = table.replaceAll('/2025;', '/2024;');

test('a remembered canteen holds for another file that names none, and the report says so', () => {
  const db = remembered();
  const [file] = bench.import(db, { 'export.csv': later }).files;
  expect(file.problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['profile-used', 'site-of-file']),
  );
  expect(sitesOf(db)).toEqual(new Set(['Val-Fleuri']));
});

test.each([
  ['the file’s name', 'Les Tilleuls.csv', later],
  ['a heading', 'export.csv', `École : Les Tilleuls;\n${later}`],
])('a remembered canteen does not hold for a file that names another one: %s', (_, name, bytes) => {
  const db = remembered();
  const before = storedCounts(db);
  const [file] = bench.import(db, { [name]: bytes }).files;
  const stored = [...storedCounts(db).keys()].filter((key) => !before.has(key)).map((key) => key.slice(11));
  // Named for sure it is taken; named by the file alone it is asked.
  expect(file.questions.map(({ id }) => id).includes('site') || stored[0] === 'Les Tilleuls').toBe(true);
  expect([...storedCounts(db).keys()].filter((key) => key.endsWith('Val-Fleuri'))).toHaveLength(before.size);
});

test('remembered columns do not hold where they contain other things', () => {
  const db = bench.database();
  const titles = 'A;B;C\n';
  const first = `${titles}01/09/2025;Les Tilleuls;60\n02/09/2025;Les Tilleuls;62\n`;
  const reading = { kind: 'attendance', columns: { date: 0, site: 1, served: 2 } } as const;
  bench.import(db, { 'a.csv': first }, { readings: { 'a.csv': reading }, remember: true });
  const swapped = `${titles}Les Tilleuls;64;03/09/2025\nLes Tilleuls;65;04/09/2025\n`;
  const [file] = bench.import(db, { 'b.csv': swapped }).files;
  expect(file.problems.map(({ code }) => code)).toContain('profile-left');
  expect(file.refused).toBe(0);
});
