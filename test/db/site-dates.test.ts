import { mergeSites } from '../../db/edit-sites.ts';
import { saveSiteDates } from '../../db/site-dates.ts';
import { addSiteName } from '../../db/site-names.ts';
import { addSite, listSites } from '../../db/sites.ts';
import { updatedFrom, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

test('a database before version 340 keeps its rows and can hold opening and closing dates', () => {
  const { db, changes } = updatedFrom(
    bench,
    340,
    "INSERT INTO site (name, folded, kind) VALUES ('Les Tilleuls', 'les tilleuls', 'E')",
    ['site'],
  );
  expect(changes).toEqual([]);
  expect(listSites(db)[0]).not.toHaveProperty('openFrom');
  saveSiteDates(db, 1, { openFrom: '2020-09-01', closedFrom: '2027-07-05' });
  expect(listSites(db)[0]).toMatchObject({ openFrom: '2020-09-01', closedFrom: '2027-07-05' });
  expect(() => saveSiteDates(db, 1, { openFrom: '2027-07-05', closedFrom: '2027-07-05' })).toThrow();
  saveSiteDates(db, 1, { openFrom: null, closedFrom: null });
  expect(listSites(db)[0]).not.toHaveProperty('closedFrom');
  db.close();
});

const draft = (name: string) => ({ name, kind: 'E' as const, capacity: null, enrolled: null });

test('merging a closed site into another does not close that one', () => {
  const db = bench.database();
  const [old, kept] = [addSite(db, draft('Ancienne école')), addSite(db, draft('Nouvelle école'))];
  saveSiteDates(db, old.id, { openFrom: null, closedFrom: '2026-07-04' });
  mergeSites(db, old.id, kept.id);
  expect(listSites(db)).toEqual([
    { id: kept.id, name: 'Nouvelle école', kind: 'E', sector: null, capacity: null },
  ]);
});

test('a name is one site’s only, whatever its case and accents', () => {
  const db = bench.database();
  const [a, b] = [addSite(db, draft('Jean Jaurès')), addSite(db, draft('Émile Zola'))];
  expect(addSiteName(db, a.id, 'JAURES PRIM')).toBe(true);
  expect(addSiteName(db, a.id, 'jaurès prim')).toBe(true);
  expect(addSiteName(db, b.id, 'Jaures Prim')).toBe(false);
  expect(addSiteName(db, a.id, 'emile zola')).toBe(false);
});
