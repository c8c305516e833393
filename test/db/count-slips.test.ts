import { answerCountSlip, findCountSlips, listCountSlips } from '../../db/count-slips.ts';
import { undoImport } from '../../db/import/imports.ts';
import type { ReadonlyDatabase } from '../../db/open.ts';
import { countSlips } from '../../forecasting/frame/count-slips.ts';
import { countsOf, dump, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const judged = { judgeCounts: countSlips };
const file = (counts: readonly number[], month = '09') =>
  [
    'site,date,served',
    ...counts.map((count, i) => `Lilas,2026-${month}-${`${i + 1}`.padStart(2, '0')},${count}`),
  ].join('\n');
const servedOn = (db: ReadonlyDatabase, day: string) =>
  db.prepare('SELECT served FROM attendance WHERE day = unixepoch(?) / 86400').pluck().get(day);

test('a count ten times the usual one is asked about before it counts', () => {
  const db = bench.database();
  const report = bench.importOne(db, file([31, 29, 33, 30, 290]), judged);
  expect(countsOf(report)).toEqual({ read: 5, imported: 4, updated: 0, unchanged: 0, refused: 0, asked: 1 });
  expect(report.problems.filter(({ level }) => level === 'asked')).toMatchObject([
    { level: 'asked', line: 6, column: 'served', value: '290', code: 'count-unlikely' },
  ]);
  expect(servedOn(db, '2026-09-05')).toBeNull();
  expect(listCountSlips(db)).toMatchObject([{ site: 'Lilas', date: '2026-09-05', served: 290, usual: 31 }]);
});

test('it is judged against what is on record, and gives the record back', () => {
  const db = bench.database();
  bench.importOne(db, file([31, 29, 33, 30, 32]), judged);
  const report = bench.importOne(
    db,
    'site,date,served\nLilas,2026-09-05,320\nLilas,2026-09-06,300\n',
    judged,
  );
  expect(countsOf(report)).toEqual({ read: 2, imported: 0, updated: 0, unchanged: 0, refused: 0, asked: 2 });
  expect(servedOn(db, '2026-09-05')).toBe(32);
  expect(servedOn(db, '2026-09-06')).toBeNull();
});

test('an answer stands: the same file asks nothing twice', () => {
  const db = bench.database();
  const text = file([31, 29, 33, 30, 290, 280]);
  bench.importOne(db, text, judged);
  const [first, second] = listCountSlips(db);
  answerCountSlip(db, first?.nameId ?? 0, '2026-09-05', 'taken');
  answerCountSlip(db, second?.nameId ?? 0, '2026-09-06', 'aside');
  expect(servedOn(db, '2026-09-05')).toBe(290);
  expect(servedOn(db, '2026-09-06')).toBeNull();
  // A line more, so that the file is read again.
  const again = bench.importOne(db, `${text}\nLilas,2026-09-07,30`, judged);
  expect(countsOf(again)).toMatchObject({ read: 7, imported: 1, asked: 0, unchanged: 6 });
  expect([servedOn(db, '2026-09-05'), servedOn(db, '2026-09-06')]).toEqual([290, null]);
  answerCountSlip(db, first?.nameId ?? 0, '2026-09-05', 'asked');
  expect(servedOn(db, '2026-09-05')).toBeNull();
});

test('undoing the import takes the question away, whatever was answered', () => {
  const db = bench.database();
  bench.importOne(db, file([31, 29, 33, 30, 32]), judged);
  const before = dump(db);
  for (const state of ['asked', 'aside', 'taken'] as const) {
    const { batch } = bench.import(db, { 'october.csv': file([31, 29, 33, 30, 290], '10') }, judged);
    const [slip] = listCountSlips(db);
    answerCountSlip(db, slip?.nameId ?? 0, '2026-10-05', state);
    undoImport(db, batch ?? 0);
    expect(dump(db).filter((line) => !line.includes('sqlite_sequence'))).toEqual(
      before.filter((line) => !line.includes('sqlite_sequence')),
    );
  }
});

test('what was imported before counts were judged is found', () => {
  const db = bench.database();
  bench.importOne(db, file([31, 29, 33, 30, 290]));
  expect(findCountSlips(db, countSlips, null)).toMatchObject([{ count: 290 }]);
});

test('a row under a name without a site is counted as asked once', () => {
  const db = bench.database();
  bench.importOne(db, file([31, 29, 33, 30, 32]), judged);
  const strangers = file([100, 102, 99, 101, 1000], '10').replaceAll('Lilas', 'Jean Moulin');
  const report = bench.importOne(db, strangers, judged);
  expect(countsOf(report)).toEqual({ read: 5, imported: 0, updated: 0, unchanged: 0, refused: 0, asked: 5 });
});
