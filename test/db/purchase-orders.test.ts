import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { saveKitchen } from '../../db/catalogue/kitchens.ts';
import { undoImport } from '../../db/import/undo.ts';
import { migrate, schemaVersion } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { openDatabase } from '../../db/open.ts';
import { listCatalogueSnapshots, saveCatalogueSnapshot } from '../../db/order-basis.ts';
import { addVersions, removeVersions } from '../../db/orders.ts';
import {
  addPurchaseOrders,
  forgetPurchaseOrders,
  listConfirmations,
  listPurchaseOrders,
  removePurchaseOrders,
  type StoredPurchaseOrder,
  saveConfirmations,
} from '../../db/purchase-orders.ts';
import { addSite, listSites } from '../../db/sites.ts';
import type { OrderVersion } from '../../forecasting/domain/records.ts';
import { dump, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const date = '2026-12-17';
const ref = '20261217-0123456789';

const sent: StoredPurchaseOrder = {
  supplier: 'Primeurs d’Été',
  date,
  version: 1,
  by: 'C. Morel',
  automatic: false,
  at: '2026-12-14T09:10',
  lines: [
    {
      ref,
      placeName: 'Les Tilleuls',
      dish: 'Carottes râpées',
      key: 'carotte rapee',
      size: 'sac 2,5 kg',
      quantity: 5,
      unit: 'pack',
      amount: 12_500,
      amountUnit: 'g',
      yield: { served: 10_000, bought: 12_500, unit: 'g', factor: 1.25, toCheck: true },
      packing: { portions: 104.5, rounding: 4.5, sites: 1 },
      price: 4.5,
      deadline: { date: '2026-12-15', time: '09:00' },
      asOf: '2026-12-14',
    },
  ],
};

const version: OrderVersion = {
  version: 1,
  quantity: 142,
  source: 'recommended',
  reason: '',
  by: null,
  automatic: false,
  at: '2026-12-15T12:00',
  recommended: 142,
  mean: 137,
  low: 129,
  median: 137,
  high: 145,
  serviceLevel: 0.8,
  asOf: '2026-12-14',
  model: 'regression',
  contributions: [],
};

describe('migration 0080', () => {
  const tables = ['order_basis', 'supplier_order', 'supplier_order_line', 'supplier_confirmation'];

  test('a database of version 70 keeps its orders, which have no basis, and gains the tables', () => {
    const file = join(bench.folder, 'seventy.sqlite');
    const old = new BetterSqlite3(file);
    migrate(old, migrations, 70);
    expect(schemaVersion(old)).toBe(70);
    old.exec(`INSERT INTO site (name, folded, kind) VALUES ('A', 'A', 'E');
      INSERT INTO order_site VALUES (1, 'A', 'A', 'E');
      INSERT INTO order_version VALUES ('${date}', 1, 1, 142, 'recommended', '', NULL, 0, '2026-12-15T12:00',
        142, 137, 129, 137, 145, 0.8, '2026-12-14', 'regression', '[]')`);
    const before = dump(old as never).filter((row) => row.startsWith('site ['));
    old.close();
    const db = openDatabase(file);
    expect(schemaVersion(db)).toBeGreaterThanOrEqual(80);
    expect(dump(db).filter((row) => row.startsWith('site ['))).toEqual(before);
    expect(db.prepare('SELECT quantity, basis_id FROM order_version').get()).toEqual({
      quantity: 142,
      basis_id: null,
    });
    expect(listCatalogueSnapshots(db, date, date)).toEqual([]);
    addPurchaseOrders(db, [sent]);
    expect(listPurchaseOrders(db, date, date)).toEqual([sent]);
    db.close();
  });

  test('the tables are strict and refuse what makes no sense', () => {
    const db = new BetterSqlite3(':memory:');
    db.pragma('foreign_keys = ON');
    migrate(db, migrations, 80);
    const strict = db.prepare('SELECT strict FROM pragma_table_list WHERE name = ?').pluck();
    expect(tables.map((name) => strict.get(name))).toEqual([1, 1, 1, 1]);
    const order = (values: string) => () => db.exec(`INSERT INTO supplier_order VALUES (${values})`);
    expect(order(`1, '${date}', 'P', 'P', 0, NULL, 0, 'x'`)).toThrow('version >= 1');
    expect(order(`1, '${date}', 'P', 'P', 1, NULL, 2, 'x'`)).toThrow('by_clock');
    order(`1, '${date}', 'P', 'P', 1, NULL, 0, 'x'`)();
    const line = (quantity: string, unit: string) => () =>
      db.exec(`INSERT INTO supplier_order_line VALUES
        (1, 0, 'r', 'p', 'd', 'k', NULL, ${quantity}, ${unit}, NULL, NULL, NULL, NULL, NULL, 'x')`);
    expect(line('-1', "'pack'")).toThrow('quantity >= 0');
    expect(line('1', "'box'")).toThrow('CHECK');
    expect(() => db.exec("INSERT INTO order_basis VALUES (1, 'h', 'no json')")).toThrow('json_valid');
    db.close();
  });
});

describe('what was sent', () => {
  test('keeps every version as it was written; only the one in force can be taken back', () => {
    const db = bench.database();
    const second = { ...sent, version: 2, by: null, lines: [] };
    expect(addPurchaseOrders(db, [sent])).toHaveLength(1);
    expect(addPurchaseOrders(db, [{ ...sent, lines: [] }])).toEqual([]);
    addPurchaseOrders(db, [second]);
    expect(listPurchaseOrders(db, date, date)).toEqual([sent, second]);
    expect(removePurchaseOrders(db, [sent])).toEqual([]);
    // Suppliers are found by their names however they are written.
    const keys = [1, 2].map((number) => ({ supplier: "PRIMEURS D'ETE", date, version: number }));
    expect(removePurchaseOrders(db, keys)).toHaveLength(2);
    expect(listPurchaseOrders(db, date, date)).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM supplier_order_line').pluck().get()).toBe(0);
  });

  test('is left alone where a person sent it after the clock’s was read', () => {
    const db = bench.database();
    addPurchaseOrders(db, [sent]);
    expect(removePurchaseOrders(db, [sent], { byClock: true })).toEqual([]);
    expect(removePurchaseOrders(db, [sent])).toHaveLength(1);
    addPurchaseOrders(db, [{ ...sent, by: null, automatic: true }]);
    expect(removePurchaseOrders(db, [sent], { byClock: true })).toHaveLength(1);
    const { id: siteId } = addSite(db, { name: 'A', kind: 'E', capacity: null, enrolled: null });
    const key = { siteId, date, version: 1 };
    addVersions(db, [{ siteId, date, order: version }]);
    expect(removeVersions(db, [key], { byClock: true })).toEqual([]);
    expect(removeVersions(db, [key])).toEqual([key]);
  });

  test('comes by day, those without a supplier last; confirmed quantities by reference', () => {
    const db = bench.database();
    const other = { ...sent, supplier: null };
    const earlier = { ...sent, date: '2026-12-16' };
    addPurchaseOrders(db, [other, sent, earlier]);
    expect(listPurchaseOrders(db, '2026-12-14', '2026-12-18')).toEqual([earlier, sent, other]);
    saveConfirmations(db, [{ ref, quantity: 4, by: null, at: '2026-12-16T08:00' }]);
    expect(listConfirmations(db, date, date).get(ref)?.quantity).toBe(4);
    expect(listConfirmations(db, '2026-12-18', '2026-12-31').size).toBe(0);
    saveConfirmations(db, [{ ref, quantity: null, by: null, at: '' }]);
    expect(listConfirmations(db, date, date).size).toBe(0);
  });

  test('outlives the import of its site; that of the sample goes with it, and no other', () => {
    const db = bench.database();
    const { batch } = bench.import(db, { 'a.csv': 'site,date,reel\nLes Tilleuls,2016-11-14,100\n' });
    const { saved: kitchen } = saveKitchen(db, { id: null, name: 'Cuisine', pools: false });
    const ofKitchen = {
      ...sent,
      supplier: 'K',
      lines: sent.lines.map((l) => ({ ...l, placeName: 'Cuisine' })),
    };
    const elsewhere = { ...sent, supplier: 'Z', lines: sent.lines.map((l) => ({ ...l, placeName: 'Hugo' })) };
    addPurchaseOrders(db, [sent, ofKitchen, elsewhere]);
    forgetPurchaseOrders(db, batch ?? 0, [kitchen.id]);
    expect(listPurchaseOrders(db, date, date)).toEqual([elsewhere]);
    addPurchaseOrders(db, [sent]);
    undoImport(db, batch ?? 0);
    expect(listSites(db)).toEqual([]);
    expect(listPurchaseOrders(db, date, date)).toEqual([sent, elsewhere]);
  });
});

test('what a frozen order was worked out with is kept once, and goes with the order', () => {
  const db = bench.database();
  const ids = ['A', 'B'].map(
    (name) => addSite(db, { name, kind: 'E', capacity: null, enrolled: null }).id,
  ) as [number, number];
  const basis = saveCatalogueSnapshot(db, { portions: [] });
  expect(saveCatalogueSnapshot(db, { portions: [] })).toBe(basis);
  addVersions(
    db,
    ids.map((siteId) => ({ siteId, date, order: version })),
    basis,
  );
  addVersions(db, [{ siteId: ids[0], date, order: { ...version, version: 2, at: '2026-12-16T08:00' } }]);
  const kept = listCatalogueSnapshots(db, date, date);
  expect(kept.map(({ siteId, since }) => [siteId, since])).toEqual(ids.map((id) => [id, version.at]));
  expect(kept[0]?.content).toEqual({ portions: [] });
  expect(kept[0]?.content).toBe(kept[1]?.content);
  removeVersions(db, [{ siteId: ids[1], date, version: 1 }]);
  expect(listCatalogueSnapshots(db, date, date)).toHaveLength(1);
});
