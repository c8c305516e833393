import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { undoImport } from '../../db/import/undo.ts';
import { migrate, schemaVersion } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { openDatabase } from '../../db/open.ts';
import { listOrderRules, saveOrderRule } from '../../db/order-rules.ts';
import { addSite, listSites } from '../../db/sites.ts';
import type { OrderRule } from '../../forecasting/domain/records.ts';
import { dump, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const lead: OrderRule = { type: 'lead', days: 7, at: '09:00' };
const weekly: OrderRule = {
  type: 'weekly',
  deadlines: [{ weekday: 2, at: '09:00', serves: [4, 5] }],
};
const canteen = (name: string) => ({ name, kind: 'E', capacity: null, enrolled: null }) as const;

describe('migration 0020', () => {
  test('a database of version 10 keeps its rows and gains the table', () => {
    const file = join(bench.folder, 'ten.sqlite');
    const old = new BetterSqlite3(file);
    migrate(old, migrations, 10);
    expect(schemaVersion(old)).toBe(10);
    old.exec("INSERT INTO site (name, folded, kind) VALUES ('Les Tilleuls', 'les tilleuls', 'E')");
    old.exec("INSERT INTO setting VALUES ('serviceLevel', '0.85')");
    const before = dump(old as never).filter((row) => /^(site|setting) /.test(row));
    old.close();
    const db = openDatabase(file);
    expect(schemaVersion(db)).toBeGreaterThanOrEqual(20);
    expect(dump(db).filter((row) => /^(site|setting) /.test(row))).toEqual(before);
    saveOrderRule(db, 1, lead);
    expect(listOrderRules(db)).toEqual([{ siteId: 1, rule: lead, savedAt: null }]);
    db.close();
  });

  test('the table is strict and takes only rules, one for each site', () => {
    const db = new BetterSqlite3(':memory:');
    db.pragma('foreign_keys = ON');
    migrate(db, migrations, 20);
    expect(db.prepare("SELECT strict FROM pragma_table_list WHERE name = 'order_rule'").pluck().get()).toBe(
      1,
    );
    const insert = (siteId: string, rule: string) => () =>
      db.exec(`INSERT INTO order_rule (site_id, rule) VALUES (${siteId}, '${rule}')`);
    expect(insert('NULL', 'tomorrow')).toThrow(/CHECK/);
    expect(insert('NULL', '{}')).toThrow(/CHECK/);
    expect(insert('7', '{"type":"lead"}')).toThrow(/FOREIGN KEY/);
    expect(insert("'x'", '{"type":"lead"}')).toThrow(/INTEGER/);
    insert('NULL', '{"type":"lead"}')();
    expect(insert('NULL', '{"type":"lead"}')).toThrow(/UNIQUE/);
  });
});

describe('order rules', () => {
  test('are kept, changed and forgotten; the rule of all sites comes first', () => {
    const db = bench.database();
    const { id } = addSite(db, canteen('Les Tilleuls'));
    saveOrderRule(db, id, weekly);
    saveOrderRule(db, null, lead);
    expect(listOrderRules(db)).toEqual([
      { siteId: null, rule: lead, savedAt: null },
      { siteId: id, rule: weekly, savedAt: null },
    ]);
    saveOrderRule(db, null, weekly);
    saveOrderRule(db, id, lead);
    expect(listOrderRules(db)).toEqual([
      { siteId: null, rule: weekly, savedAt: null },
      { siteId: id, rule: lead, savedAt: null },
    ]);
    saveOrderRule(db, null, null);
    expect(listOrderRules(db)).toEqual([{ siteId: id, rule: lead, savedAt: null }]);
    saveOrderRule(db, id, null);
    saveOrderRule(db, id, null);
    expect(listOrderRules(db)).toEqual([]);
  });

  test('a site that is not there takes no rule', () => {
    expect(() => saveOrderRule(bench.database(), 12, lead)).toThrow(/FOREIGN KEY/);
  });

  test('a rule keeps its site when the import that brought the site is undone', () => {
    const db = bench.database();
    const { batch } = bench.import(db, { 'a.csv': 'site,date,reel\nLes Tilleuls,2016-11-14,100\n' });
    const [site] = listSites(db);
    saveOrderRule(db, site?.id ?? 0, lead);
    saveOrderRule(db, null, weekly);
    undoImport(db, batch ?? 0);
    expect(listSites(db)).toEqual([site]);
    expect(listOrderRules(db)).toEqual([
      { siteId: null, rule: weekly, savedAt: null },
      { siteId: site?.id, rule: lead, savedAt: null },
    ]);
  });
});
