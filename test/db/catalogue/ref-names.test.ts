import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { saveKitchen } from '../../../db/catalogue/kitchens.ts';
import { readRefNames } from '../../../db/catalogue/ref-names.ts';
import { saveSupplier } from '../../../db/catalogue/suppliers.ts';
import { migrate, schemaVersion } from '../../../db/migrations/migrate.ts';
import { migrations } from '../../../db/migrations/migrations.ts';
import { openDatabase } from '../../../db/open.ts';
import { addPurchaseOrders, listPurchaseOrders } from '../../../db/purchase-orders.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();

test('a database of version 130 knows suppliers and kitchens by the names they have', () => {
  const file = join(folder, 'before.sqlite');
  const old = new BetterSqlite3(file);
  migrate(old, migrations, 130);
  expect(schemaVersion(old)).toBe(130);
  old.exec(`INSERT INTO supplier (id, name, folded) VALUES (3, 'Crèmerie', 'CREMERIE');
    INSERT INTO kitchen (id, name, folded, pools) VALUES (2, 'Centrale', 'CENTRALE', 1)`);
  old.close();
  const db = openDatabase(file);
  expect(readRefNames(db)).toEqual({
    suppliers: new Map([[3, 'CREMERIE']]),
    kitchens: new Map([[2, 'CENTRALE']]),
  });
  db.close();
});

test('a new name changes neither references nor what was sent, unless that name was ordered from too', () => {
  const db = openDatabase(':memory:');
  const { saved } = saveSupplier(db, { id: null, name: 'Primeurs', rule: null });
  const kitchen = saveKitchen(db, { id: null, name: 'Centrale', pools: true }).saved;
  const names = readRefNames(db);
  const order = { version: 1, by: null, automatic: false, at: '2026-01-12T09:00', lines: [] };
  addPurchaseOrders(db, [
    { ...order, supplier: 'Primeurs', date: '2026-01-15' },
    { ...order, supplier: 'Primeurs', date: '2026-01-16' },
    { ...order, supplier: 'Bio Loire', date: '2026-01-16' },
  ]);
  saveSupplier(db, { ...saved, name: 'Bio Loire', rule: null });
  saveKitchen(db, { ...kitchen, name: 'Cuisine neuve' });
  expect(readRefNames(db)).toEqual(names);
  expect(
    listPurchaseOrders(db, '2026-01-15', '2026-01-16').map(({ supplier, date }) => [date, supplier]),
  ).toEqual([
    ['2026-01-15', 'Bio Loire'],
    ['2026-01-16', 'Bio Loire'],
    ['2026-01-16', 'Primeurs'],
  ]);
  db.close();
});
