import type { IsoDate, SiteKind } from '../forecasting/domain/records.ts';
import { isoOf } from './day.ts';
import { fold, tidy } from './fold.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { SiteExistsError } from './sites.ts';

/** What a person may correct of a site. */
export interface SiteFacts {
  readonly name: string;
  readonly kind: SiteKind;
  readonly sector: string | null;
  readonly capacity: number | null;
}

/** A name under which files know a site, and the days recorded under it. */
export interface StoredSiteName {
  readonly id: number;
  readonly name: string;
  readonly kind: SiteKind | null;
  readonly days: number;
}

/** The children enrolled at all schools of a site; more than one school cannot be entered as one number. */
export interface StoredSiteEnrolment {
  readonly schoolYear: number;
  readonly children: number;
  readonly schools: number;
  /** The file that gave it; `null`: entered by hand. */
  readonly file: string | null;
  readonly enteredOn: IsoDate | null;
}

export function namesOfSite(db: ReadonlyDatabase, siteId: number): readonly StoredSiteName[] {
  return db
    .prepare(
      `SELECT min(n.id) AS id, n.name, min(n.kind) AS kind,
         sum((SELECT count(*) FROM attendance a WHERE a.site_name_id = n.id)) AS days
       FROM site_name n JOIN site s ON s.id = n.site_id WHERE s.id = ? AND n.folded <> s.folded
       GROUP BY n.folded ORDER BY n.folded`,
    )
    .all(siteId) as StoredSiteName[];
}

export function enrolmentOfSite(db: ReadonlyDatabase, siteId: number): readonly StoredSiteEnrolment[] {
  return db
    .prepare(
      `SELECT e.school_year AS schoolYear, sum(e.children) AS children, count(*) AS schools,
         max((SELECT f.name FROM import_file f WHERE f.batch = e.batch AND f.kind = 'enrolment' LIMIT 1)) AS file,
         max(e.entered_on) AS enteredOn
       FROM enrolment e JOIN school c ON c.id = e.school_id
       WHERE c.site_id = ? GROUP BY e.school_year ORDER BY e.school_year DESC`,
    )
    .all(siteId) as StoredSiteEnrolment[];
}

/** Days on which two sites both have a count, and the first of them. */
export function daysOfBoth(
  db: ReadonlyDatabase,
  a: number,
  b: number,
): { readonly days: number; readonly first: IsoDate | null } {
  const of = (parameter: string) =>
    `SELECT a.day FROM attendance a JOIN site_name n ON n.id = a.site_name_id
     WHERE n.site_id = ${parameter} AND a.served IS NOT NULL`;
  const found = db
    .prepare(`SELECT count(*) AS days, min(day) AS first FROM (${of('@a')} INTERSECT ${of('@b')})`)
    .get({ a, b }) as { days: number; first: number | null };
  return { days: found.days, first: found.first === null ? null : isoOf(found.first) };
}

const exists = (db: ReadonlyDatabase, folded: string, kind: SiteKind, but: number) =>
  db
    .prepare('SELECT id FROM site WHERE folded = ? AND kind = ? AND id <> ?')
    .pluck()
    .get(folded, kind, but) as number | undefined;

/**
 * Renames or corrects a site. Files go on knowing it by its old name, and what was decided about its orders follows.
 * Throws `SiteExistsError` where another site has that name and kind.
 */
export function updateSite(db: Database, siteId: number, facts: SiteFacts): void {
  const name = tidy(facts.name);
  const folded = fold(name);
  const { kind, sector, capacity } = facts;
  const update = db.transaction(() => {
    const other = exists(db, folded, kind, siteId);
    if (other !== undefined) throw new SiteExistsError(other);
    const old = db.prepare('SELECT name, folded, kind FROM site WHERE id = ?').get(siteId) as {
      name: string;
      folded: string;
      kind: SiteKind;
    };
    if (old.folded !== folded || old.kind !== kind) {
      keepName(db, old, siteId);
      moveOrders(db, old, { name, folded, kind });
    }
    db.prepare('UPDATE site SET name = ?, folded = ?, kind = ?, sector = ?, capacity = ? WHERE id = ?').run(
      name,
      folded,
      kind,
      sector,
      capacity,
      siteId,
    );
  });
  update.immediate();
}

