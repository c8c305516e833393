import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { readHistory } from '../../../db/history.ts';
import { listImports, UnknownImportError, undoImport } from '../../../db/import/imports.ts';
import { migrate } from '../../../db/migrations/migrate.ts';
import { migrations } from '../../../db/migrations/migrations.ts';
import { type Database, openDatabase } from '../../../db/open.ts';
import { countQuestions } from '../../../db/questions.ts';
import { addSite } from '../../../db/sites.ts';
import { dump, Workbench } from '../support/database.ts';
import { generator } from '../support/random.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const header = 'site_nom,site_type,date,prevision,reel\n';
const day1 = `${header}Les Tilleuls,E,2024-09-02,100,95\nLes Tilleuls,E,2024-09-03,100,97\n`;
const corrected = `${header}Les Tilleuls,E,2024-09-03,100,98\nLes Tilleuls,E,2024-09-05,100,99\n`;
const correctedAgain = `${header}Les Tilleuls,E,2024-09-03,100,88\n`;

const served = (db: Database) => [...readHistory(db).attendance.served];

function batchOf(db: Database, files: Readonly<Record<string, string>>): number {
  return bench.import(db, files).batch ?? 0;
}

describe('undo of the last import', () => {
  test('puts overwritten rows back and removes new ones', () => {
    const db = bench.database();
    batchOf(db, { 'a.csv': day1 });
    const before = dump(db);
    const second = batchOf(db, { 'b.csv': corrected });
    expect(served(db)).toEqual([95, 98, 99]);
    expect(undoImport(db, second)).toEqual({
      ...{ batch: second, restored: 2, kept: 0 },
      ...{ keptSites: [], keptOrders: [] },
    });
    expect(dump(db)).toEqual(before);
    expect(served(db)).toEqual([95, 97]);
  });

  test('of a menu that got shorter brings the lost dishes back', () => {
    const db = bench.database();
    const menu = (dishes: readonly string[]) =>
      `date,plat\n${dishes.map((dish) => `2024-09-02,${dish}`).join('\n')}`;
    batchOf(db, { 'a.csv': menu(['Melon', 'Rôti de dinde', 'Petits pois', 'Yaourt']) });
    const before = dump(db);
    const second = batchOf(db, { 'b.csv': menu(['Melon', 'Omelette']) });
    expect(readHistory(db).menu.map(({ dish }) => dish)).toEqual(['Melon', 'Omelette']);
    undoImport(db, second);
    expect(dump(db)).toEqual(before);
  });

  test('of a list makes its names questions again', () => {
    const db = bench.database();
    bench.import(db, { 'sites.csv': 'cantine_nom,cantine_type\nTilleuls,E\n' });
    bench.import(db, { 'a.csv': day1 });
    expect(countQuestions(db)).toBe(1);
    const before = dump(db);
    const list = batchOf(db, {
      'names.csv': 'site_nom,site_type,cantine_nom,cantine_type\nLes Tilleuls,E,Tilleuls,E\n',
    });
    expect(served(db)).toEqual([95, 97]);
    undoImport(db, list);
    expect(dump(db)).toEqual(before);
    expect(served(db)).toEqual([]);
  });

  test('leaves sites typed in by hand alone', () => {
    const db = bench.database();
    addSite(db, {
      name: 'Les Tilleuls',
      kind: 'E',
      capacity: 120,
      enrolled: { schoolYear: 2024, children: 130 },
    });
    const before = dump(db);
    const batch = batchOf(db, { 'a.csv': day1 });
    expect(served(db)).toEqual([95, 97]);
    undoImport(db, batch);
    expect(dump(db)).toEqual(before);
  });

  test('of an unknown number is refused', () => {
    const db = bench.database();
    expect(() => undoImport(db, 7)).toThrow(UnknownImportError);
  });
});

