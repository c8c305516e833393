import type { MenuItem } from '../forecasting/records.ts';
import type { ReadonlyDatabase } from './open.ts';

/** Dishes by day in the order of service. Menus of a place that no site answers to are left out. */
export function readMenu(db: ReadonlyDatabase): readonly MenuItem[] {
  return db
    .prepare(
      `SELECT m.date, n.site_id AS siteId, m.rank, m.course, m.dish, m.choice
       FROM menu_item m LEFT JOIN site_name n ON n.id = m.site_name_id
       WHERE m.dish IS NOT NULL AND (m.site_name_id IS NULL OR n.site_id IS NOT NULL)
       ORDER BY m.date, n.site_id, m.rank, m.position`,
    )
    .all() as MenuItem[];
}

/** Days with at least one dish. */
export function countMenuDays(db: ReadonlyDatabase): number {
  return db
    .prepare('SELECT count(DISTINCT date) FROM menu_item WHERE dish IS NOT NULL')
    .pluck()
    .get() as number;
}
