import type { IsoDate } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { orderSite } from './orders.ts';

/** A week for which the staff write their own figures first. */
export interface StaffWeek {
  readonly monday: IsoDate;
  /** When the recommendations were shown; `null`: they were not yet. */
  readonly seenAt: string | null;
}

/** Meals that the staff would order. */
export interface StaffFigure {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly quantity: number;
}

interface Signed {
  readonly by: string | null;
  readonly at: string;
}

export function listStaffWeeks(db: ReadonlyDatabase): readonly StaffWeek[] {
  return db.prepare('SELECT monday, seen_at AS seenAt FROM staff_week ORDER BY monday').all() as StaffWeek[];
}

export function addStaffWeek(db: Database, monday: IsoDate, { by, at }: Signed): void {
  db.prepare('INSERT INTO staff_week (monday, person, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    monday,
    by,
    at,
  );
}

export const markSeen = (db: Database, monday: IsoDate, at: string): boolean =>
  db.prepare('UPDATE staff_week SET seen_at = ? WHERE monday = ? AND seen_at IS NULL').run(at, monday)
    .changes > 0;

/** The figures of the sites that there are. */
export function listStaffFigures(db: ReadonlyDatabase, from: IsoDate, to: IsoDate): readonly StaffFigure[] {
  return db
    .prepare(
      `SELECT s.id AS siteId, f.date, f.quantity
       FROM staff_figure f JOIN order_site o ON o.id = f.order_site_id
       JOIN site s ON s.folded = o.folded AND s.kind = o.kind
       WHERE f.date BETWEEN ? AND ? ORDER BY f.date, s.id`,
    )
    .all(from, to) as StaffFigure[];
}

/** Keeps, replaces or (`null`) takes away figures, all or none. */
export function saveStaffFigures(
  db: Database,
  figures: readonly (Omit<StaffFigure, 'quantity'> & { readonly quantity: number | null })[],
  { by, at }: Signed,
): void {
  const remove = db.prepare('DELETE FROM staff_figure WHERE date = ? AND order_site_id = ?');
  const insert = db.prepare(
    `INSERT INTO staff_figure (date, order_site_id, quantity, person, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET quantity = excluded.quantity, person = excluded.person, at = excluded.at`,
  );
  const save = db.transaction(() => {
    for (const { siteId, date, quantity } of figures) {
      const site = orderSite(db, siteId);
      if (quantity === null) remove.run(date, site);
      else insert.run(date, site, quantity, by, at);
    }
  });
  save.immediate();
}
