import { saveKitchen } from '../../db/catalogue/kitchens.ts';
import { recordEdit, stepEdits } from '../../db/edits.ts';
import { listLeakTrials, removeLeakTrial, saveLeakTrial } from '../../db/leak-trials.ts';
import { listPurchaseOrders } from '../../db/purchase-orders.ts';
import { updatedFrom, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const trial = { cause: 'override-above', triedOn: '2026-09-14', by: 'Anne', at: '2026-09-14T08:00' };
const key = { siteId: 1, kind: 'weekday', part: '1' };

test('a database before version 430 keeps all it has', () => {
  const { db, changes } = updatedFrom(
    bench,
    430,
    `INSERT INTO site (name, folded, kind) VALUES ('Lilas', 'lilas', 'E');
    INSERT INTO weighing_tare (folded, name, grams) VALUES ('bac', 'Bac', 500)`,
  );
  expect(changes).toEqual([]);
  expect(listLeakTrials(db)).toEqual([]);
  db.close();
});

test('a database before version 540 keeps its orders, of whose packs nothing is known', () => {
  const { db, changes } = updatedFrom(
    bench,
    540,
    `INSERT INTO supplier_order VALUES (1, '2026-12-17', 'Boulanger', 'boulanger', 1, NULL, 0, '2026-12-14T09:00');
    INSERT INTO supplier_order_line (order_id, position, ref, place, dish, key, size, quantity, unit, as_of)
      VALUES (1, 0, '20261217-A', 'Nord', 'Pain', 'pain', 'sac', 4, 'pack', '2026-12-10')`,
  );
  expect(changes).toEqual([]);
  const [order] = listPurchaseOrders(db, '2026-12-17', '2026-12-17');
  expect(order?.lines).toMatchObject([{ ref: '20261217-A', packing: null }]);
  db.close();
});

test('a trial in a kitchen outlives its new name', () => {
  const db = bench.database();
  const { saved } = saveKitchen(db, { id: null, name: 'Cuisine Nord', pools: false });
  const place = { kitchenId: saved.id, kind: 'pack', part: 'food bread' };
  saveLeakTrial(db, place, trial);
  saveKitchen(db, { ...saved, name: 'Cuisine du Port' });
  const { at: _, ...kept } = trial;
  expect(listLeakTrials(db)).toEqual([{ place, ...kept }]);
  expect(removeLeakTrial(db, { ...place, part: 'food rice' })).toBe(false);
  expect(removeLeakTrial(db, place)).toBe(true);
});

test('one trial a place, which can be taken back', async () => {
  const db = bench.database();
  bench.importOne(db, 'site,kind,date,served\nLilas,E,2026-09-14,60\n');
  saveLeakTrial(db, key, { ...trial, cause: 'outings' });
  const { edit } = await recordEdit(db, () => saveLeakTrial(db, key, trial));
  const { at: _, ...kept } = trial;
  expect(listLeakTrials(db)).toEqual([{ place: key, ...kept }]);
  stepEdits(db, [edit ?? 0], 'undo');
  expect(listLeakTrials(db)).toMatchObject([{ cause: 'outings' }]);
  expect(removeLeakTrial(db, { ...key, part: '2' })).toBe(false);
  expect(removeLeakTrial(db, key)).toBe(true);
});
