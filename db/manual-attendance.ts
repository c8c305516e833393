import type { Database, ReadonlyDatabase } from './open.ts';
import { wholeNameOfSite } from './site-names.ts';

/** A served count typed in by hand; `null` where there is none. `day`: days since 1970-01-01. */
export interface ManualCount {
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
export function readAllManualCounts(db: ReadonlyDatabase): ReadonlyMap<string, number> {
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
export function readManualCounts(
  db: ReadonlyDatabase,
  siteId: number,
  from: number,
  to: number,
): readonly ManualCount[] {
  return db
    .prepare(
      `SELECT t.day, t.served FROM (${typedRows} AND a.day BETWEEN @from AND @to
         AND a.site_name_id IN (SELECT id FROM site_name WHERE site_id = @siteId)) t
       ORDER BY t.day`,
    )
    .all({ siteId, from, to }) as ManualCount[];
}

/**
 * Keeps served counts of all guests of a site, typed in by hand, beside the staff's figures of files; `null` takes
 * one away. Answers what was typed in before.
 */
export function saveManualCounts(
  db: Database,
  siteId: number,
  counts: readonly ManualCount[],
): readonly ManualCount[] {
  const save = db.transaction(() => {
    const name = wholeNameOfSite(db, siteId);
    const find = db.prepare('SELECT served, batch FROM attendance WHERE site_name_id = ? AND day = ?');
    const write = db.prepare(
      `INSERT INTO attendance (site_name_id, day, served) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET served = excluded.served`,
    );
    const forget = db.prepare(
      'DELETE FROM attendance WHERE site_name_id = ? AND day = ? AND served IS NULL AND staff IS NULL',
    );
    return counts.map(({ day, served }) => {
      const row = find.get(name, day) as { served: number | null; batch: number | null } | undefined;
      write.run(name, day, served);
      if (typeof row?.batch === 'number') typeUnder(db, row.batch, JSON.stringify([name, day]), served);
      forget.run(name, day);
      return { day, served: row?.served ?? null };
    });
  });
  return save.immediate();
}

/**
 * A count typed in beside what imports say of the day: it was there before all of them, as if they had only added the
 * rest. Undoing them leaves it, and takes their own figures away.
 */
function typeUnder(db: Database, batch: number, key: string, served: number | null): void {
  const find = db.prepare(
    `SELECT before_batch AS batch, before_json AS image FROM change
     WHERE batch = ? AND tbl = 'attendance' AND key = ? AND before_json IS NOT NULL`,
  );
  const update = db.prepare(
    `UPDATE change SET before_json = json_array(?, before_json ->> 1)
     WHERE batch = ? AND tbl = 'attendance' AND key = ?`,
  );
  let bottom: number | null = batch;
  let earlier = find.get(batch, key) as { batch: number | null } | undefined;
  while (bottom !== null && earlier) {
    update.run(served, bottom, key);
    bottom = earlier.batch;
    earlier = bottom === null ? undefined : (find.get(bottom, key) as { batch: number | null } | undefined);
  }
  if (bottom !== null) {
    db.prepare(
      `INSERT INTO change (batch, tbl, key, before_batch, before_json)
       VALUES (?, 'attendance', ?, NULL, json_array(?, NULL))`,
    ).run(bottom, key, served);
  }
  // A row without any figure is none: then the import made it.
  db.prepare(
    `DELETE FROM change WHERE tbl = 'attendance' AND key = ? AND before_batch IS NULL
     AND before_json ->> 0 IS NULL AND before_json ->> 1 IS NULL`,
  ).run(key);
}

/** Takes away the counts typed in about the sites that an import brought. */
export function forgetManualCounts(db: Database, batch: number): void {
  const names = 'SELECT n.id FROM site_name n JOIN site s ON s.id = n.site_id WHERE s.batch = ?';
  db.prepare(`DELETE FROM attendance WHERE batch IS NULL AND site_name_id IN (${names})`).run(batch);
  db.prepare(
    `DELETE FROM change WHERE tbl = 'attendance' AND before_batch IS NULL AND before_json IS NOT NULL
     AND key ->> 0 IN (${names})`,
  ).run(batch);
}
