import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { removeKitchen, saveKitchen } from '../../../db/catalogue/kitchens.ts';
import { removePackRule, savePackRule } from '../../../db/catalogue/pack-rules.ts';
import { removePortionRule, savePortionRule } from '../../../db/catalogue/portion-rules.ts';
import { readCatalogue } from '../../../db/catalogue/read-catalogue.ts';
import { removeSiteDiners, saveSiteDiners } from '../../../db/catalogue/site-diners.ts';
import { removeSupplier, saveSupplier, supplierNamed } from '../../../db/catalogue/suppliers.ts';
import { undoImport } from '../../../db/import/undo.ts';
import { migrate, schemaVersion } from '../../../db/migrations/migrate.ts';
import { migrations } from '../../../db/migrations/migrations.ts';
import { openDatabase } from '../../../db/open.ts';
import { addSite, listSites } from '../../../db/sites.ts';
import type { OrderRule, PackRule, PortionRule, SiteDiners } from '../../../forecasting/domain/records.ts';
import { dump, Workbench } from '../support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const portion: PortionRule = {
  scope: { type: 'dish', key: 'hachi parmentier' },
  portion: { unit: 'g', amounts: { M: 180, E: 250.5, C: null, A: 275 }, purchaseFactor: 1.15 },
};
const trays: PackRule = {
  scope: { type: 'food', food: 'composite' },
  supplierId: null,
  sizes: [
    {
      name: 'GN 1/1',
      content: { type: 'portions', portions: { M: 24, E: 18, C: null, A: 12 } },
      price: null,
    },
    { name: 'GN 1/3', content: { type: 'portions', portions: { M: 8, E: 6, C: null, A: 4 } }, price: 12.5 },
  ],
  minimum: 2,
  stocks: [],
  keeps: false,
};
const bags: PackRule = {
  ...trays,
  scope: { type: 'food', food: 'cooked-vegetables' },
  sizes: [{ name: 'Sac', content: { type: 'amount', amount: 2500, unit: 'g' }, price: 4.5 }],
  stocks: [],
  keeps: true,
};
const diners = (siteId: number, others: Partial<SiteDiners> = {}): SiteDiners => ({
  siteId,
  kitchenId: null,
  shares: { M: 0.4, E: 0.6, C: 0, A: 0 },
  adults: 9,
  diets: { noPork: 12, vegetarian: 4, allergy: 1 },
  samples: 1,
  note: 'Livraison à 10 h 30',
  ...others,
});
const lead: OrderRule = { type: 'lead', days: 7, at: '09:00' };
const said = { imported: false } as const;

describe('migration 0060', () => {
  test('a database of version 40 keeps its rows and gains the tables', () => {
    const file = join(bench.folder, 'forty.sqlite');
    const old = new BetterSqlite3(file);
    migrate(old, migrations, 40);
    expect(schemaVersion(old)).toBe(40);
    old.exec("INSERT INTO site (name, folded, kind) VALUES ('Les Tilleuls', 'LES TILLEULS', 'E')");
    old.exec("INSERT INTO dish_correction VALUES ('a', 'A', 'fish', NULL)");
    const kept = (rows: readonly string[]) => rows.filter((row) => /^(site|dish_correction) /.test(row));
    const before = kept(dump(old as never));
    old.close();
    const db = openDatabase(file);
    expect(schemaVersion(db)).toBeGreaterThanOrEqual(60);
    expect(kept(dump(db))).toEqual(before);
    saveSiteDiners(db, diners(1));
    expect(readCatalogue(db).diners).toEqual([diners(1)]);
    db.close();
  });

  test('the tables are strict and take no nonsense', () => {
    const db = new BetterSqlite3(':memory:');
    db.pragma('foreign_keys = ON');
    migrate(db, migrations, 60);
    const names = ['kitchen', 'pack_rule', 'pack_size', 'portion_rule', 'site_guests', 'supplier'];
    const strict = db.prepare('SELECT strict FROM pragma_table_list WHERE name = ?').pluck();
    expect(names.map((name) => strict.get(name))).toEqual(names.map(() => 1));
    const insert = (sql: string) => () => db.exec(`INSERT INTO ${sql}`);
    const rule = (rest: string) => insert(`portion_rule VALUES ('food', 'stew', 'stew', ${rest}, NULL)`);
    expect(rule("'g', 0, 70, 100, 100, 0")).toThrow(/CHECK/);
    expect(rule("'kg', 50, 70, 100, 100, 0")).toThrow(/CHECK/);
    expect(rule("'g', 50, 70, 100, 100, 1")).toThrow(/CHECK/);
    const pack = (rest: string) => insert(`pack_size VALUES ('food', 'stew', 'GN', 1, ${rest}, NULL)`);
    insert("pack_rule VALUES ('food', 'stew', 'stew', NULL, 0, 0, 0, NULL)")();
    expect(pack("'g', 0, NULL, NULL, NULL, NULL, NULL")).toThrow(/CHECK/);
    expect(pack('NULL, NULL, NULL, NULL, NULL, NULL, NULL')).toThrow(/CHECK/);
    expect(pack("'g', 500, 8, NULL, NULL, NULL, NULL")).toThrow(/CHECK/);
    pack('NULL, NULL, 8, 6, NULL, 4, NULL')();
    expect(insert("pack_size VALUES ('food', 'fish', 'GN', 1, 'g', 5, 1, 1, 1, 1, 1, NULL)")).toThrow();
    expect(insert("supplier VALUES (1, 'a', 'A', '{}', NULL)")).toThrow(/CHECK/);
    expect(insert("supplier VALUES (1, 'a', 'A', 'tomorrow', NULL)")).toThrow(/CHECK/);
    expect(insert("site_guests VALUES (1, NULL, 0.5, NULL, 0, 0, 0, 0, 0, 0, 0, '')")).toThrow(/CHECK/);
  });
});

