import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { listDishCorrections, listDishDays, saveDishCorrection } from '../../db/dishes.ts';
import { migrate, schemaVersion } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { openDatabase } from '../../db/open.ts';
import { dump, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const fish = { key: 'brimborion', name: 'Brimborion', family: 'fish', sameAs: null };
const merged = { key: 'hachi', name: 'Hachis', family: null, sameAs: 'hachi parmentier' };

describe('migration 0040', () => {
  test('a database of version 30 keeps its rows and gains the table', () => {
    const file = join(bench.folder, 'thirty.sqlite');
    const old = new BetterSqlite3(file);
    migrate(old, migrations, 30);
    expect(schemaVersion(old)).toBe(30);
    old.exec("INSERT INTO menu_item (date, position, rank, dish) VALUES ('2016-09-01', 1, 1, 'Melon')");
    const rows = (db: Parameters<typeof dump>[0]) => dump(db).filter((row) => row.startsWith('menu_item '));
    const before = rows(old as never);
    old.close();
    const db = openDatabase(file);
    expect(schemaVersion(db)).toBeGreaterThanOrEqual(40);
    expect(rows(db)).toEqual(before);
    expect(before).toHaveLength(1);
    saveDishCorrection(db, fish);
    expect(listDishCorrections(db)).toEqual([fish]);
    db.close();
  });

  test('the table is strict and holds only what says something', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db, migrations, 40);
    const insert = (family: string, sameAs: string) => () =>
      db.exec(`INSERT INTO dish_correction VALUES ('a', 'A', ${family}, ${sameAs})`);
    expect(insert('NULL', 'NULL')).toThrow(/CHECK/);
    expect(insert('NULL', "'a'")).toThrow(/CHECK/);
    insert("'fish'", "'b'")();
    expect(insert("'fish'", 'NULL')).toThrow(/UNIQUE/);
  });
});

test('corrections are kept, changed and forgotten', () => {
  const db = bench.database();
  saveDishCorrection(db, fish);
  saveDishCorrection(db, merged);
  expect(listDishCorrections(db)).toEqual([fish, merged]);
  saveDishCorrection(db, { ...fish, family: 'egg' });
  saveDishCorrection(db, { ...merged, sameAs: null });
  saveDishCorrection(db, { ...merged, sameAs: null });
  expect(listDishCorrections(db)).toEqual([{ ...fish, family: 'egg' }]);
});

test('dishes are those of the menus and of the servings, a day once', () => {
  const db = bench.database();
  bench.import(db, {
    'menus.csv': 'Date;Rang;Plat\n01/09/2016;1;Melon\n01/09/2016;2;Riz\n02/09/2016;1;Melon\n',
    'frequentation.csv': 'site;date;reel\nLes Tilleuls;2016-09-01;100\n',
  });
  bench.import(db, {
    'services.csv':
      'site;date;plat;servi;restes\nLes Tilleuls;2016-09-01;Melon;90;3\nLes Tilleuls;2016-09-05;Poire;80;1\n',
  });
  expect(listDishDays(db)).toEqual([
    { dish: 'Melon', date: '2016-09-01' },
    { dish: 'Riz', date: '2016-09-01' },
    { dish: 'Melon', date: '2016-09-02' },
    { dish: 'Poire', date: '2016-09-05' },
  ]);
});
