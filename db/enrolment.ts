import type { Enrolment } from '../forecasting/records.ts';
import type { ReadonlyDatabase } from './open.ts';

/** Children enrolled at the schools of each site, per school year. Schools without a known site are left out. */
export function readEnrolment(db: ReadonlyDatabase): readonly Enrolment[] {
  return db
    .prepare(
      `SELECT s.site_id AS siteId, e.school_year AS schoolYear, sum(e.children) AS children
       FROM enrolment e JOIN school s ON s.id = e.school_id
       WHERE s.site_id IS NOT NULL
       GROUP BY s.site_id, e.school_year
       ORDER BY s.site_id, e.school_year`,
    )
    .all() as Enrolment[];
}
