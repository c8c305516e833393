import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { listSuppliers, saveSupplier } from '../../db/catalogue/suppliers.ts';
import { migrate, schemaVersion } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { openDatabase } from '../../db/open.ts';
import { listOrderRules, saveOrderRule } from '../../db/order-rules.ts';
import type { OrderRule } from '../../forecasting/domain/records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const rule = (days: number): OrderRule => ({ type: 'lead', days, at: '09:00' });

test('rules of a database of version 140 bind all orders, and edits of them are forgotten', () => {
  const file = join(folder, 'before.sqlite');
  const old = new BetterSqlite3(file);
  migrate(old, migrations, 140);
  expect(schemaVersion(old)).toBe(140);
  old.exec(`INSERT INTO order_rule (site_id, rule) VALUES (NULL, '${JSON.stringify(rule(7))}');
    INSERT INTO supplier (id, name, folded, rule) VALUES (3, 'Val', 'VAL', '${JSON.stringify(rule(2))}');
    INSERT INTO edit_row VALUES (1, 1, 'order_rule', 'rowid = 1', NULL, '1, NULL, ''{}'''),
      (1, 2, 'setting', 'name = 1', NULL, '1'), (2, 1, 'setting', 'name = 2', NULL, '2')`);
  old.close();
  const db = openDatabase(file);
  expect(listOrderRules(db)).toEqual([{ siteId: null, rule: rule(7), savedAt: null }]);
  expect(listSuppliers(db)).toEqual([{ id: 3, name: 'Val', rule: rule(2), ruleSavedAt: null }]);
  expect(db.prepare('SELECT edit FROM edit_row').pluck().all()).toEqual([2]);
  db.close();
});

test('a rule that is saved as it was keeps the time from which it counts', () => {
  const db = openDatabase(':memory:');
  const [first, second] = ['2026-01-12T09:00', '2026-01-13T09:00'];
  saveOrderRule(db, null, rule(7), first);
  saveOrderRule(db, null, rule(7), second);
  expect(listOrderRules(db)[0]?.savedAt).toBe(first);
  saveOrderRule(db, null, rule(6), second);
  expect(listOrderRules(db)[0]?.savedAt).toBe(second);
  const { saved } = saveSupplier(db, { id: null, name: 'Val', rule: rule(2) }, first);
  const again = (days: number) =>
    saveSupplier(db, { id: saved.id, name: 'Val', rule: rule(days) }, second).saved.ruleSavedAt;
  expect([again(2), again(3)]).toEqual([first, second]);
  db.close();
});
