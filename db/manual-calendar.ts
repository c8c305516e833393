import type { IsoDate, OpenDay } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';

/** First and last day, both included. */
export interface StoredPeriod {
  readonly id: number;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
}

/** School holidays entered by hand. */
export interface ManualHoliday extends StoredPeriod {
  readonly name: string;
}

export const listManualHolidays = (db: ReadonlyDatabase): readonly ManualHoliday[] =>
  db
    .prepare(
      'SELECT id, name, first_day AS firstDay, last_day AS lastDay FROM manual_holiday ORDER BY first_day, id',
    )
    .all() as ManualHoliday[];

export function addManualHoliday(db: Database, { name, firstDay, lastDay }: Omit<ManualHoliday, 'id'>): void {
  db.prepare('INSERT INTO manual_holiday (name, first_day, last_day) VALUES (?, ?, ?)').run(
    name,
    firstDay,
    lastDay,
  );
}

/** Was it there? */
export const removeManualHoliday = (db: Database, id: number): boolean =>
  db.prepare('DELETE FROM manual_holiday WHERE id = ?').run(id).changes > 0;

/** Days beyond the known holidays that someone confirmed to be served. */
export const listConfirmedDays = (db: ReadonlyDatabase): readonly StoredPeriod[] =>
  db
    .prepare(
      'SELECT id, first_day AS firstDay, last_day AS lastDay FROM confirmed_days ORDER BY first_day, id',
    )
    .all() as StoredPeriod[];

export function addConfirmedDays(db: Database, firstDay: IsoDate, lastDay: IsoDate): void {
  db.prepare('INSERT INTO confirmed_days (first_day, last_day) VALUES (?, ?)').run(firstDay, lastDay);
}

/** Was it there? */
export const removeConfirmedDays = (db: Database, id: number): boolean =>
  db.prepare('DELETE FROM confirmed_days WHERE id = ?').run(id).changes > 0;

/** Days opened by hand, by date; those of all sites first. */
export const listOpenDays = (db: ReadonlyDatabase): readonly OpenDay[] =>
  db
    .prepare('SELECT date, site_id AS siteId FROM open_day ORDER BY date, site_id NULLS FIRST')
    .all() as OpenDay[];

export function addOpenDay(db: Database, { date, siteId }: OpenDay): void {
  db.prepare('INSERT INTO open_day (date, site_id) VALUES (?, ?) ON CONFLICT DO NOTHING').run(date, siteId);
}

/** Was it open by hand? */
export const removeOpenDay = (db: Database, { date, siteId }: OpenDay): boolean =>
  db.prepare('DELETE FROM open_day WHERE date = ? AND site_id IS ?').run(date, siteId).changes > 0;
