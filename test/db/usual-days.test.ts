import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { readHistory } from '../../db/history.ts';
import { migrate } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { openDatabase } from '../../db/open.ts';
import { addSite } from '../../db/sites.ts';
import { listUsualDays, removeUsualDay, saveUsualDay } from '../../db/usual-days.ts';
import { dump, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

test('a database before version 330 keeps its rows and can hold estimates', () => {
  const file = join(bench.folder, 'before-usual.sqlite');
  const old = new BetterSqlite3(file);
  migrate(
    old,
    migrations.filter(({ version }) => version < 330),
  );
  old.exec("INSERT INTO site (name, folded, kind) VALUES ('Les Tilleuls', 'les tilleuls', 'E')");
  const before = dump(old as never).filter((row) => row.startsWith('site '));
  old.close();
  const db = openDatabase(file);
  expect(dump(db).filter((row) => row.startsWith('site '))).toEqual(before);
  saveUsualDay(db, { siteId: 1, children: 45, entered: '2026-01-10' });
  saveUsualDay(db, { siteId: 1, children: 48, entered: '2026-01-11' });
  expect(listUsualDays(db)).toEqual([{ siteId: 1, children: 48, entered: '2026-01-11' }]);
  removeUsualDay(db, 1);
  expect(listUsualDays(db)).toEqual([]);
  db.close();
});

test('an estimate is part of the history, and no attendance', () => {
  const db = bench.database();
  const usual = { children: 45, entered: '2026-01-10' };
  const { id } = addSite(db, { name: 'Les Ormes', kind: 'M/E', capacity: null, enrolled: null, usual });
  const history = readHistory(db);
  expect(history.usualDays).toEqual([{ siteId: id, ...usual }]);
  expect(history.attendance.day).toHaveLength(0);
  db.exec('DELETE FROM site');
  expect(listUsualDays(db)).toEqual([]);
});
