import { recordEdit, stepEdits } from '../../db/edits.ts';
import { listLeakTrials, removeLeakTrial, saveLeakTrial } from '../../db/leak-trials.ts';
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

test('one trial a place, which can be taken back', async () => {
  const db = bench.database();
  bench.importOne(db, 'site,kind,date,served\nLilas,E,2026-09-14,60\n');
  saveLeakTrial(db, key, { ...trial, cause: 'outings' });
  const { edit } = await recordEdit(db, () => saveLeakTrial(db, key, trial));
  const { at: _, ...kept } = trial;
  expect(listLeakTrials(db)).toEqual([{ ...key, ...kept }]);
  stepEdits(db, [edit ?? 0], 'undo');
  expect(listLeakTrials(db)).toMatchObject([{ cause: 'outings' }]);
  expect(removeLeakTrial(db, { ...key, part: '2' })).toBe(false);
  expect(removeLeakTrial(db, key)).toBe(true);
});
