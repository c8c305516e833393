import { readHistory } from '../../../db/history.ts';
import { listImports, undoImport } from '../../../db/import/imports.ts';
import { listQuestions } from '../../../db/questions.ts';
import { summariseSites } from '../../../db/sites.ts';
import { countsOf, dump, Workbench } from '../support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const attendance = 'site,type,date,reel\nLe Port,E,2024-09-02,90\nLe Port,E,2024-09-03,92\n';
const corrected = 'site,type,date,reel\nLe Port,E,2024-09-03,91\n';

describe('sites', () => {
  test('are made by the first attendance file, and by no later one', () => {
    const db = bench.database();
    bench.import(db, { 'a.csv': attendance, 'b.csv': attendance.replaceAll('Le Port', 'Aubrac') });
    expect(readHistory(db).sites.map(({ name }) => name)).toEqual(['Le Port', 'Aubrac']);
    expect(bench.importOne(db, attendance.replaceAll('Le Port', 'Sully'))).toMatchObject({ asked: 2 });
    expect(listQuestions(db).map(({ name }) => name)).toEqual(['Sully']);
  });

  test('are made by lists only, when the call brings one', () => {
    const db = bench.database();
    const { files } = bench.import(db, {
      'a.csv': attendance,
      'sites.csv': 'cantine_nom,cantine_type\nAubrac,E\n',
    });
    expect(files[0]).toMatchObject({ asked: 2 });
    expect(readHistory(db).sites.map(({ name }) => name)).toEqual(['Aubrac']);
  });

  test('of attendance are known to the other files of the call, in any order', () => {
    const db = bench.database();
    const { files } = bench.import(db, {
      'closures.csv': 'date,motif,cantine\n2024-09-05,Travaux,le port\n',
      'servings.csv': 'date,site,type,plat,servis\n2024-09-02,LE PORT,E,Melon,80\n',
      'pupils.csv': 'Ecole,Année scolaire,Effectif\nLe Port,2024-2025,110\n',
      'a.csv': attendance,
    });
    expect(files.map(({ asked }) => asked)).toEqual([0, 0, 0, 0]);
    const { closures, enrolment } = readHistory(db);
    expect(closures).toMatchObject([{ siteId: 1, kind: 'closure' }]);
    expect(enrolment).toEqual([{ siteId: 1, schoolYear: 2024, children: 110, entered: '2026-11-23' }]);
  });

  test('are one canteen again when a later list says so, until the list is undone', () => {
    const db = bench.database();
    const spellings = attendance + attendance.replaceAll('Le Port', 'Port E').replace(/^.*\n/, '');
    bench.importOne(db, spellings.replace('Port E,E,2024-09-02', 'Port E,E,2024-09-05'));
    const sitesShown = () =>
      [readHistory(db).sites, summariseSites(db)].map((list) => list.map((s) => s.name));
    expect(sitesShown()).toEqual([
      ['Le Port', 'Port E'],
      ['Le Port', 'Port E'],
    ]);
    const list = 'site_nom,site_type,cantine_nom,cantine_type\nLe Port,E,Port E,E\n';
    const { batch } = bench.import(db, { 'names.csv': list });
    expect(sitesShown()).toEqual([['Port E'], ['Port E']]);
    expect(new Set(readHistory(db).attendance.site)).toEqual(new Set([readHistory(db).sites[0]?.id]));
    undoImport(db, batch ?? 0);
    expect(sitesShown()[0]).toEqual(['Le Port', 'Port E']);
  });
});

describe('the same file again', () => {
  test('is noticed before it is read, and changes nothing', () => {
    const db = bench.database();
    bench.importOne(db, attendance);
    const before = dump(db);
    const { batch, files } = bench.import(db, { 'renamed.csv': attendance });
    expect(batch).toBeNull();
    expect(files[0]).toMatchObject({
      kind: 'attendance',
      read: 2,
      unchanged: 2,
      firstDay: '2024-09-02',
      lastDay: '2024-09-03',
      problems: [{ code: 'already-imported', params: { batch: 1, at: '2026-11-23T09:00' } }],
    });
    expect(dump(db)).toEqual(before);
  });

  test('is read again when a later file wrote over it, or when it was undone', () => {
    const db = bench.database();
    bench.importOne(db, attendance);
    bench.importOne(db, corrected);
    expect(countsOf(bench.importOne(db, attendance))).toMatchObject({ updated: 1, unchanged: 1 });
    for (const { batch } of listImports(db)) {
      undoImport(db, batch);
    }
    expect(countsOf(bench.importOne(db, attendance))).toMatchObject({ imported: 2 });
  });

  test('with other bytes but the same rows is unchanged, row by row', () => {
    const db = bench.database();
    bench.importOne(db, attendance);
    const again = bench.importOne(db, attendance.replaceAll('\n', '\r\n').replaceAll(',', ';'));
    expect(countsOf(again)).toMatchObject({ read: 2, unchanged: 2 });
    expect(again.problems).toEqual([]);
  });
});

describe('a menu', () => {
  test('that comes anew replaces the day, and no other day', () => {
    const db = bench.database();
    bench.importOne(db, 'date,plat\n2024-09-02,Melon\n2024-09-02,Dinde\n2024-09-03,Soupe\n');
    const file = bench.importOne(db, 'date,plat\n2024-09-02,Omelette\n');
    expect(countsOf(file)).toMatchObject({ read: 1, updated: 1 });
    expect(readHistory(db).menu.map(({ date, dish }) => `${date} ${dish}`)).toEqual([
      '2024-09-02 Omelette',
      '2024-09-03 Soupe',
    ]);
  });
});

test('a dry run tells what the real run then does, and writes nothing', () => {
  const db = bench.database();
  bench.importOne(db, attendance);
  const before = dump(db);
  const files = { 'b.csv': corrected, 'c.csv': 'date,plat\n2024-09-02,Melon\n' };
  const dry = bench.import(db, files, { dryRun: true });
  expect(dump(db)).toEqual(before);
  const real = bench.import(db, files);
  expect(dry).toEqual({ ...real, batch: null, dryRun: true });
  expect(real.batch).toBe(2);
});

test('imports are listed, the latest first, with their files and sums', () => {
  const db = bench.database();
  bench.import(db, { 'a.csv': attendance, 'photo.png': Buffer.from('\x89PNG\r\n', 'latin1') });
  bench.importOne(db, corrected);
  expect(listImports(db)).toMatchObject([
    {
      batch: 2,
      at: '2026-11-23T09:00',
      read: 1,
      updated: 1,
      files: [{ file: 'file.csv', kind: 'attendance' }],
    },
    {
      batch: 1,
      read: 2,
      imported: 2,
      files: [{ file: 'a.csv' }, { file: 'photo.png', kind: null, read: 0 }],
    },
  ]);
});

test.each([
  ['Entrée;Plat', ['starter', 'main']],
  ['Plat;Garniture', ['main', 'side']],
  ['Plat;Fromage', ['main', 'dairy']],
  ['Plat;Dessert', ['main', 'dessert']],
  ['Plat', [null]],
])('a menu of the columns %s keeps each of them', (titles, courses) => {
  const db = bench.database();
  const dishes = courses.map((_, i) => `Recette ${i}`).join(';');
  const file = bench.importOne(db, `date;${titles}\n15/01/2026;${dishes}\n`);
  expect(file).toMatchObject({ kind: 'menus', problems: [] });
  const kept = db.prepare('SELECT course FROM menu_item WHERE dish IS NOT NULL ORDER BY position').pluck();
  expect(kept.all()).toEqual(courses);
});
