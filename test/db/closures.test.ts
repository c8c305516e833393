import { readClosures } from '../../db/calendar.ts';
import { forgetManualClosures, listClosures, removeClosures, saveClosures } from '../../db/closures.ts';
import { undoImport } from '../../db/import/undo.ts';
import type { Database } from '../../db/open.ts';
import { addSite, listSites } from '../../db/sites.ts';
import type { Closure } from '../../forecasting/domain/records.ts';
import { Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const attendance =
  'site_type,date,reel,site_nom\nE,2016-11-14,100,Les Tilleuls\nE,2016-11-14,90,La Fontaine\n';
const strikes = 'date,site,evenement\n2016-11-17,Les Tilleuls,GREVE\n2016-11-18,,GREVE\n';
const idOf = (db: Database, name: string) => listSites(db).find((site) => site.name === name)?.id ?? 0;
const strike = (date: string, siteId: number | null, announced: string | null = null): Closure => ({
  date,
  siteId,
  kind: 'strike',
  absent: null,
  announced,
});

function filled() {
  const db = bench.database();
  const { batch } = bench.import(db, { 'a.csv': attendance });
  const { batch: second } = bench.import(db, { 'greves.csv': strikes });
  return { db, tilleuls: idOf(db, 'Les Tilleuls'), batch: batch ?? 0, second: second ?? 0 };
}

test('what is typed in is kept beside what was imported, and read by a forecast', () => {
  const { db, tilleuls } = filled();
  expect(
    saveClosures(db, [strike('2016-11-21', tilleuls, '2016-11-15'), strike('2016-11-22', null)]),
  ).toEqual([]);
  expect(listClosures(db, '2016-11-18', '2016-11-21')).toEqual([
    { ...strike('2016-11-18', null), imported: true },
    { ...strike('2016-11-21', tilleuls, '2016-11-15'), imported: false },
  ]);
  expect(readClosures(db)).toContainEqual(strike('2016-11-21', tilleuls, '2016-11-15'));
});

test('what it takes the place of is answered, and can be put back', () => {
  const { db, tilleuls } = filled();
  const before = listClosures(db, '2016-01-01', '2016-12-31');
  const replaced = saveClosures(db, [strike('2016-11-17', tilleuls, '2016-11-10')]);
  expect(replaced).toEqual([{ ...strike('2016-11-17', tilleuls), imported: true }]);
  expect(listClosures(db, '2016-11-17', '2016-11-17')).toHaveLength(1);
  saveClosures(db, replaced);
  expect(listClosures(db, '2016-01-01', '2016-12-31').map(({ imported: _, ...rest }) => rest)).toEqual(
    before.map(({ imported: _, ...rest }) => rest),
  );
});

test('removing takes away exactly one kind on one day of one place', () => {
  const { db, tilleuls } = filled();
  saveClosures(db, [
    { ...strike('2016-11-17', tilleuls), kind: 'outing', absent: 24 },
    strike('2016-11-17', null),
  ]);
  expect(removeClosures(db, [{ date: '2016-11-17', siteId: tilleuls, kind: 'strike' }])).toEqual([
    { ...strike('2016-11-17', tilleuls), imported: true },
  ]);
  expect(listClosures(db, '2016-11-17', '2016-11-17').map(({ kind, siteId }) => [kind, siteId])).toEqual([
    ['strike', null],
    ['outing', tilleuls],
  ]);
  expect(removeClosures(db, [{ date: '2016-11-17', siteId: tilleuls, kind: 'strike' }])).toEqual([]);
});

test('a site typed in by hand has closures too, and a later file finds its name', () => {
  const db = bench.database();
  const { id } = addSite(db, { name: 'École du Bourg', kind: 'M/E', capacity: null, enrolled: null });
  saveClosures(db, [strike('2016-11-17', id)]);
  expect(listClosures(db, '2016-11-17', '2016-11-17')).toMatchObject([{ siteId: id }]);
  bench.import(db, { 'a.csv': 'site_type,date,reel,site_nom\nM/E,2016-11-14,50,ECOLE DU BOURG\n' });
  expect(listSites(db)).toHaveLength(1);
});

test('the undo of an import leaves what was typed in', () => {
  const { db, second } = filled();
  saveClosures(db, [strike('2016-11-21', null)]);
  undoImport(db, second);
  expect(listClosures(db, '2016-01-01', '2016-12-31')).toMatchObject([
    { date: '2016-11-21', imported: false },
  ]);
});

test('what was typed in about the sites of an import can be forgotten with it', () => {
  const { db, tilleuls, batch } = filled();
  saveClosures(db, [strike('2016-11-21', tilleuls), strike('2016-11-22', null)]);
  forgetManualClosures(db, batch);
  expect(listClosures(db, '2016-11-19', '2016-12-31')).toMatchObject([{ date: '2016-11-22', siteId: null }]);
});

test('a site known by several names has one closure of a kind a day', () => {
  const { db, tilleuls } = filled();
  db.prepare(
    "INSERT INTO site_name (name, folded, kind, site_id) VALUES ('Tilleuls', 'TILLEULS', NULL, ?)",
  ).run(tilleuls);
  bench.import(db, { 'g.csv': 'date,site,evenement\n2016-11-17,Tilleuls,GREVE\n' });
  expect(listClosures(db, '2016-11-17', '2016-11-17')).toHaveLength(1);
  removeClosures(db, [{ date: '2016-11-17', siteId: tilleuls, kind: 'strike' }]);
  expect(readClosures(db).filter(({ date }) => date === '2016-11-17')).toEqual([]);
});

test('a site whose own name waits for an answer takes no rows of that name', () => {
  const { db } = filled();
  const rowsOfName = () => db.prepare('SELECT id, site_id FROM site_name ORDER BY id').all();
  const { id } = addSite(db, { name: 'Jaurès', kind: 'E', capacity: null, enrolled: null });
  db.prepare("INSERT INTO site_name (name, folded, kind) VALUES ('JAURES', 'JAURES', 'E')").run();
  const before = rowsOfName();
  saveClosures(db, [strike('2016-11-21', id)]);
  expect(listClosures(db, '2016-11-21', '2016-11-21')).toMatchObject([{ siteId: id }]);
  expect(rowsOfName().slice(0, before.length)).toEqual(before);
});