type Named = Pick<SiteFacts, 'name' | 'kind'> & { readonly folded: string };

/** The name of a site stands for `siteId` in files to come. Two steps, so that undo takes the second one back. */
function keepName(db: Database, { name, folded, kind }: Named, siteId: number): void {
  db.prepare('INSERT OR IGNORE INTO site_name (name, folded, kind) VALUES (?, ?, ?)').run(name, folded, kind);
  db.prepare('UPDATE site_name SET site_id = ? WHERE folded = ? AND kind = ? AND site_id IS NOT ?').run(
    siteId,
    folded,
    kind,
    siteId,
  );
}

/** Orders are kept by the name of their site; where the new name has some already, both stay as they are. */
function moveOrders(db: Database, old: Named, { name, folded, kind }: Named): void {
  db.prepare(
    `UPDATE OR IGNORE order_site SET name = ?, folded = ?, kind = ? WHERE folded = ? AND kind = ?`,
  ).run(name, folded, kind, old.folded, old.kind);
}

interface Reference {
  readonly tbl: string;
  readonly column: string;
  readonly action: string;
}

/** Every table that speaks of sites by number: a new one takes part by itself. */
const references = (db: ReadonlyDatabase): readonly Reference[] =>
  db
    .prepare(
      `SELECT t.name AS tbl, f."from" AS "column", f.on_delete AS action
       FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
       WHERE t.schema = 'main' AND t.type = 'table' AND f."table" = 'site'`,
    )
    .all() as Reference[];

/**
 * Makes two sites one: names, schools, counts and all that was entered about the one belong to the other, whose own
 * entries stay where both have one; files that name the one mean the other.
 */
export function mergeSites(db: Database, siteId: number, into: number): void {
  const merge = db.transaction(() => {
    const old = db.prepare('SELECT name, folded, kind FROM site WHERE id = ?').get(siteId) as Named;
    // That the one is closed does not close the other.
    db.prepare('DELETE FROM site_dates WHERE site_id = ?').run(siteId);
    for (const reference of references(db)) {
      moveRows(db, reference, siteId, into);
      db.prepare(`DELETE FROM ${reference.tbl} WHERE ${reference.column} = ?`).run(siteId);
    }
    keepName(db, old, into);
    db.prepare('DELETE FROM site WHERE id = ?').run(siteId);
  });
  merge.immediate();
}

/** A row whose key names its site is written anew: undo and redo find rows by their keys. */
function moveRows(db: Database, { tbl, column }: Reference, siteId: number, into: number): void {
  const columns = db.prepare('SELECT name, pk FROM pragma_table_info(?)').all(tbl) as {
    name: string;
    pk: number;
  }[];
  if (columns.every(({ name, pk }) => name !== column || pk === 0)) {
    db.prepare(`UPDATE OR IGNORE ${tbl} SET ${column} = ? WHERE ${column} = ?`).run(into, siteId);
    return;
  }
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => (name === column ? '@into' : name));
  db.prepare(
    `INSERT OR IGNORE INTO ${tbl} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${tbl} WHERE ${column} = @siteId`,
  ).run({ siteId, into });
}

/** Removes a site and what was entered about it. Its counts wait under their names until a site takes them. */
export function removeSite(db: Database, siteId: number): void {
  const remove = db.transaction(() => {
    for (const { tbl, column, action } of references(db)) {
      const sql =
        action === 'CASCADE'
          ? `DELETE FROM ${tbl} WHERE ${column} = ?`
          : `UPDATE ${tbl} SET ${column} = NULL WHERE ${column} = ?`;
      db.prepare(sql).run(siteId);
    }
    db.prepare('DELETE FROM site WHERE id = ?').run(siteId);
  });
  remove.immediate();
}

/** A name, with whatever kind of site beside it, stands for no site any more: its rows wait for an answer. */
export function releaseName(db: Database, siteId: number, nameId: number): boolean {
  const released = db.prepare(
    `UPDATE site_name SET site_id = NULL
     WHERE site_id = ? AND folded = (SELECT folded FROM site_name WHERE id = ?)`,
  );
  return released.run(siteId, nameId).changes > 0;
}
