import { firstPlausibleDay, lastPlausibleDay } from '../forecasting/domain/plausible-days.ts';
import type { IsoDate, MenuItem } from '../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from './open.ts';
import { numberOf } from './scalar.ts';

/**
 * Dishes by day in the order of service, as they are in force: what was typed in for a day stands in for its file.
 * Menus of a place that no site answers to are left out. An empty list that was typed in for one site is a dish without
 * a name: it stands in for the list of every site.
 */
export function readMenu(
  db: ReadonlyDatabase,
  from: IsoDate = firstPlausibleDay,
  to: IsoDate = lastPlausibleDay,
): readonly MenuItem[] {
  return db
    .prepare(
      `SELECT date, site_id AS siteId, rank, course, dish, choice
       FROM (SELECT * FROM menu
             UNION ALL
             SELECT date, site_id, 1, 1, NULL, '', NULL FROM typed_menu
             WHERE site_id IS NOT NULL AND json_array_length(dishes) = 0)
       WHERE date BETWEEN ? AND ? ORDER BY date, site_id, rank, position`,
    )
    .all(from, to) as MenuItem[];
}

/** The dishes of a period, as files and people list them. */
export function readMenuOf(db: ReadonlyDatabase, from: IsoDate, to: IsoDate): readonly MenuItem[] {
  return db
    .prepare(
      `SELECT date, site_id AS siteId, rank, course, dish, choice
       FROM menu WHERE date BETWEEN ? AND ? ORDER BY date, site_id, rank, position`,
    )
    .all(from, to) as MenuItem[];
}

export interface MenuExtent {
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
}

/** From the first to the last day with a dish. */
export function menuExtent(db: ReadonlyDatabase): MenuExtent {
  return db.prepare('SELECT min(date) AS firstDay, max(date) AS lastDay FROM menu').get() as MenuExtent;
}

/** Sites that have a menu of their own on some day. */
export function sitesWithMenus(db: ReadonlyDatabase): readonly number[] {
  return db.prepare('SELECT DISTINCT site_id FROM menu WHERE site_id IS NOT NULL').pluck().all() as number[];
}

/** Days with at least one dish. */
export function countMenuDays(db: ReadonlyDatabase): number {
  return numberOf(db.prepare('SELECT count(DISTINCT date) FROM menu').pluck());
}
