import type { Serving } from '../forecasting/records.ts';
import { isoOf } from './day.ts';
import type { ReadonlyDatabase } from './open.ts';

/** Portions per site, day and dish, by site and day. Those of a place that no site answers to are left out. */
export function readServings(db: ReadonlyDatabase): readonly Serving[] {
  const rows = db
    .prepare(
      `SELECT n.site_id AS siteId, s.day, s.dish, s.served, s.prepared, s.left_over AS left
       FROM serving s JOIN site_name n ON n.id = s.site_name_id
       WHERE n.site_id IS NOT NULL
       ORDER BY n.site_id, s.day, s.dish`,
    )
    .all() as (Omit<Serving, 'date'> & { day: number })[];
  return rows.map(({ day, ...serving }) => ({ ...serving, date: isoOf(day) }));
}
