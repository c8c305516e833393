import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { readMenu } from '../../db/menus.ts';
import { migrate } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { type Database, openDatabase } from '../../db/open.ts';
import { answerQuestion, listQuestions, UnknownQuestionError } from '../../db/questions.ts';
import { listSites } from '../../db/sites.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Workbench } from './support/database.ts';

const bench = new Workbench();
const folder = temporaryFolder();
afterAll(() => bench.close());

const days = ['2025-09-01', '2025-09-02', '2025-09-04'];
const sectors = [1, 2, 3];
const menus = (title: string) =>
  [
    `Date;${title};Entrée;Plat;Dessert`,
    ...days.flatMap((day) => sectors.map((n) => `${day};${n};Salade ${n};Plat ${n};Pomme`)),
  ].join('\n');
const sitesFile = [
  'Cantine;Type;Secteur',
  ...['A', 'B', 'C', 'D', 'E'].map((name, at) => `École ${name};E;${1 + (at % 2)}`),
].join('\n');

function town(title = 'Secteur'): Database {
  const db = bench.database();
  bench.importOne(db, sitesFile);
  bench.importOne(db, menus(title));
  return db;
}

const siteIds = (db: Database, names: string) =>
  listSites(db)
    .filter(({ name }) => names.includes(name.slice(-1)))
    .map(({ id }) => id);
const mains = (db: Database) =>
  readMenu(db)
    .filter(({ date, dish }) => date === days[0] && dish.startsWith('Plat'))
    .map(({ siteId, dish }) => `${listSites(db).find(({ id }) => id === siteId)?.name} ${dish}`)
    .toSorted();
const question = (db: Database, name: string) => {
  const found = listQuestions(db).find((each) => each.name === name);
  if (found === undefined) {
    throw new Error(`no question about ${name}`);
  }
  return found;
};

// "Zone" is no title that is known: what stands below it tells the menus apart.
test.each(['Secteur', 'Zone', 'Lot', 'Cuisine'])('menus by %s wait for those who follow them', (title) => {
  const db = town(title);
  expect(readMenu(db)).toEqual([]);
  expect(listQuestions(db)).toMatchObject(
    sectors.map((n) => ({ name: `${title} ${n}`, menusOnly: true, rows: 9 })),
  );
});

test('sites of a sector are proposed; each follows one menu, and none is multiplied', () => {
  const db = town();
  const first = question(db, 'Secteur 1');
  expect(first.likelyFollowers).toEqual(siteIds(db, 'ACE'));
  answerQuestion(db, 'site', first.id, { type: 'followers', siteIds: first.likelyFollowers });
  const second = question(db, 'Secteur 2');
  answerQuestion(db, 'site', second.id, { type: 'followers', siteIds: siteIds(db, 'BD') });
  expect(mains(db)).toEqual([
    'École A Plat 1',
    'École B Plat 2',
    'École C Plat 1',
    'École D Plat 2',
    'École E Plat 1',
  ]);
  expect(listQuestions(db).map(({ name }) => name)).toEqual(['Secteur 3']);
});

test('the answer lasts for the next file, and can be taken back', () => {
  const db = town();
  const { id } = question(db, 'Secteur 1');
  answerQuestion(db, 'site', id, { type: 'followers', siteIds: siteIds(db, 'AB') });
  const next = menus('Secteur').replaceAll('2025-09', '2025-10');
  expect(bench.importOne(db, next)).toMatchObject({ imported: 3, asked: 6 });
  expect(readMenu(db).filter(({ date }) => date.startsWith('2025-10'))).toHaveLength(18);
  answerQuestion(db, 'site', id, { type: 'unanswered' });
  expect(readMenu(db)).toEqual([]);
  expect(question(db, 'Secteur 1').rows).toBe(18);
});

test('a site that does not exist cannot follow: nothing of the answer stays', () => {
  const db = town();
  const { id } = question(db, 'Secteur 1');
  const answer = { type: 'followers', siteIds: [...siteIds(db, 'A'), 999] } as const;
  expect(() => answerQuestion(db, 'site', id, answer)).toThrow(UnknownQuestionError);
  expect(readMenu(db)).toEqual([]);
});

test('a menu typed by hand stands in for the one that a site follows', () => {
  const db = town();
  const { id } = question(db, 'Secteur 1');
  answerQuestion(db, 'site', id, { type: 'followers', siteIds: siteIds(db, 'AB') });
  const [a] = siteIds(db, 'A');
  db.prepare('INSERT INTO typed_menu (date, site_id, dishes) VALUES (?, ?, ?)').run(
    days[0],
    a,
    '[{"dish":"Omelette"}]',
  );
  expect(mains(db)).toEqual(['École B Plat 1']);
});

test('a database of version 320 keeps its menus', () => {
  const file = join(folder, 'before.sqlite');
  const old = new BetterSqlite3(file);
  migrate(old, migrations, 320);
  old.exec(`INSERT INTO site (id, name, folded, kind) VALUES (1, 'A', 'A', 'E');
    INSERT INTO site_name (id, name, folded, site_id) VALUES (1, 'A', 'A', 1), (2, 'Secteur 1', 'SECTEUR 1', NULL);
    INSERT INTO menu_item (date, position, site_name_id, rank, dish) VALUES
      ('2025-09-01', 1, NULL, 1, 'Melon'), ('2025-09-01', 1, 1, 1, 'Radis'), ('2025-09-01', 1, 2, 1, 'Soupe');`);
  old.close();
  const db = openDatabase(file);
  expect(readMenu(db).map(({ siteId, dish }) => [siteId, dish])).toEqual([
    [null, 'Melon'],
    [1, 'Radis'],
  ]);
  db.close();
});
