import { firstPlausibleDay, lastPlausibleDay } from '../forecasting/domain/plausible-days.ts';
import type { Closure, SchoolHoliday } from '../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from './open.ts';

/**
 * Strikes, closures and outings. Those of a place that no site answers to are left out. One whose announcement
 * nobody noted was known at the latest when it was imported: a strike of next week needs no more to count.
 */
export function readClosures(db: ReadonlyDatabase): readonly Closure[] {
  return db
    .prepare(
      `SELECT c.date, n.site_id AS siteId, c.kind, c.absent,
              coalesce(c.announced, substr(b.at, 1, 10)) AS announced
       FROM closure c
       LEFT JOIN site_name n ON n.id = c.site_name_id
       LEFT JOIN import_batch b ON b.id = c.batch
       WHERE (c.site_name_id IS NULL OR n.site_id IS NOT NULL) AND c.date BETWEEN ? AND ?
       ORDER BY c.date, n.site_id, c.kind`,
    )
    .all(firstPlausibleDay, lastPlausibleDay) as Closure[];
}

export function readHolidays(db: ReadonlyDatabase): readonly SchoolHoliday[] {
  return db
    .prepare(
      `SELECT zone, name, first_day AS firstDay, last_day AS lastDay
       FROM school_holiday WHERE first_day >= ? AND last_day <= ? ORDER BY zone, first_day`,
    )
    .all(firstPlausibleDay, lastPlausibleDay) as SchoolHoliday[];
}
