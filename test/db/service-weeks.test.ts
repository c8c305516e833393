import { schemaVersion } from '../../db/migrations/migrate.ts';
import { listServiceWeeks, removeServiceWeek, saveServiceWeek } from '../../db/service-weeks.ts';
import { updatedFrom, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const none = { weekdays: [], everyOtherWeek: [] };
const week = { term: { weekdays: [1, 2, 4, 5], everyOtherWeek: [3] }, holidays: none };

test('a database before version 240 keeps its rows and can state days of service', () => {
  const { db, changes } = updatedFrom(
    bench,
    240,
    "INSERT INTO site (name, folded, kind) VALUES ('Les Tilleuls', 'les tilleuls', 'E')",
    ['site'],
  );
  expect(schemaVersion(db)).toBeGreaterThanOrEqual(240);
  expect(changes).toEqual([]);
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
