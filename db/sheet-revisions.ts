import type { IsoDate } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';

/** The sheets of a site's day are not what they were: their version grows, whatever became of what changed them. */
export function bumpSheets(db: Database, date: IsoDate, orderSite: number): void {
  db.prepare(
    `INSERT INTO sheet_revision (date, order_site_id, revision) VALUES (?, ?, 1)
     ON CONFLICT DO UPDATE SET revision = revision + 1`,
  ).run(date, orderSite);
}

/** Have the sheets of a site's day changed before? */
export function sheetsHaveChanged(db: ReadonlyDatabase, date: IsoDate, orderSite: number): boolean {
  const found = db
    .prepare('SELECT 1 FROM sheet_revision WHERE date = ? AND order_site_id = ?')
    .get(date, orderSite);
  return found !== undefined;
}