describe('migration 0090', () => {
  const before = `
    INSERT INTO pack_rule VALUES ('food', 'stew', 'stew', NULL, 0, 1200.5, 1, NULL), ('food', 'fish', 'fish', NULL, 0, 0, 1, NULL),
      ('dish', 'tray', 'Tray', NULL, 2, 15, 0, NULL);
    INSERT INTO pack_size (scope_type, scope, name, position, unit, amount, maternelle) VALUES
      ('food', 'stew', 'Sac', 1, 'g', 500, NULL), ('food', 'fish', 'Sac', 1, 'g', 500, NULL),
      ('dish', 'tray', 'GN', 1, NULL, NULL, 8);
    INSERT INTO site (id, name, folded, kind) VALUES (5, 'A', 'A', 'E'), (6, 'B', 'B', 'E'), (7, 'C', 'C', 'E');
    INSERT INTO site_name (id, name, folded, kind, site_id) VALUES (1, 'B', 'B', 'E', 6);
    INSERT INTO attendance (site_name_id, day, served) VALUES (1, 18000, 100);`;
  const kitchen = (id: number, ...sites: readonly number[]) => `
    INSERT INTO kitchen VALUES (${id}, 'K${id}', 'K${id}', 0);
    ${sites
      .map(
        (site) =>
          `INSERT INTO site_guests VALUES (${site}, ${id}, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, '');`,
      )
      .join('\n')}`;

  test.each([
    ['the only kitchen', kitchen(3, 5), 'kitchen-3'],
    ['the kitchen that cooks for most sites', kitchen(1) + kitchen(2, 5) + kitchen(3, 6, 7), 'kitchen-3'],
    ['a site that cooks, rather than a kitchen that does not', kitchen(1), 'site-6'],
    ['the site with most meals where there is no kitchen', '', 'site-6'],
  ])('what was on hand goes to %s', (name, kitchens, place) => {
    const file = join(bench.folder, `${name}.sqlite`);
    const old = new BetterSqlite3(file);
    old.pragma('foreign_keys = ON');
    migrate(old, migrations, 80);
    expect(schemaVersion(old)).toBeLessThan(90);
    old.exec(before + kitchens);
    old.close();
    const db = openDatabase(file);
    expect(readCatalogue(db).packs.map((rule) => [rule.name, rule.minimum, rule.keeps, rule.stocks])).toEqual(
      [
        ['Tray', 2, false, [{ place, amount: 15 }]],
        ['fish', 0, true, []],
        ['stew', 0, true, [{ place, amount: 1200.5 }]],
      ],
    );
    db.close();
  });

  test('the table is strict: one place, an amount above 0', () => {
    const db = new BetterSqlite3(':memory:');
    db.pragma('foreign_keys = ON');
    migrate(db, migrations, 90);
    db.exec(before.replace(/, (1200.5|0|15), ([01]), NULL\)/g, ', $2, NULL)') + kitchen(3));
    const insert = (rest: string) => () => db.exec(`INSERT INTO stock VALUES ('food', 'stew', ${rest})`);
    expect(insert("3, 5, 'g', 1")).toThrow(/CHECK/);
    expect(insert("NULL, NULL, 'g', 1")).toThrow(/CHECK/);
    expect(insert("3, NULL, 'g', 0")).toThrow(/CHECK/);
    expect(insert("3, NULL, 'kg', 1")).toThrow(/CHECK/);
    insert("3, NULL, 'g', 1")();
    expect(insert("3, NULL, 'piece', 2")).toThrow(/UNIQUE/);
    db.exec('DELETE FROM kitchen');
    expect(db.prepare('SELECT count(*) FROM stock').pluck().get()).toBe(0);
  });
});

