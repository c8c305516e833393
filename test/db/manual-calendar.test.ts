import {
  addConfirmedDays,
  addManualHoliday,
  addOpenDay,
  listConfirmedDays,
  listManualHolidays,
  listOpenDays,
} from '../../db/manual-calendar.ts';
import { schemaVersion } from '../../db/migrations/migrate.ts';
import { updatedFrom, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

test('a database before version 260 keeps its rows and can hold what people say of the calendar', () => {
  const { db, changes } = updatedFrom(
    bench,
    260,
    `INSERT INTO site (name, folded, kind) VALUES ('Les Tilleuls', 'les tilleuls', 'E');
    INSERT INTO closure (date, kind) VALUES ('2026-01-15', 'strike')`,
    ['site', 'closure'],
  );
  expect(schemaVersion(db)).toBeGreaterThanOrEqual(260);
  expect(changes).toEqual([]);
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
