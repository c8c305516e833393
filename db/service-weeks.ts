import type { IsoDate, ServiceWeek, StatedWeek } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { storedJson } from './stored-json.ts';

/** Stated days of service, by site and date. */
export function listServiceWeeks(db: ReadonlyDatabase): readonly StatedWeek[] {
  const rows = db
    .prepare(
      'SELECT site_id AS siteId, from_day AS "from", week FROM service_week ORDER BY site_id, from_day',
    )
    .all() as { siteId: number; from: IsoDate; week: string }[];
  return rows.map(({ siteId, from, week }) => ({ siteId, from, week: storedJson<ServiceWeek>(week) }));
}

/** Keeps the days of service of a site from a date on; a statement of the same date is replaced. */
export function saveServiceWeek(db: Database, { siteId, from, week }: StatedWeek): void {
  db.prepare(
    `INSERT INTO service_week (site_id, from_day, week) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET week = excluded.week`,
  ).run(siteId, from, JSON.stringify(week));
}

/** Was there a statement of that date? */
export function removeServiceWeek(db: Database, siteId: number, from: IsoDate): boolean {
  return (
    db.prepare('DELETE FROM service_week WHERE site_id = ? AND from_day = ?').run(siteId, from).changes > 0
  );
}