describe('what is said about orders', () => {
  test('portions and packs are kept, changed and forgotten; what was there is answered', () => {
    const db = bench.database();
    expect(savePortionRule(db, portion, 'Hachis parmentier')).toBeNull();
    const changed = { ...portion, portion: { ...portion.portion, unit: 'ml' as const } };
    const first = { ...portion, name: 'Hachis parmentier', ...said };
    expect(savePortionRule(db, changed, 'Hachis')).toEqual(first);
    expect(readCatalogue(db).portions).toEqual([{ ...changed, name: 'Hachis', ...said }]);
    expect(removePortionRule(db, portion.scope)).toEqual({ ...changed, name: 'Hachis', ...said });
    expect(removePortionRule(db, portion.scope)).toBeNull();
    expect(savePackRule(db, trays, 'composite')).toBeNull();
    savePackRule(db, bags, 'cooked-vegetables');
    expect(savePackRule(db, { ...trays, sizes: trays.sizes.slice(1) }, 'composite')).toEqual({
      ...trays,
      name: 'composite',
      ...said,
    });
    const packs = readCatalogue(db).packs;
    expect(packs.map(({ sizes }) => sizes.map(({ name }) => name))).toEqual([['GN 1/3'], ['Sac']]);
    expect(packs[1]).toEqual({ ...bags, name: 'cooked-vegetables', ...said });
    expect(removePackRule(db, bags.scope)).toMatchObject(bags);
    expect(readCatalogue(db).packs).toHaveLength(1);
  });

  test('what is on hand outlives packs that are taken back, and says nothing of packs of another unit', () => {
    const db = bench.database();
    const { saved } = saveKitchen(db, { id: null, name: 'Centrale', pools: false });
    const stocks = [{ place: `kitchen-${saved.id}` as const, amount: 1200.5 }];
    savePackRule(db, { ...bags, stocks }, 'cooked-vegetables');
    expect(readCatalogue(db).packs).toMatchObject([{ stocks }]);
    db.exec("UPDATE pack_size SET unit = 'ml'");
    expect(readCatalogue(db).packs).toMatchObject([{ stocks: [] }]);
    db.exec("UPDATE pack_size SET unit = 'g'");
    expect(removeKitchen(db, saved.id)).toMatchObject({ packs: [{ stocks }] });
    expect(readCatalogue(db).packs).toMatchObject([{ stocks: [] }]);
    saveKitchen(db, { ...saved });
    savePackRule(db, { ...bags, stocks }, 'cooked-vegetables');
    expect(removePackRule(db, bags.scope)).toMatchObject({ stocks });
    savePackRule(db, trays, 'composite');
    expect(readCatalogue(db).packs).toHaveLength(1);
  });

  test('a supplier that goes leaves its packs, and comes back with them', () => {
    const db = bench.database();
    const { saved } = saveSupplier(db, { id: null, name: '  Les  Jardins ', rule: lead });
    expect(saved).toMatchObject({ id: expect.any(Number), name: 'Les Jardins', rule: lead });
    expect(supplierNamed(db, 'LES JARDINS')).toBe(saved.id);
    expect(saveSupplier(db, { id: saved.id, name: 'Les Jardins', rule: null }).replaced).toEqual(saved);
    const own = { ...bags, supplierId: saved.id };
    savePackRule(db, own, 'cooked-vegetables');
    const removed = removeSupplier(db, saved.id);
    expect(removed).toMatchObject({ supplier: { id: saved.id, rule: null }, packs: [own] });
    expect(readCatalogue(db)).toMatchObject({ suppliers: [], packs: [{ supplierId: null }] });
    saveSupplier(db, { id: saved.id, name: 'Les Jardins', rule: lead });
    savePackRule(db, own, 'cooked-vegetables');
    expect(readCatalogue(db)).toMatchObject({ suppliers: [saved], packs: [own] });
    expect(removeSupplier(db, 99)).toBeNull();
  });

  test('a kitchen that goes leaves its sites, and a site takes what is said of it along', () => {
    const db = bench.database();
    const site = addSite(db, { name: 'Les Tilleuls', kind: 'E', capacity: null, enrolled: null });
    const { saved } = saveKitchen(db, { id: null, name: 'Cuisine centrale', pools: true });
    expect(saveSiteDiners(db, diners(site.id, { kitchenId: saved.id }))).toBeNull();
    expect(removeKitchen(db, saved.id)).toEqual({
      kitchen: saved,
      sites: [diners(site.id, { kitchenId: saved.id })],
      packs: [],
    });
    expect(readCatalogue(db)).toMatchObject({ kitchens: [], diners: [diners(site.id)] });
    expect(saveSiteDiners(db, diners(site.id, { shares: null }))).toEqual(diners(site.id));
    expect(removeSiteDiners(db, site.id)).toEqual(diners(site.id, { shares: null }));
    expect(removeSiteDiners(db, site.id)).toBeNull();
  });

  test('undoing the import that brought a site leaves what was said of it, and the site', () => {
    const db = bench.database();
    const { batch } = bench.import(db, { 'a.csv': 'site,date,reel\nLes Tilleuls,2016-11-14,100\n' });
    const id = listSites(db)[0]?.id ?? 0;
    saveSiteDiners(db, diners(id));
    undoImport(db, batch ?? 0);
    expect(readCatalogue(db).diners).toEqual([diners(id)]);
    expect(listSites(db)).toMatchObject([{ id, name: 'Les Tilleuls' }]);
  });
});
