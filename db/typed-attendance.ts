import type { Database, ReadonlyDatabase } from './open.ts';
import { wholeNameOfSite } from './site-names.ts';

/** A served count typed in by hand; `null` where there is none. `day`: days since 1970-01-01. */
export interface TypedCount {
  readonly day: number;
  readonly served: number | null;
}

/**
 * Counts typed in: rows that no import owns, and rows of which an import has only changed the rest (the staff's
 * figure) since; the image that it kept for its undoing tells.
 */
const typedRows = `SELECT a.site_name_id, a.day, a.served FROM attendance a
  WHERE a.served IS NOT NULL AND (a.batch IS NULL OR EXISTS (
    SELECT 1 FROM change c WHERE c.tbl = 'attendance' AND c.key = json_array(a.site_name_id, a.day)
      AND c.before_batch IS NULL AND c.before_json IS NOT NULL AND c.before_json ->> 0 = a.served))`;

/** Every served count that was typed in, under `name day`. */
export function readAllTypedCounts(db: ReadonlyDatabase): ReadonlyMap<string, number> {
  const changed = db
    .prepare(
      `SELECT key ->> 0, key ->> 1, before_json ->> 0 FROM change
       WHERE tbl = 'attendance' AND before_batch IS NULL AND before_json IS NOT NULL`,
    )
    .raw();
  const find = db.prepare(
    'SELECT served FROM attendance WHERE site_name_id = ? AND day = ? AND batch IS NOT NULL AND served = ?',
  );
  const own = db
    .prepare('SELECT site_name_id, day, served FROM attendance WHERE batch IS NULL AND served IS NOT NULL')
    .raw();
  const rows = [...(changed.all() as Row[]).filter((row) => find.get(...row)), ...(own.all() as Row[])];
  return new Map(rows.map(([name, day, served]) => [`${name} ${day}`, served]));
}

type Row = [name: number, day: number, served: number];

/** The counts that were typed in for a site, by day. */
export function readTypedCounts(
  db: ReadonlyDatabase,
  siteId: number,
  from: number,
  to: number,
): readonly TypedCount[] {
  return db
    .prepare(
      `SELECT t.day, t.served FROM (${typedRows} AND a.day BETWEEN @from AND @to
         AND a.site_name_id IN (SELECT id FROM site_name WHERE site_id = @siteId)) t
       ORDER BY t.day`,
    )
    .all({ siteId, from, to }) as TypedCount[];
}

/**
 * Keeps served counts of all guests of a site, typed in by hand, beside the staff's figures of files; `null` takes
 * one away. Answers what was typed in before.
 */
export function saveTypedCounts(
  db: Database,
  siteId: number,
  counts: readonly TypedCount[],
): readonly TypedCount[] {
  const save = db.transaction(() => {
    const name = wholeNameOfSite(db, siteId);
    const find = db.prepare('SELECT served FROM attendance WHERE site_name_id = ? AND day = ?').pluck();
    const write = db.prepare(
      `INSERT INTO attendance (site_name_id, day, served) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET served = excluded.served, batch = NULL`,
    );
    const forget = db.prepare(
      'DELETE FROM attendance WHERE site_name_id = ? AND day = ? AND served IS NULL AND staff IS NULL',
    );
    return counts.map(({ day, served }) => {
      const before = (find.get(name, day) ?? null) as number | null;
      write.run(name, day, served);
      forget.run(name, day);
      return { day, served: before };
    });
  });
  return save.immediate();
}

/** Takes away the counts typed in about the sites that an import brought. */
export function forgetTypedCounts(db: Database, batch: number): void {
  db.prepare(
    `DELETE FROM attendance WHERE batch IS NULL AND site_name_id IN
       (SELECT n.id FROM site_name n JOIN site s ON s.id = n.site_id WHERE s.batch = ?)`,
  ).run(batch);
}
