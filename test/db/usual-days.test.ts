import { readHistory } from '../../db/history.ts';
import { addSite } from '../../db/sites.ts';
import { listUsualDays, removeUsualDay, saveUsualDay } from '../../db/usual-days.ts';
import { updatedFrom, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

test('a database before version 330 keeps its rows and can hold estimates', () => {
  const { db, changes } = updatedFrom(
    bench,
    330,
    "INSERT INTO site (name, folded, kind) VALUES ('Les Tilleuls', 'les tilleuls', 'E')",
    ['site'],
  );
  expect(changes).toEqual([]);
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
