import { recordEdit, stepEdits } from '../../db/edits.ts';
import { readSetting, saveSetting } from '../../db/settings.ts';
import { Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

test('edits of two programs at once are each taken back alone', async () => {
  const [app, terminal] = [bench.database('shared.sqlite'), bench.database('shared.sqlite')];
  // The app is still working out what it will write when the terminal begins and ends.
  const mine = await recordEdit(app, async () => {
    const theirs = await recordEdit(terminal, () => saveSetting(terminal, 'theirs', 1));
    saveSetting(app, 'mine', 1);
    saveSetting(app, 'mine too', 1);
    return theirs.edit;
  });
  expect(mine.value).not.toBeNull();
  expect(mine.edit).not.toBe(mine.value);
  stepEdits(app, [mine.edit ?? 0], 'undo');
  expect(['mine', 'mine too', 'theirs'].map((key) => readSetting(app, key))).toEqual([
    undefined,
    undefined,
    1,
  ]);
  stepEdits(terminal, [mine.value ?? 0], 'undo');
  expect(readSetting(app, 'theirs')).toBeUndefined();
});

test('an edit whose transaction failed leaves no number behind', async () => {
  const db = bench.database();
  const { edit } = await recordEdit(db, () => {
    const failing = db.transaction(() => {
      saveSetting(db, 'lost', 1);
      throw new Error('no');
    });
    expect(failing).toThrow('no');
    saveSetting(db, 'kept', 1);
  });
  expect(edit).toBe(1);
  stepEdits(db, [1], 'undo');
  expect(readSetting(db, 'kept')).toBeUndefined();
  expect((await recordEdit(db, () => undefined)).edit).toBeNull();
});

test('what a person did is on the disk when it is answered; other writing goes on as before', async () => {
  const db = bench.database('lasting.sqlite');
  const level = () => db.pragma('synchronous', { simple: true });
  const before = level();
  const { value } = await recordEdit(db, level);
  expect([before, value, level()]).toEqual([1, 2, 1]);
});
