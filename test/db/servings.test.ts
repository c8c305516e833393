import { readServings } from '../../db/servings.ts';
import { Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const attendance = 'site_type;date;prevision;reel;site_nom\nE;2026-01-05;140;131;LES TILLEULS\n';
const servings = [
  'date;site;type;plat;prevu;prepare;servi;reste',
  '2026-01-05;Les Tilleuls;E;Hachis Parmentier;130;128;120;8',
  '2026-01-05;Les Tilleuls;E;Yaourt;130;;119;',
  '2026-01-05;École inconnue;E;Yaourt;30;30;29;1',
  '',
].join('\n');

test('servings come with the site behind the name; those of a place nobody knows wait', () => {
  const db = bench.database();
  bench.import(db, { 'frequentation.csv': attendance });
  bench.import(db, { 'plats-servis.csv': servings }, { kind: 'servings' });
  const siteId = db.prepare("SELECT id FROM site WHERE name LIKE 'L%'").pluck().get();
  expect(readServings(db)).toEqual([
    { siteId, date: '2026-01-05', dish: 'Hachis Parmentier', served: 120, prepared: 128, left: 8 },
    { siteId, date: '2026-01-05', dish: 'Yaourt', served: 119, prepared: null, left: null },
  ]);
});
