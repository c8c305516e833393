import type { Closure, SchoolHoliday } from '../forecasting/records.ts';
import type { ReadonlyDatabase } from './open.ts';

/** Strikes, closures and outings. Those of a place that no site answers to are left out. */
export function readClosures(db: ReadonlyDatabase): readonly Closure[] {
  return db
    .prepare(
      `SELECT c.date, n.site_id AS siteId, c.kind, c.absent, c.announced
       FROM closure c LEFT JOIN site_name n ON n.id = c.site_name_id
       WHERE c.site_name_id IS NULL OR n.site_id IS NOT NULL
       ORDER BY c.date, n.site_id, c.kind`,
    )
    .all() as Closure[];
}

export function readHolidays(db: ReadonlyDatabase): readonly SchoolHoliday[] {
  return db
    .prepare(
      `SELECT zone, name, first_day AS firstDay, last_day AS lastDay
       FROM school_holiday ORDER BY zone, first_day`,
    )
    .all() as SchoolHoliday[];
}
