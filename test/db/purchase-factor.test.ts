import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { listPortionRules } from '../../db/catalogue/portion-rules.ts';
import { undoImport } from '../../db/import/undo.ts';
import { migrate } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { openDatabase } from '../../db/open.ts';
import { listPurchaseOrders } from '../../db/purchase-orders.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

/** A data folder of an earlier version: losses of 0, of 20 % and of 90 %, one of pieces, and an import over one. */
function earlier(): string {
  const file = join(folder, 'before.sqlite');
  const old = new BetterSqlite3(file);
  const upTo = migrations.filter(({ version }) => version < 360);
  migrate(old, upTo, upTo.at(-1)?.version ?? 0);
  old.exec(`
    INSERT INTO import_batch VALUES (1, '2026-01-12T09:00'), (2, '2026-01-13T09:00');
    INSERT INTO portion_rule VALUES
      ('food', 'pasta-rice', 'pasta-rice', 'g', 120, 170, NULL, 225, 0, NULL),
      ('food', 'roast', 'roast', 'g', 40, 60, 90, 90, 0.2, 2),
      ('food', 'stew', 'stew', 'g', 50, 70, 110, 110, 0.9, NULL),
      ('dish', 'oeuf dur', 'Œufs durs', 'piece', 1, 1.5, 2, 2, 0.5, NULL);
    INSERT INTO change (batch, tbl, key, before_batch, before_json) VALUES
      (2, 'portion_rule', '["food","roast"]', 1, '["roast","g",45,65,90,90,0.25]');
    INSERT INTO supplier_order (id, date, supplier, folded, version, by_clock, at)
      VALUES (1, '2026-01-15', 'Val', 'VAL', 1, 0, '2026-01-12T10:00');
    INSERT INTO supplier_order_line (order_id, position, ref, place, dish, key, quantity, unit, as_of)
      VALUES (1, 0, '20260115-0', 'Cuisine', 'Riz', 'riz', 17640, 'g', '2026-01-12');
    INSERT INTO edit_row VALUES (1, 1, 'portion_rule', 'x', NULL, '1'), (2, 1, 'setting', 'y', NULL, '2');
  `);
  old.close();
  return file;
}

test('a cooking loss on record becomes 1 ÷ (1 − loss), and one of over 4 stays', () => {
  const db = openDatabase(earlier());
  const factors = () =>
    Object.fromEntries(listPortionRules(db).map(({ name, portion }) => [name, portion.purchaseFactor]));
  expect(factors()).toEqual({
    'pasta-rice': null,
    roast: expect.closeTo(1.25, 12),
    stew: expect.closeTo(10, 9),
    'Œufs durs': 2,
  });
  expect(listPortionRules(db).find(({ name }) => name === 'roast')?.portion.amounts.E).toBe(60);
  // What was sent is as it left, and knows no yield.
  expect(listPurchaseOrders(db, '2026-01-15', '2026-01-15')[0]?.lines).toMatchObject([
    { quantity: 17_640, yield: null },
  ]);
  expect(db.prepare('SELECT edit FROM edit_row').pluck().all()).toEqual([2]);
  // The import before it is brought back with its own loss.
  undoImport(db, 2);
  expect(factors().roast).toBeCloseTo(1 / 0.75, 12);
  db.close();
});
