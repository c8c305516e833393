import type { Serving } from '../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from './open.ts';

/** What was served of each dish, by site and day. Servings of a place that no site answers to are left out. */
export function readServings(db: ReadonlyDatabase): readonly Serving[] {
  return db
    .prepare(
      `SELECT site_id AS siteId, date(day * 86400, 'unixepoch') AS date, dish, served, prepared, left_over AS left
       FROM dish_served WHERE site_id IS NOT NULL ORDER BY day, site_id, folded, site_folded, name`,
    )
    .all() as Serving[];
}
