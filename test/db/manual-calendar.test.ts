import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import {
  addConfirmedDays,
  addManualHoliday,
  addOpenDay,
  listConfirmedDays,
  listManualHolidays,
  listOpenDays,
} from '../../db/manual-calendar.ts';
import { migrate, schemaVersion } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { openDatabase } from '../../db/open.ts';
import { dump, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

test('a database before version 260 keeps its rows and can hold what people say of the calendar', () => {
  const file = join(bench.folder, 'before.sqlite');
  const old = new BetterSqlite3(file);
  migrate(
    old,
    migrations.filter(({ version }) => version < 260),
  );
  expect(schemaVersion(old)).toBeLessThan(260);
  old.exec(`INSERT INTO site (name, folded, kind) VALUES ('Les Tilleuls', 'les tilleuls', 'E');
    INSERT INTO closure (date, kind) VALUES ('2026-01-15', 'strike')`);
  const kept = (rows: readonly string[]) => rows.filter((row) => /^(site|closure) /.test(row));
  const before = kept(dump(old as never));
  old.close();
  const db = openDatabase(file);
  expect(schemaVersion(db)).toBeGreaterThanOrEqual(260);
  expect(kept(dump(db))).toEqual(before);
  addManualHoliday(db, { name: 'Pont', firstDay: '2026-05-15', lastDay: '2026-05-15' });
  addConfirmedDays(db, '2027-09-02', '2027-09-03');
  addOpenDay(db, { date: '2026-01-17', siteId: 1 });
  expect(listManualHolidays(db)).toMatchObject([{ name: 'Pont', firstDay: '2026-05-15' }]);
  expect(listConfirmedDays(db)).toMatchObject([{ firstDay: '2027-09-02', lastDay: '2027-09-03' }]);
  expect(listOpenDays(db)).toEqual([{ date: '2026-01-17', siteId: 1 }]);
  // What a file can never hold: a period that ends before it starts.
  expect(() => addConfirmedDays(db, '2027-09-03', '2027-09-02')).toThrow();
  db.exec('DELETE FROM site');
  expect(listOpenDays(db)).toEqual([]);
  db.close();
});
