import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importFiles } from '../../../db/import/import-files.ts';
import type { ImportKind } from '../../../db/import/problem.ts';
import { withUnpacked } from '../../../db/import/unpack/unpack-sources.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { countsOf, problemsOf, Workbench } from '../support/database.ts';
import { cases } from './corpus-cases.ts';
import { packedCases } from './packed-cases.ts';

const folder = join(__dirname, '..', '..', 'fixtures', 'import');
const bench = new Workbench();
afterAll(() => bench.close());

const allCases = { ...cases, ...packedCases };

test('each file of the folder has its case', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(allCases).sort());
  expect(Object.keys(cases).length).toBeGreaterThanOrEqual(60);
});

test.each(Object.entries(allCases))('%s', async (name, expected) => {
  const db = bench.database();
  const source = { name, path: join(folder, name) };
  const { files } = await withUnpacked(
    [source],
    () => false,
    (sources) => importFiles(db, sources, { now: '2026-11-23T09:00' }),
  );
  for (const outcome of files) {
    countsOf(outcome);
  }
  expect({
    kind: files.find(({ kind }) => kind !== null)?.kind ?? null,
    records: [...recordsOf(db, expected.kind)].sort(),
    problems: files.flatMap(problemsOf),
    files: files.map(({ file }) => file),
  }).toEqual({
    kind: expected.kind,
    records: [...expected.records].sort(),
    problems: expected.problems ?? [],
    files: expected.files ?? [name],
  });
});

function recordsOf(db: ReadonlyDatabase, kind: ImportKind | null): readonly string[] {
  const select = (sql: string) => (db.prepare(sql).raw().all() as (string | number | null)[][]).map(written);
  switch (kind) {
    case null:
      return select('SELECT id FROM import_batch');
    case 'attendance':
      return select(
        `SELECT n.name, n.kind, date(a.day * 86400, 'unixepoch'), 'served', a.served, 'planned', a.staff
         FROM attendance a JOIN site_name n ON n.id = a.site_name_id`,
      );
    case 'menus':
      return select('SELECT date, rank, course, dish, choice FROM menu_item');
    case 'enrolment':
      return select(
        'SELECT s.name, e.school_year, e.children FROM enrolment e JOIN school s ON s.id = e.school_id',
      );
    case 'sites':
      return select('SELECT name, kind, sector, capacity FROM site');
    case 'closures':
      return select(
        `SELECT c.date, c.kind, n.name, c.absent, c.announced
         FROM closure c LEFT JOIN site_name n ON n.id = c.site_name_id`,
      );
    case 'servings':
      return select(
        `SELECT n.name, date(s.day * 86400, 'unixepoch'), s.dish, 'served', s.served, 'prepared', s.prepared, 'left', s.left_over
         FROM serving s JOIN site_name n ON n.id = s.site_name_id`,
      );
    case 'portions':
      return select(
        `SELECT scope_type, scope, '|', name, unit, maternelle, elementaire, college, adult, purchase_factor
         FROM portion_rule`,
      );
    case 'packs':
      return select(
        `SELECT r.scope_type, r.scope, s.name, r.minimum, r.keeps, '|', z.name, z.unit, z.amount,
                z.maternelle, z.elementaire, z.college, z.adult, z.price
         FROM pack_rule r JOIN pack_size z USING (scope_type, scope) LEFT JOIN supplier s ON s.id = r.supplier_id`,
      );
    default:
      return select('SELECT zone, school_year, period, first_day, last_day FROM school_holiday');
  }
}

function written(row: readonly (string | number | null)[]): string {
  return row.map((value) => value ?? '-').join(' ');
}
