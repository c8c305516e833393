import { saveAsUsual } from '../../db/as-usual.ts';
import { listClosures, saveClosures } from '../../db/closures.ts';
import { dataVersion } from '../../db/data-version.ts';
import { recordEdit, StaleEditError, stepEdits } from '../../db/edits.ts';
import { undoImport } from '../../db/import/undo.ts';
import type { Database } from '../../db/open.ts';
import { saveServiceWeek } from '../../db/service-weeks.ts';
import { readSetting, saveSetting } from '../../db/settings.ts';
import { addSiteName } from '../../db/site-names.ts';
import { addSite } from '../../db/sites.ts';
import { saveTares } from '../../db/weighings.ts';
import { sourceFiles } from '../rules/source-files.ts';
import { dump, Workbench } from './support/database.ts';

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

test('a connection watches its tables once: no edit makes the ones after it slower', async () => {
  const db = bench.database();
  const schema = () => db.pragma('temp.schema_version', { simple: true });
  await recordEdit(db, () => saveSetting(db, 'first', 1));
  const watched = schema();
  await expect(
    recordEdit(db, () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  const { edit } = await recordEdit(db, () => saveSetting(db, 'second', 2));
  expect([edit, schema()]).toEqual([2, watched]);
  // To look whether anything was changed changes nothing.
  const version = dataVersion(db);
  await recordEdit(db, () => undefined);
  expect(dataVersion(db)).toBe(version);
  // What is no edit is watched, and not kept.
  saveSetting(db, 'beside', 3);
  expect(db.prepare('SELECT DISTINCT edit FROM edit_row ORDER BY edit').pluck().all()).toEqual([1, 2]);
  await expect(recordEdit(db, () => recordEdit(db, () => undefined))).rejects.toThrow('recorded already');
  expect((await recordEdit(db, () => saveSetting(db, 'third', 3))).edit).toBe(3);
});

test('tables that another program changed meanwhile are watched as they are now', async () => {
  const [app, other] = [bench.database('altered.sqlite'), bench.database('altered.sqlite')];
  await recordEdit(app, () => saveSetting(app, 'first', 1));
  other.exec(
    "ALTER TABLE setting ADD COLUMN note TEXT DEFAULT 'none'; CREATE TABLE later (id INTEGER PRIMARY KEY)",
  );
  const { edit } = await recordEdit(app, () => {
    saveSetting(app, 'first', 2);
    app.exec('INSERT INTO later VALUES (7)');
  });
  stepEdits(app, [edit ?? 0], 'undo');
  expect(readSetting(app, 'first')).toBe(1);
  expect(app.prepare('SELECT count(*) FROM later').pluck().get()).toBe(0);
});

test('what is said again in place of what was said is taken back', async () => {
  const db = bench.database();
  const siteId = addSite(db, { name: 'Les Tilleuls', kind: 'E', capacity: null, enrolled: null }).id;
  const day = 20_000;
  await recordEdit(db, () => saveAsUsual(db, [{ siteId, day, count: 40 }]));
  const before = rowsOf(db);
  const again = await edited(db, () => saveAsUsual(db, [{ siteId, day, count: 41 }]));
  stepEdits(db, [again], 'undo');
  expect(rowsOf(db)).toEqual(before);
  const tares = ['Bac', 'bac'].map((name, i) => ({ name, grams: 400 + i }));
  stepEdits(db, [await edited(db, () => saveTares(db, tares))], 'undo');
  expect(rowsOf(db)).toEqual(before);
});

test('no statement replaces a row: SQLite tells nobody of the one that goes', () => {
  const replacing = sourceFiles().filter(({ text }) => /\bREPLACE INTO\b/i.test(text));
  expect(replacing).toEqual([]);
});

const closed = (date: string, siteId: number) =>
  ({ date, siteId, kind: 'closure', absent: null, announced: null }) as const;
const rowsOf = (db: Database) => dump(db).filter((row) => !row.startsWith('edit_row ['));

async function edited(db: Database, work: () => unknown): Promise<number> {
  const { edit } = await recordEdit(db, work);
  return edit ?? 0;
}

test('an import that was undone comes back, though its site got a name by the way since', async () => {
  const db = bench.database();
  const attendance = 'site_type,date,reel,site_nom\nE,2026-01-08,81,Les Tilleuls\n';
  const { batch } = bench.import(db, { 'a.csv': attendance });
  const week = { weekdays: [1, 2, 4, 5], everyOtherWeek: [] };
  const before = rowsOf(db);
  const edits = [
    await edited(db, () =>
      saveServiceWeek(db, { siteId: 1, from: '2026-01-14', week: { term: week, holidays: week } }),
    ),
    await edited(db, () => undoImport(db, batch ?? 0)),
    await edited(db, () => saveClosures(db, [closed('2026-01-22', 1)])),
  ];
  const after = rowsOf(db);
  stepEdits(db, edits, 'undo');
  expect(rowsOf(db)).toEqual(before);
  stepEdits(db, edits, 'redo');
  expect(rowsOf(db)).toEqual(after);
});

test('the name that a site gets by the way stays for what else uses it', async () => {
  const db = bench.database();
  const { id } = addSite(db, { name: 'Jaurès', kind: 'E', capacity: null, enrolled: null });
  db.exec('DELETE FROM site_name');
  const before = rowsOf(db);
  const first = await edited(db, () => saveClosures(db, [closed('2026-01-22', id)]));
  const second = await edited(db, () => saveClosures(db, [closed('2026-01-23', id)]));
  stepEdits(db, [first], 'undo');
  expect(listClosures(db, '2026-01-01', '2026-01-31').map(({ date }) => date)).toEqual(['2026-01-23']);
  stepEdits(db, [first], 'redo');
  stepEdits(db, [first, second], 'undo');
  expect(rowsOf(db)).toEqual(before);
});

test('a name that a person gave a site is taken back, unless rows came under it', async () => {
  const db = bench.database();
  const { id } = addSite(db, { name: 'Jaurès', kind: 'E', capacity: null, enrolled: null });
  const before = rowsOf(db);
  const edit = await edited(db, () => addSiteName(db, id, 'JAURES PRIM'));
  expect(rowsOf(db)).not.toEqual(before);
  stepEdits(db, [edit], 'undo');
  expect(rowsOf(db)).toEqual(before);
  stepEdits(db, [edit], 'redo');
  bench.import(db, { 'a.csv': 'site_type,date,reel,site_nom\nE,2026-01-08,81,Jaures prim\n' });
  expect(() => stepEdits(db, [edit], 'undo')).toThrow(StaleEditError);
});
