import { fold, tidy } from './fold.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { numberOrNull } from './scalar.ts';

/** The name under which a site's rows are kept: its own, else another that files know it by, else a new one. */
export function nameOfSite(db: Database, siteId: number): number {
  return known(db, siteId, '') ?? newName(db, siteId);
}

/** The same for counts of all guests of the site: a name that stands for one of its groups will not do. */
export function wholeNameOfSite(db: Database, siteId: number): number {
  return known(db, siteId, 'AND (n.kind IS NULL OR n.kind = s.kind)') ?? newName(db, siteId);
}

function known(db: Database, siteId: number, only: string): number | null {
  const names = db.prepare(
    `SELECT n.id FROM site_name n JOIN site s ON s.id = n.site_id WHERE s.id = ? ${only}
     ORDER BY n.folded <> s.folded, n.kind IS NOT s.kind, n.id LIMIT 1`,
  );
  return numberOrNull(names.pluck(), siteId);
}

/** Its own name, numbered where that waits for an answer already, or is the name by which files know another site. */
function newName(db: Database, siteId: number): number {
  const { name, kind } = db.prepare('SELECT name, kind FROM site WHERE id = ?').get(siteId) as {
    readonly name: string;
    readonly kind: string;
  };
  const insert = db
    .prepare('INSERT OR IGNORE INTO site_name (name, folded, kind, site_id) VALUES (?, ?, ?, ?) RETURNING id')
    .pluck();
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : `${name} (${number})`;
    const id = numberOrNull(insert, numbered, fold(numbered), kind, siteId);
    if (id !== null) return id;
  }
}

/** The sites that files know by this name, of whatever kind. */
export function siteIdsOfName(db: ReadonlyDatabase, name: string): readonly number[] {
  const rows = db
    .prepare('SELECT DISTINCT site_id AS id FROM site_name WHERE folded = ? AND site_id IS NOT NULL')
    .all(fold(name)) as { id: number }[];
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/** One more name by which files know a site. `false`: it is that of another site, or stands for one already. */
export function addSiteName(db: Database, siteId: number, name: string): boolean {
  const folded = fold(name);
  const other = db
    .prepare(
      `SELECT 1 FROM site WHERE folded = @folded AND id <> @siteId
       UNION ALL SELECT 1 FROM site_name WHERE folded = @folded AND site_id <> @siteId`,
    )
    .get({ folded, siteId });
  if (other !== undefined) return false;
  db.prepare('UPDATE site_name SET site_id = ? WHERE folded = ? AND site_id IS NULL').run(siteId, folded);
  // Files name a site with its kind beside it, or without.
  const insert = db.prepare(
    `INSERT OR IGNORE INTO site_name (name, folded, kind, site_id)
     SELECT ?, ?, kind, id FROM site WHERE id = ? UNION ALL SELECT ?, ?, NULL, ?`,
  );
  insert.run(tidy(name), folded, siteId, tidy(name), folded, siteId);
  return true;
}
