import type { IsoDate } from '../forecasting/domain/records.ts';
import type { Database } from './open.ts';

/** `null`: not stated. */
export interface SiteDates {
  readonly openFrom: IsoDate | null;
  /** The first day without service. */
  readonly closedFrom: IsoDate | null;
}

/** Keeps from when a site is open and closed; neither: nothing is stated any more. */
export function saveSiteDates(db: Database, siteId: number, { openFrom, closedFrom }: SiteDates): void {
  if (openFrom === null && closedFrom === null) {
    db.prepare('DELETE FROM site_dates WHERE site_id = ?').run(siteId);
    return;
  }
  db.prepare(
    `INSERT INTO site_dates (site_id, open_from, closed_from) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET open_from = excluded.open_from, closed_from = excluded.closed_from`,
  ).run(siteId, openFrom, closedFrom);
}