describe('undo of an earlier import', () => {
  test('keeps what a later one wrote, and says how much', () => {
    const db = bench.database();
    const empty = dump(db);
    const first = batchOf(db, { 'a.csv': day1 });
    const second = batchOf(db, { 'b.csv': corrected });
    expect(undoImport(db, first)).toMatchObject({ kept: 1 });
    // 3 September keeps the corrected count; 2 September was the first import's alone.
    expect(served(db)).toEqual([98, 99]);
    expect(listImports(db).map(({ batch }) => batch)).toEqual([second]);
    undoImport(db, second);
    expect(dump(db)).toEqual(empty);
  });

  test('in the middle of three: the last remembers what was before the middle one', () => {
    const db = bench.database();
    batchOf(db, { 'a.csv': day1 });
    const afterFirst = dump(db);
    const second = batchOf(db, { 'b.csv': corrected });
    const third = batchOf(db, { 'c.csv': correctedAgain });
    undoImport(db, second);
    expect(served(db)).toEqual([95, 88]);
    undoImport(db, third);
    expect(dump(db)).toEqual(afterFirst);
  });

  test('leaves the sites that rows of later imports use', () => {
    const db = bench.database();
    const empty = dump(db);
    const sites = batchOf(db, { 'sites.csv': 'cantine_nom,cantine_type\nLes Tilleuls,E\nLe Port,M\n' });
    const rows = batchOf(db, { 'a.csv': day1 });
    undoImport(db, sites);
    expect(readHistory(db).sites.map(({ name }) => name)).toEqual(['Les Tilleuls']);
    expect([countQuestions(db), served(db)]).toEqual([0, [95, 97]]);
    undoImport(db, rows);
    expect(dump(db)).toEqual(empty);
  });
});

test('migration 0130 adds the sites that stay, and leaves a database of version 100 as it was', () => {
  const file = join(bench.folder, 'hundred.sqlite');
  const old = new BetterSqlite3(file);
  migrate(old, migrations, 100);
  old.exec("INSERT INTO site (name, folded, kind) VALUES ('Les Tilleuls', 'LES TILLEULS', 'E')");
  old.close();
  const db = openDatabase(file);
  expect(db.prepare('SELECT name FROM site').pluck().all()).toEqual(['Les Tilleuls']);
  expect(() => db.exec('INSERT INTO kept_site VALUES (7)')).toThrow(/FOREIGN KEY/);
  expect(db.prepare("SELECT strict FROM pragma_table_list WHERE name = 'kept_site'").pluck().get()).toBe(1);
  db.close();
});

test('20 random histories: every order of undoing ends with the first dump', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = generator(seed);
    const db = bench.database();
    const empty = dump(db);
    const imports: number[] = [];
    const dumps: (readonly string[])[] = [];
    for (let step = 0; step < 6; step++) {
      dumps.push(dump(db));
      const { batch } = bench.import(db, randomFiles(random));
      if (batch === null) {
        expect(dump(db)).toEqual(dumps.pop());
      } else {
        imports.push(batch);
      }
    }
    // The last one goes back to the dump before it; the others in any order.
    undoImport(db, imports.pop() ?? 0);
    expect(dump(db)).toEqual(dumps.pop());
    while (imports.length > 0) {
      const [batch] = imports.splice(Math.floor(random() * imports.length), 1);
      undoImport(db, batch ?? 0);
      expect(db.pragma('foreign_key_check')).toEqual([]);
    }
    expect(dump(db)).toEqual(empty);
  }
});

function randomFiles(random: () => number): Readonly<Record<string, string>> {
  const pick = (count: number) => Math.floor(random() * count);
  const rows = (count: number, row: () => string) => Array.from({ length: count }, row).join('\n');
  const date = () => `2024-09-0${1 + pick(6)}`;
  const site = () => `Ecole ${'ABC'[pick(3)]}`;
  const attendance = `${header}${rows(8, () => `${site()},${['E', 'M'][pick(2)]},${date()},${pick(3) ? pick(9) : 'NA'},${pick(3) ? pick(9) : 'NA'}`)}`;
  const menu = `date,plat\n${rows(5, () => `${date()},Plat ${pick(4)}`)}`;
  const names = `site_nom,site_type,cantine_nom,cantine_type\n${rows(2, () => `${site()},E,Cantine ${pick(2)},E`)}`;
  const schools = `ecole,cantine_nom,cantine_type\nEcole ${pick(2)},Cantine ${pick(2)},E`;
  const enrolment = `Ecole,Annee scolaire,Effectif\n${rows(2, () => `Ecole ${pick(2)},2024-2025,${pick(300)}`)}`;
  const strikes = `date,evenement\n${date()},Grève`;
  const all = { attendance, menu, names, schools, enrolment, strikes };
  return Object.fromEntries(Object.entries(all).filter(() => random() < 0.5));
}
