import type { Closure, ClosureKind, IsoDate } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { nameOfSite } from './site-names.ts';

export interface StoredClosure extends Closure {
  /** It came with a file; otherwise someone typed it in. */
  readonly imported: boolean;
}

/** What a closure is known by: one kind on one day, of one site or (`null`) of all. */
export interface ClosureKey {
  readonly date: IsoDate;
  readonly siteId: number | null;
  readonly kind: ClosureKind;
}

const listed = `SELECT c.date, n.site_id AS siteId, c.kind, max(c.absent) AS absent, min(c.announced) AS announced,
    max(c.batch IS NOT NULL) AS imported
  FROM closure c LEFT JOIN site_name n ON n.id = c.site_name_id`;

type Row = Omit<StoredClosure, 'imported'> & { readonly imported: 0 | 1 };
const stored = (row: Row): StoredClosure => ({ ...row, imported: row.imported === 1 });

/** Strikes, closures and outings of a period, by date; one for a site, under whatever names files know it. */
export function listClosures(db: ReadonlyDatabase, from: IsoDate, to: IsoDate): readonly StoredClosure[] {
  const rows = db.prepare(
    `${listed} WHERE c.date BETWEEN ? AND ? AND (c.site_name_id IS NULL OR n.site_id IS NOT NULL)
     GROUP BY c.date, n.site_id, c.kind ORDER BY c.date, n.site_id, c.kind`,
  );
  return (rows.all(from, to) as Row[]).map(stored);
}

/** Takes closures away and answers those that were there. */
export function removeClosures(db: Database, keys: readonly ClosureKey[]): readonly StoredClosure[] {
  const sameSite = `((@siteId IS NULL AND c.site_name_id IS NULL) OR n.site_id = @siteId)`;
  const find = db.prepare(
    `${listed} WHERE c.date = @date AND c.kind = @kind AND ${sameSite} GROUP BY c.date, n.site_id, c.kind`,
  );
  const remove = db.prepare(
    `DELETE FROM closure WHERE id IN
       (SELECT c.id FROM closure c LEFT JOIN site_name n ON n.id = c.site_name_id
        WHERE c.date = @date AND c.kind = @kind AND ${sameSite})`,
  );
  const removeAll = db.transaction(() =>
    keys.flatMap(({ date, siteId, kind }) => {
      const found = find.all({ date, siteId, kind }) as Row[];
      remove.run({ date, siteId, kind });
      return found.map(stored);
    }),
  );
  return removeAll.immediate();
}

/** Keeps closures typed in by hand in place of what was there; answers what was there. */
export function saveClosures(db: Database, closures: readonly Closure[]): readonly StoredClosure[] {
  const insert = db.prepare(
    'INSERT INTO closure (date, kind, site_name_id, absent, announced) VALUES (?, ?, ?, ?, ?)',
  );
  const save = db.transaction(() => {
    const replaced = removeClosures(db, closures);
    for (const { date, kind, siteId, absent, announced } of closures) {
      insert.run(date, kind, siteId === null ? null : nameOfSite(db, siteId), absent, announced);
    }
    return replaced;
  });
  return save.immediate();
}

/** Takes away what was typed in about the sites that an import brought. */
export function forgetManualClosures(db: Database, batch: number): void {
  db.prepare(
    `DELETE FROM closure WHERE batch IS NULL AND site_name_id IN
       (SELECT n.id FROM site_name n JOIN site s ON s.id = n.site_id WHERE s.batch = ?)`,
  ).run(batch);
}
