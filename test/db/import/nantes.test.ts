import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dayOfIso } from '../../../db/day.ts';
import { readHistory } from '../../../db/history.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import { listImports, undoImport } from '../../../db/import/imports.ts';
import type { ImportFileOutcome } from '../../../db/import/outcome.ts';
import type { Database } from '../../../db/open.ts';
import { listQuestions } from '../../../db/questions.ts';
import { describeWithShared, nantesFolder } from '../../support/shared.ts';
import { countsOf, dump, Workbench } from '../support/database.ts';

describeWithShared("import of Nantes' ten files", () => {
  const bench = new Workbench();
  const names = () => readdirSync(nantesFolder).sort();
  const sources = (files: readonly string[]) =>
    files.map((name) => ({ name, path: join(nantesFolder, name) }));
  const run = (db: Database, files: readonly string[]) =>
    importFiles(db, sources(files), { now: '2026-11-23T09:00' });

  const db = bench.database();
  const empty = dump(db);
  const outcome = run(db, names());
  const imported = dump(db);
  const files = new Map(outcome.files.map((file) => [file.file, file]));
  const file = (name: string) => files.get(name) as ImportFileOutcome;

  afterAll(() => bench.close());

  test('every row is imported, unchanged or asked; the counts add up', () => {
    const counts = Object.fromEntries(outcome.files.map((each) => [each.file, countsOf(each)]));
    const clean = (read: number) => ({
      read,
      imported: read,
      updated: 0,
      unchanged: 0,
      refused: 0,
      asked: 0,
    });
    expect(counts).toEqual({
      'cantines.csv': clean(87),
      'effectifs_ecoles.csv': clean(808),
      // 1,250 rows of five names for which the list has no canteen.
      'frequentation.csv': { ...clean(78_601), imported: 77_351, asked: 1250 },
      'greves_manquantes.csv': clean(3),
      // Two strikes are also in the other file.
      'journees_de_greve.csv': { ...clean(89), imported: 87, unchanged: 2 },
      'mapping_ecoles_cantines.csv': clean(121),
      'mapping_frequentation_cantines.csv': { ...clean(121), imported: 116, asked: 5 },
      // On nine days the only dish is "GREVE" or the like: no menu.
      'menus_2011-2016.csv': { ...clean(6196), imported: 6178, unchanged: 18 },
      // Eight rows are empty dishes, written " -".
      'menus_2016-2017.csv': { ...clean(1021), imported: 1013, unchanged: 8 },
      // The file says most holidays twice.
      'vacances.csv': { ...clean(72), imported: 40, unchanged: 32 },
    });
  });

  test('each file is recognised as it is', () => {
    expect(file('menus_2011-2016.csv')).toMatchObject({
      kind: 'menus',
      encoding: 'windows-1252',
      separator: ',',
    });
    expect(file('frequentation.csv')).toMatchObject({
      kind: 'attendance',
      encoding: 'UTF-8',
      firstDay: '2011-01-03',
      lastDay: '2017-07-07',
    });
    expect(file('frequentation.csv').head[0]).toEqual(['site_type', 'date', 'prevision', 'reel', 'site_nom']);
    expect(file('frequentation.csv').head).toHaveLength(6);
    expect(file('journees_de_greve.csv')).toMatchObject({
      kind: 'closures',
      firstDay: '2011-02-10',
      lastDay: '2017-06-26',
    });
  });

  test('each asked row is listed with its line', () => {
    const asked = file('frequentation.csv').problems.filter(({ level }) => level === 'asked');
    expect(asked).toHaveLength(1250);
    expect(new Set(asked.map(({ line }) => line)).size).toBe(1250);
    expect(listQuestions(db).map(({ name, rows }) => [name, rows])).toEqual([
      ['FOYER CLOS TORREAU (dépannage)', 285],
      ['FOYER MANU (dépannage)', 285],
      ['STALINGRAD/FOYER MANU(dépannage )', 285],
      ['STALINGRAD (Foyer Manu)', 254],
      ['STALINGRAD/FOYER MANU', 141],
    ]);
  });

  test('asked rows are told by name; the groups of every file add up to its rows', () => {
    const attendance = file('frequentation.csv');
    const asked = attendance.groups.filter(
      ({ listed }) => attendance.problems[listed[0] ?? 0]?.level === 'asked',
    );
    expect(asked.map(({ rows }) => rows).toSorted()).toEqual([141, 254, 285, 285, 285]);
    for (const { file: name, groups, refused, asked: waiting } of outcome.files) {
      const rows = groups.reduce((sum, group) => sum + group.rows, 0);
      expect({ name, rows }).toEqual({ name, rows: refused + waiting });
    }
  });

  test('holidays that the attendance contradicts are told', () => {
    const told = file('vacances.csv').problems.map(({ code, params }) => [
      code,
      'firstDay' in params && params.firstDay,
    ]);
    expect(told).toEqual([
      ['holiday-with-service', '2016-02-13'],
      ['holiday-with-service', '2016-04-16'],
      ['holiday-with-service', '2017-02-18'],
      ['holiday-with-service', '2017-04-22'],
    ]);
  });

  test('a second import changes nothing and says so', () => {
    const second = run(db, names());
    expect(second.batch).toBeNull();
    expect(dump(db)).toEqual(imported);
    for (const each of second.files) {
      const { read, unchanged, asked } = countsOf(each);
      expect(unchanged + asked).toBe(read);
      expect(read).toBe(file(each.file).read);
      expect(asked).toBe(file(each.file).asked);
    }
    const recognised = second.files.filter(({ problems }) =>
      problems.some(({ code }) => code === 'already-imported'),
    );
    expect(recognised.map(({ file: name }) => name)).toContain('greves_manquantes.csv');
  });

  test('the order of the files does not matter', () => {
    const other = bench.database();
    run(other, names().reverse());
    const withoutFiles = (lines: readonly string[]) =>
      lines.filter((line) => !line.startsWith('import_file '));
    expect(withoutFiles(dump(other)).map(forgetIds).sort()).toEqual(
      withoutFiles(imported).map(forgetIds).sort(),
    );
  });

  test('history: 87 sites, one entry per site and day, sorted', () => {
    const { sites, attendance, enrolment, menu, closures, holidays } = readHistory(db);
    // A cell "pommes ou poires" is a choice of two dishes.
    expect(menu.filter(({ choice }) => choice !== null).length).toBe(16);
    expect(sites).toHaveLength(87);
    expect(attendance.site).toHaveLength(75_620);
    for (let at = 1; at < attendance.site.length; at++) {
      const step = attendance.site[at] - attendance.site[at - 1];
      const later = attendance.day[at] > attendance.day[at - 1];
      expect(step > 0 || (step === 0 && later)).toBe(true);
    }
    expect([enrolment.length, menu.length, closures.length, holidays.length]).toEqual([607, 7201, 90, 40]);
  });

  test('guest groups add up, names of one group complement each other', () => {
    const fournier = dayCounts(db, 'ALAIN FOURNIER E', '2016-04-25');
    expect(fournier).toEqual([51 + 42, 75 + 47]);
    // CHENE DARON has the staff's figure, CHENE D'ARON the meals served.
    expect(dayCounts(db, "CHENE D'ARON E", '2011-01-06')).toEqual([126, 130]);
    // The meals of maternelle are unknown that day: part of a sum would mislead.
    expect(dayCounts(db, 'EMILE PEHANT', '2012-09-10')).toEqual([Number.NaN, Number.NaN]);
    expect(dayCounts(db, 'EMILE PEHANT', '2012-01-03')).toEqual([165 + 89, Number.NaN]);
  });

  test('undo brings back the empty database, to the byte of a dump', () => {
    const { batch } = listImports(db)[0];
    expect(undoImport(db, batch)).toMatchObject({ batch, kept: 0 });
    expect(dump(db)).toEqual(empty);
  });

  test('a dry run says the same and writes nothing', () => {
    const dry = importFiles(db, sources(names()), { now: '2026-11-23T09:00', dryRun: true });
    expect(dry).toMatchObject({ batch: null, dryRun: true });
    expect(dry.files).toEqual(outcome.files);
    expect(dump(db)).toEqual(empty);
  });

  test('lists that come later resolve the rows kept aside', () => {
    const late = bench.database();
    run(late, ['cantines.csv']);
    const first = run(late, ['frequentation.csv']).files[0];
    expect(countsOf(first).asked).toBeGreaterThan(1250);
    run(late, ['mapping_frequentation_cantines.csv']);
    expect(listQuestions(late)).toHaveLength(5);
    expect(readHistory(late).attendance.site).toHaveLength(75_620);
  });

  test('one file alone makes its sites', () => {
    const alone = bench.database();
    const only = run(alone, ['frequentation.csv']).files[0];
    // One name may be another spelling of a second one: a question.
    expect(countsOf(only)).toMatchObject({ imported: 78_460, asked: 141 });
    expect(readHistory(alone).sites).toHaveLength(119);
  });

  function dayCounts(from: Database, site: string, date: string): readonly [number, number] {
    const { sites, attendance } = readHistory(from);
    const id = sites.find(({ name }) => name === site)?.id;
    const at = attendance.site.findIndex(
      (each, index) => each === id && attendance.day[index] === dayOfIso(date),
    );
    return [attendance.served[at], attendance.staff[at]];
  }
});

/** Ids are given in the order of writing: compared without them. */
function forgetIds(line: string): string {
  return line.replace(/^(closure|menu_item|site|site_name|school) \[\d+,/, '$1 [');
}
