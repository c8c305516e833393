import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { migrate, schemaVersion } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { openDatabase } from '../../db/open.ts';
import { listServiceWeeks, removeServiceWeek, saveServiceWeek } from '../../db/service-weeks.ts';
import { dump, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const none = { weekdays: [], everyOtherWeek: [] };
const week = { term: { weekdays: [1, 2, 4, 5], everyOtherWeek: [3] }, holidays: none };

test('a database before version 240 keeps its rows and can state days of service', () => {
  const file = join(bench.folder, 'before.sqlite');
  const old = new BetterSqlite3(file);
  migrate(
    old,
    migrations.filter(({ version }) => version < 240),
  );
  old.exec("INSERT INTO site (name, folded, kind) VALUES ('Les Tilleuls', 'les tilleuls', 'E')");
  const before = dump(old as never).filter((row) => row.startsWith('site '));
  old.close();
  const db = openDatabase(file);
  expect(schemaVersion(db)).toBeGreaterThanOrEqual(240);
  expect(dump(db).filter((row) => row.startsWith('site '))).toEqual(before);
  saveServiceWeek(db, { siteId: 1, from: '2026-01-14', week });
  saveServiceWeek(db, { siteId: 1, from: '2026-01-14', week: { term: none, holidays: week.term } });
  saveServiceWeek(db, { siteId: 1, from: '2025-01-14', week });
  expect(listServiceWeeks(db)).toEqual([
    { siteId: 1, from: '2025-01-14', week },
    { siteId: 1, from: '2026-01-14', week: { term: none, holidays: week.term } },
  ]);
  expect(removeServiceWeek(db, 1, '2025-01-14')).toBe(true);
  expect(removeServiceWeek(db, 1, '2025-01-14')).toBe(false);
  db.exec('DELETE FROM site');
  expect(listServiceWeeks(db)).toEqual([]);
  db.close();
});
