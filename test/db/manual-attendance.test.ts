import { readAttendance, readAttendanceOf, readSiteAttendance } from '../../db/attendance.ts';
import { saveCorrection } from '../../db/count-corrections.ts';
import { readRecordedDays } from '../../db/coverage.ts';
import { dayOfIso } from '../../db/day.ts';
import { undoImport } from '../../db/import/undo.ts';
import { readManualCounts, saveManualCounts } from '../../db/manual-attendance.ts';
import type { Database } from '../../db/open.ts';
import { listSites } from '../../db/sites.ts';
import { countsOf, problemsOf, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const file = (...rows: readonly string[]) =>
  ['site_type,date,prevision,reel,site_nom', ...rows, ''].join('\n');
const monday = dayOfIso('2016-11-14');
const tuesday = monday + 1;

function filled() {
  const db = bench.database();
  const { batch } = bench.import(db, { 'a.csv': file('E,2016-11-14,105,100,Les Tilleuls') });
  return { db, batch: batch ?? 0, id: listSites(db)[0]?.id ?? 0 };
}
const counts = (db: Database) => {
  const { day, served, staff } = readAttendance(db);
  return [...day].map((of, i) => [of - monday, served[i], staff[i]]);
};

test('a count typed in is read with the others, and taken away without a trace', () => {
  const { db, id } = filled();
  expect(saveManualCounts(db, id, [{ day: tuesday, served: 90 }])).toEqual([{ day: tuesday, served: null }]);
  expect(counts(db)).toEqual([
    [0, 100, 105],
    [1, 90, Number.NaN],
  ]);
  expect(readRecordedDays(db).get(id)).toEqual([monday, tuesday]);
  expect(readManualCounts(db, id, monday, tuesday)).toEqual([{ day: tuesday, served: 90 }]);
  expect(saveManualCounts(db, id, [{ day: tuesday, served: null }])).toEqual([{ day: tuesday, served: 90 }]);
  expect(counts(db)).toEqual([[0, 100, 105]]);
});

test('a later import leaves it as it is and says so; the staff’s figure of the file is taken', () => {
  const { db, id } = filled();
  saveManualCounts(db, id, [{ day: tuesday, served: 90 }]);
  const outcome = bench.importOne(db, file('E,2016-11-15,98,95,Les Tilleuls'));
  expect(countsOf(outcome)).toMatchObject({ read: 1, updated: 1 });
  expect(problemsOf(outcome)).toEqual(['warning - counts-typed -']);
  expect(counts(db)[1]).toEqual([1, 90, 98]);
  // It is still known to be typed in, for the next import too.
  expect(readManualCounts(db, id, monday, tuesday)).toEqual([{ day: tuesday, served: 90 }]);
  const again = bench.importOne(db, file('E,2016-11-15,99,95,Les Tilleuls'));
  expect(problemsOf(again)).toEqual(['warning - counts-typed -']);
  expect(counts(db)[1]).toEqual([1, 90, 99]);
});

test('undoing that import leaves the count as it was typed in', () => {
  const { db, id } = filled();
  saveManualCounts(db, id, [{ day: tuesday, served: 90 }]);
  const { batch } = bench.import(db, { 'b.csv': file('E,2016-11-15,98,95,Les Tilleuls') });
  undoImport(db, batch ?? 0);
  expect(counts(db)[1]).toEqual([1, 90, Number.NaN]);
});

test('the same count in a file is no conflict', () => {
  const { db, id } = filled();
  saveManualCounts(db, id, [{ day: tuesday, served: 90 }]);
  expect(problemsOf(bench.importOne(db, file('E,2016-11-15,,90,Les Tilleuls')))).toEqual([]);
});

test('a site known by its groups alone gets the count as its whole', () => {
  const db = bench.database();
  bench.import(db, {
    'sites.csv': 'nom;genre\nLes Tilleuls;M/E\n',
    'a.csv': file('M,2016-11-14,,40,Les Tilleuls', 'E,2016-11-14,,60,Les Tilleuls'),
  });
  const [site] = listSites(db);
  const whole = listSites(db).find(({ kind }) => kind === 'M/E') ?? site;
  saveManualCounts(db, whole?.id ?? 0, [{ day: tuesday, served: 97 }]);
  const { served } = readSiteAttendance(db, whole?.id ?? 0, tuesday, tuesday);
  expect([...served]).toEqual([97]);
});

test('the counts of some days are those among the counts of all days, corrections too', () => {
  const { db, id } = filled();
  bench.importOne(
    db,
    file('M,2016-11-14,,40,Les Ormes', 'E,2016-11-14,,60,Les Ormes', 'E,2016-11-16,,,Les Tilleuls'),
  );
  saveManualCounts(db, id, [{ day: tuesday, served: 90 }]);
  for (const day of [monday, tuesday + 3]) saveCorrection(db, id, day, 97, '2016-11-20');
  const rows = ({ site, day, served, staff }: ReturnType<typeof readAttendance>) =>
    [...site].map((of, i) => [of, day[i], served[i], staff[i]]);
  const all = rows(readAttendance(db));
  for (const [from, to] of [
    [monday, monday],
    [tuesday, tuesday + 1],
    [monday - 9, tuesday + 9],
    [monday - 9, monday - 1],
  ] as const) {
    const within = all.filter(([, day = 0]) => from <= day && day <= to);
    expect(rows(readAttendanceOf(db, from, to))).toEqual(within);
  }
});
