import type { DayCount } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';

/** A count of a site on a day that somebody looked at, and found to be as it should. */
interface SiteCount extends DayCount {
  readonly siteId: number;
}

/** The counts of which a person said that nothing was the matter. */
export function listAsUsual(db: ReadonlyDatabase): readonly SiteCount[] {
  return db
    .prepare('SELECT site_id AS siteId, day, served AS count FROM as_usual ORDER BY site_id, day')
    .all() as SiteCount[];
}

export function saveAsUsual(db: Database, counts: readonly SiteCount[]): void {
  const insert = db.prepare(
    `INSERT INTO as_usual (site_id, day, served) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET served = excluded.served`,
  );
  const save = db.transaction(() => {
    for (const { siteId, day, count } of counts) insert.run(siteId, day, count);
  });
  save.immediate();
}
