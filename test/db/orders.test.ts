import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { undoImport } from '../../db/import/undo.ts';
import { saveLeakTrial } from '../../db/leak-trials.ts';
import { migrate, schemaVersion } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { openDatabase } from '../../db/open.ts';
import {
  addVersions,
  forgetOrders,
  listOrders,
  removeVersions,
  saveHeadCounts,
  saveOverrides,
} from '../../db/orders.ts';
import { addSite, listSites } from '../../db/sites.ts';
import type { HeadCount, OrderVersion, Override } from '../../forecasting/domain/records.ts';
import { dump, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const date = '2026-12-17';
const canteen = (name: string) => ({ name, kind: 'E', capacity: null, enrolled: null }) as const;

const override: Override = {
  quantity: 150,
  reason: 'CM2 de retour',
  by: 'C. Morel',
  at: '2026-12-15T10:02',
  recommended: 142,
};

const order: OrderVersion = {
  version: 1,
  quantity: 150,
  source: 'override',
  reason: 'CM2 de retour',
  by: null,
  automatic: true,
  at: '2026-12-15T12:00',
  recommended: 142,
  mean: 137.25,
  low: 129.5,
  median: 137,
  high: 145.5,
  serviceLevel: 0.8,
  asOf: '2026-12-14',
  model: 'regression',
  contributions: [{ term: 'usual', meals: 137.25 }],
};

const headCount: HeadCount = { counts: { M: 52, E: 88, A: 9 }, by: null, at: '2026-12-17T09:10' };

describe('migration 0050', () => {
  const tables = ['order_site', 'order_override', 'order_version', 'roll_call'];

  test('a database of version 40 keeps its rows and gains the tables', () => {
    const file = join(bench.folder, 'forty.sqlite');
    const old = new BetterSqlite3(file);
    migrate(old, migrations, 40);
    expect(schemaVersion(old)).toBe(40);
    old.exec("INSERT INTO site (name, folded, kind) VALUES ('Les Tilleuls', 'les tilleuls', 'E')");
    old.exec("INSERT INTO setting VALUES ('serviceLevel', '0.85')");
    const before = dump(old as never).filter((row) => /^(site|setting) \[/.test(row));
    old.close();
    const db = openDatabase(file);
    expect(schemaVersion(db)).toBeGreaterThanOrEqual(50);
    expect(dump(db).filter((row) => /^(site|setting) \[/.test(row))).toEqual(before);
    saveOverrides(db, [{ siteId: 1, date, override }]);
    expect(listOrders(db, date, date)).toHaveLength(1);
    db.close();
  });

  test('the tables are strict and refuse what makes no sense', () => {
    const db = new BetterSqlite3(':memory:');
    db.pragma('foreign_keys = ON');
    migrate(db, migrations, 50);
    const strict = db.prepare('SELECT strict FROM pragma_table_list WHERE name = ?').pluck();
    expect(tables.map((name) => strict.get(name))).toEqual([1, 1, 1, 1]);
    db.exec("INSERT INTO order_site (name, folded, kind) VALUES ('A', 'a', 'E')");
    const insert = (place: string, quantity: string) => () =>
      db.exec(`INSERT INTO order_override VALUES ('${date}', ${place}, ${quantity}, '', NULL, '', 1)`);
    expect(insert('1', '-1')).toThrow(/CHECK/);
    expect(insert('1', "'many'")).toThrow(/INTEGER/);
    expect(insert('7', '3')).toThrow(/FOREIGN KEY/);
    insert('1', '3')();
    expect(insert('1', '3')).toThrow(/UNIQUE/);
  });
});

test('migration 0100 keeps the versions that sheets have reached, and its tables are strict', () => {
  const file = join(bench.folder, 'ninety.sqlite');
  const old = new BetterSqlite3(file);
  migrate(old, migrations, 90);
  old.exec(`INSERT INTO order_site (name, folded, kind) VALUES ('A', 'a', 'E'), ('B', 'b', 'E');
    INSERT INTO roll_call VALUES ('${date}', 1, 'M', 40, NULL, '', 3), ('${date}', 1, 'E', 80, NULL, '', 3)`);
  const version = old.prepare(
    `INSERT INTO order_version VALUES ('${date}', ?, ?, 1, 'recommended', '', NULL, 0, '', 1, 1, 1, 1, 1, 0.8, '', '', '[]', NULL)`,
  );
  for (const place of [1, 2]) version.run(place, 1);
  version.run(1, 2);
  old.close();
  const db = openDatabase(file);
  expect(listOrders(db, date, date).map(({ sheetRevision }) => sheetRevision)).toEqual([4, 0]);
  expect(db.prepare('SELECT age_class, guests FROM roll_call').raw().all()).toEqual([
    ['E', 80],
    ['M', 40],
  ]);
  const strict = db.prepare('SELECT strict FROM pragma_table_list WHERE name = ?').pluck();
  expect(['sheet_revision', 'edit_row'].map((name) => strict.get(name))).toEqual([1, 1]);
  db.close();
});

describe('what was decided', () => {
  test('an override is kept, replaced and taken away', () => {
    const db = bench.database();
    const { id: siteId } = addSite(db, canteen('Les Tilleuls'));
    const changed = { ...override, quantity: 140, reason: '' };
    saveOverrides(db, [{ siteId, date, override }]);
    saveOverrides(db, [{ siteId, date, override: changed }]);
    expect(listOrders(db, date, date)).toEqual([
      {
        ...{ siteId, site: 'Les Tilleuls', siteKind: 'E', date, override: changed },
        ...{ versions: [], sendings: [], headCount: null, sheetRevision: 0 },
      },
    ]);
    expect(listOrders(db, '2026-12-18', '2026-12-31')).toEqual([]);
    saveOverrides(db, [{ siteId, date, override: null }]);
    expect(listOrders(db, date, date)).toEqual([]);
  });

  test('versions stay as they were written; only the one in force can be taken back', () => {
    const db = bench.database();
    const { id: siteId } = addSite(db, canteen('Les Tilleuls'));
    const second = { ...order, version: 2, quantity: 145, automatic: false, by: 'C. Morel' };
    expect(addVersions(db, [{ siteId, date, order }])).toHaveLength(1);
    expect(addVersions(db, [{ siteId, date, order: { ...order, quantity: 1 } }])).toEqual([]);
    addVersions(db, [{ siteId, date, order: second }]);
    expect(listOrders(db, date, date)[0]?.versions).toEqual([order, second]);
    expect(removeVersions(db, [{ siteId, date, version: 1 }])).toEqual([]);
    expect(
      removeVersions(
        db,
        [1, 2].map((version) => ({ siteId, date, version })),
      ),
    ).toHaveLength(2);
    expect(listOrders(db, date, date)).toMatchObject([{ override: null, versions: [], sheetRevision: 3 }]);
  });

  test('a roll-call is kept by age class, replaced as a whole and taken away', () => {
    const db = bench.database();
    const { id: siteId } = addSite(db, canteen('Les Tilleuls'));
    saveHeadCounts(db, [{ siteId, date, headCount }]);
    expect(listOrders(db, date, date)[0]?.headCount).toEqual(headCount);
    const together = { ...headCount, counts: { all: 139 } };
    saveHeadCounts(db, [{ siteId, date, headCount: together }]);
    expect(listOrders(db, date, date)[0]?.headCount).toEqual(together);
    saveHeadCounts(db, [{ siteId, date, headCount: null }]);
    expect(listOrders(db, date, date)).toMatchObject([{ headCount: null, sheetRevision: 3 }]);
  });

  test('comes by date and then by name', () => {
    const db = bench.database();
    const [z, a] = ['Zola', 'Éluard'].map((name) => addSite(db, canteen(name)).id) as [number, number];
    const days = ['2026-12-18', '2026-12-17'];
    const all = days.flatMap((day) => [z, a].map((siteId) => ({ siteId, date: day, override })));
    saveOverrides(db, all);
    expect(listOrders(db, '2026-12-01', '2026-12-31').map((one) => `${one.date} ${one.site}`)).toEqual([
      '2026-12-17 Éluard',
      '2026-12-17 Zola',
      '2026-12-18 Éluard',
      '2026-12-18 Zola',
    ]);
  });
});

describe('a site that goes', () => {
  const file = { 'a.csv': 'site,date,reel\nLes Tilleuls,2016-11-14,100\n' };

  test('leaves its orders, which it finds again when it is imported again under another number', () => {
    const db = bench.database();
    const { batch } = bench.import(db, file);
    const first = listSites(db)[0]?.id ?? 0;
    addVersions(db, [{ siteId: first, date, order }]);
    saveHeadCounts(db, [{ siteId: first, date, headCount }]);
    undoImport(db, batch ?? 0);
    expect(listSites(db)).toEqual([]);
    expect(listOrders(db, date, date)).toMatchObject([
      { siteId: null, site: 'Les Tilleuls', versions: [order], headCount },
    ]);
    bench.import(db, { 'b.csv': 'site,date,reel\nVictor Hugo,2016-11-14,90\nLes Tilleuls,2016-11-14,100\n' });
    const again = listSites(db).find(({ name }) => name === 'Les Tilleuls')?.id;
    expect(again).not.toBe(first);
    expect(listOrders(db, date, date)).toMatchObject([{ siteId: again, versions: [order], headCount }]);
  });

  test('of the sample takes them along, and no others', () => {
    const db = bench.database();
    const { batch } = bench.import(db, file);
    const siteId = listSites(db)[0]?.id ?? 0;
    const { id: other } = addSite(db, canteen('Victor Hugo'));
    for (const id of [siteId, other]) {
      addVersions(db, [{ siteId: id, date, order }]);
      saveOverrides(db, [{ siteId: id, date, override }]);
      saveHeadCounts(db, [{ siteId: id, date, headCount }]);
      const tried = { cause: 'outings', triedOn: date, by: null, at: '2026-11-14T09:00' };
      saveLeakTrial(db, { siteId: id, kind: 'weekday', part: '1' }, tried);
    }
    forgetOrders(db, batch ?? 0);
    expect(listOrders(db, date, date).map(({ site }) => site)).toEqual(['Victor Hugo']);
    expect(db.prepare('SELECT count(*) FROM order_site').pluck().get()).toBe(1);
  });
});
