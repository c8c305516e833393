import type { Serving } from '../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from './open.ts';

/** What was served of each dish, by site and day. Servings of a place that no site answers to are left out. */
export function readServings(db: ReadonlyDatabase): readonly Serving[] {
  return db
    .prepare(
      `SELECT n.site_id AS siteId, date(s.day * 86400, 'unixepoch') AS date, s.dish, s.served, s.prepared,
         s.left_over AS left
       FROM serving s JOIN site_name n ON n.id = s.site_name_id
       WHERE n.site_id IS NOT NULL
       ORDER BY s.day, n.site_id, s.folded, n.id`,
    )
    .all() as Serving[];
}
