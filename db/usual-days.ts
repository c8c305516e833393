import type { UsualDay } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';

/** Estimates of an ordinary day, by site. */
export const listUsualDays = (db: ReadonlyDatabase): readonly UsualDay[] =>
  db
    .prepare('SELECT site_id AS siteId, children, entered_on AS entered FROM usual_day ORDER BY site_id')
    .all() as UsualDay[];

/** Keeps an estimate of an ordinary day; one that was there is replaced. */
export function saveUsualDay(db: Database, { siteId, children, entered }: UsualDay): void {
  db.prepare(
    `INSERT INTO usual_day (site_id, children, entered_on) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET children = excluded.children, entered_on = excluded.entered_on`,
  ).run(siteId, children, entered);
}

export function removeUsualDay(db: Database, siteId: number): void {
  db.prepare('DELETE FROM usual_day WHERE site_id = ?').run(siteId);
}
