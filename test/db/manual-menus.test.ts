import { listDishDays } from '../../db/dishes.ts';
import { undoImport } from '../../db/import/undo.ts';
import { listManualMenuDays, readManualMenu, saveManualMenu } from '../../db/manual-menus.ts';
import { countMenuDays, menuExtent, readMenu, readMenuOf, sitesWithMenus } from '../../db/menus.ts';
import { addSite } from '../../db/sites.ts';
import { countsOf, problemsOf, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const november = 'Date;Rang;Plat\n14/11/2016;1;Melon\n14/11/2016;2;Hachis\n15/11/2016;1;Soupe\n';
const city = (date: string) => ({ date, siteId: null });
const of = (dish: string) => ({ dish, course: null, choice: null });

function filled() {
  const db = bench.database();
  const { batch } = bench.import(db, { 'menus.csv': november });
  return { db, batch: batch ?? 0 };
}
const dishes = (db: Parameters<typeof readMenu>[0], date: string) =>
  readMenuOf(db, date, date).map(({ dish }) => dish);

test('a list typed in stands in for the list of the file, and taking it away brings that one back', () => {
  const { db } = filled();
  expect(saveManualMenu(db, city('2016-11-14'), [of('  Melon  '), of('Lasagnes')])).toBeNull();
  expect(dishes(db, '2016-11-14')).toEqual(['Melon', 'Lasagnes']);
  expect(listDishDays(db).map(({ dish }) => dish)).toEqual(['Lasagnes', 'Melon', 'Soupe']);
  expect(saveManualMenu(db, city('2016-11-14'), null)).toEqual([of('Melon'), of('Lasagnes')]);
  expect(dishes(db, '2016-11-14')).toEqual(['Melon', 'Hachis']);
  expect(readManualMenu(db, city('2016-11-14'))).toBeNull();
});

test('course, choice and order are kept; an empty list says that there is no menu', () => {
  const { db } = filled();
  saveManualMenu(db, city('2016-11-17'), [
    { dish: 'Rôti', course: 'main', choice: 1 },
    { dish: 'Dhal', course: 'main', choice: 1 },
  ]);
  expect(readMenuOf(db, '2016-11-17', '2016-11-17')).toEqual([
    { date: '2016-11-17', siteId: null, rank: 1, course: 'main', dish: 'Rôti', choice: 1 },
    { date: '2016-11-17', siteId: null, rank: 2, course: 'main', dish: 'Dhal', choice: 1 },
  ]);
  saveManualMenu(db, city('2016-11-15'), []);
  expect(dishes(db, '2016-11-15')).toEqual([]);
  expect(countMenuDays(db)).toBe(2);
  expect(menuExtent(db)).toEqual({ firstDay: '2016-11-14', lastDay: '2016-11-17' });
  expect(listManualMenuDays(db, null, '2016-11-01', '2016-11-16')).toEqual(['2016-11-15']);
});

test('a later import leaves it as it is, says so, and keeps what the file says beneath', () => {
  const { db } = filled();
  saveManualMenu(db, city('2016-11-14'), [of('Lasagnes')]);
  const changed = november.replace('Hachis', 'Poulet');
  const outcome = bench.importOne(db, changed);
  expect(countsOf(outcome)).toMatchObject({ read: 3, updated: 1, unchanged: 2 });
  expect(problemsOf(outcome)).toEqual(['warning - menus-typed -']);
  expect(dishes(db, '2016-11-14')).toEqual(['Lasagnes']);
  saveManualMenu(db, city('2016-11-14'), null);
  expect(dishes(db, '2016-11-14')).toEqual(['Melon', 'Poulet']);
  expect(problemsOf(bench.importOne(db, november))).toEqual([]);
});

test('the menu of a place that nobody knows has nothing to do with the typed list of every site', () => {
  const { db } = filled();
  bench.import(db, { 'sites.csv': 'nom;type\nLes Tilleuls;E\n' }, { kind: 'sites' });
  saveManualMenu(db, city('2016-11-14'), [of('Lasagnes')]);
  const outcome = bench.importOne(db, 'Date;Site;Rang;Plat\n14/11/2016;Ailleurs;1;Melon\n');
  expect(problemsOf(outcome).filter((problem) => problem.includes('menus-typed'))).toEqual([]);
});

test('undoing the import of the file leaves what was typed in', () => {
  const { db, batch } = filled();
  saveManualMenu(db, city('2016-11-14'), [of('Lasagnes')]);
  undoImport(db, batch);
  expect(readMenu(db).map(({ dish }) => dish)).toEqual(['Lasagnes']);
});

test('one site may have a list of its own beside that of every site', () => {
  const { db } = filled();
  const { id } = addSite(db, { name: 'Les Tilleuls', kind: 'E', capacity: null, enrolled: null });
  saveManualMenu(db, { date: '2016-11-14', siteId: id }, [of('Gratin')]);
  expect(readMenuOf(db, '2016-11-14', '2016-11-14').map(({ siteId, dish }) => [siteId, dish])).toEqual([
    [null, 'Melon'],
    [null, 'Hachis'],
    [id, 'Gratin'],
  ]);
  expect(sitesWithMenus(db)).toEqual([id]);
});
