import type { Enrolment } from '../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from './open.ts';

/**
 * Children enrolled at the schools of each site, per school year, and the day on which the last of these numbers came.
 * Schools without a known site are left out.
 */
export function readEnrolment(db: ReadonlyDatabase): readonly Enrolment[] {
  return db
    .prepare(
      `SELECT s.site_id AS siteId, e.school_year AS schoolYear, sum(e.children) AS children,
              CASE WHEN count(coalesce(b.at, e.entered_on)) = count(*)
                THEN max(coalesce(substr(b.at, 1, 10), e.entered_on)) END AS entered
       FROM enrolment e JOIN school s ON s.id = e.school_id
       LEFT JOIN import_batch b ON b.id = e.batch
       WHERE s.site_id IS NOT NULL
       GROUP BY s.site_id, e.school_year
       ORDER BY s.site_id, e.school_year`,
    )
    .all() as Enrolment[];
}

/** Children enrolled at a site in a school year; `null` where nobody knows, or none are. */
export function childrenEnrolled(db: ReadonlyDatabase, siteId: number, schoolYear: number): number | null {
  const children = db
    .prepare(
      `SELECT sum(e.children) FROM enrolment e JOIN school s ON s.id = e.school_id
       WHERE s.site_id = ? AND e.school_year = ?`,
    )
    .pluck()
    .get(siteId, schoolYear) as number | null;
  return children === 0 ? null : children;
}
