import { recordEdit, stepEdits } from '../../db/edits.ts';
import {
  addStaffWeek,
  listStaffFigures,
  listStaffWeeks,
  markSeen,
  saveStaffFigures,
} from '../../db/staff-figures.ts';
import { updatedFrom, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const signed = { by: 'Anne', at: '2026-09-10T08:00' };

test('a database before version 520 keeps all it has', () => {
  const { db, changes } = updatedFrom(
    bench,
    520,
    `INSERT INTO site (name, folded, kind) VALUES ('Lilas', 'lilas', 'E');
    INSERT INTO weighing_tare (folded, name, grams) VALUES ('bac', 'Bac', 500)`,
  );
  expect(changes).toEqual([]);
  expect(listStaffWeeks(db)).toEqual([]);
  db.close();
});

test('figures are kept by site and day, replaced, taken away, and taken back', async () => {
  const db = bench.database();
  bench.importOne(db, 'site,kind,date,served\nLilas,E,2026-09-07,60\n');
  addStaffWeek(db, '2026-09-14', signed);
  addStaffWeek(db, '2026-09-14', { by: null, at: '2026-09-11T08:00' });
  expect(listStaffWeeks(db)).toEqual([{ monday: '2026-09-14', seenAt: null }]);
  const figure = { siteId: 1, date: '2026-09-14', quantity: 70 };
  saveStaffFigures(db, [figure], signed);
  const { edit } = await recordEdit(db, () => saveStaffFigures(db, [{ ...figure, quantity: 72 }], signed));
  expect(listStaffFigures(db, '2026-09-14', '2026-09-18')).toEqual([{ ...figure, quantity: 72 }]);
  stepEdits(db, [edit ?? 0], 'undo');
  expect(listStaffFigures(db, '2026-09-14', '2026-09-18')).toEqual([figure]);
  saveStaffFigures(db, [{ ...figure, quantity: null }], signed);
  expect(listStaffFigures(db, '2026-09-14', '2026-09-18')).toEqual([]);
  expect(markSeen(db, '2026-09-14', '2026-09-11T09:00')).toBe(true);
  expect(markSeen(db, '2026-09-14', '2026-09-12T09:00')).toBe(false);
  expect(listStaffWeeks(db)).toEqual([{ monday: '2026-09-14', seenAt: '2026-09-11T09:00' }]);
});
