import { isoOf } from './day.ts';
import { fold } from './fold.ts';
import type { ReadonlyDatabase } from './open.ts';

/** Portions of one dish at one site on one day (since 1970-01-01). */
export interface DishServing {
  readonly siteId: number;
  readonly day: number;
  readonly served: number;
  readonly prepared: number | null;
  readonly left: number | null;
  /** Adults who had of it beside the children; 0: none, or nobody says. */
  readonly adults: number;
}

/**
 * Adults at the meals whose dishes were recorded here, as `site date dish` (folded): these dishes are recorded as they
 * were prepared, for children and adults. Those served, else those of the morning's head count.
 */
export function adultsOfDishes(db: ReadonlyDatabase): ReadonlyMap<string, number> {
  const rows = db
    .prepare(
      `SELECT s.id || ' ' || d.date || ' ' || d.folded, coalesce(a.number, (
         SELECT c.served FROM site_name n JOIN diner_count c ON c.site_name_id = n.id
         WHERE n.site_id = s.id AND c.day = CAST(unixepoch(d.date) / 86400 AS INTEGER) AND c.diners = 'A'
         ORDER BY n.id LIMIT 1), r.guests) AS adults
       FROM dish_recorded d JOIN order_site o ON o.id = d.order_site_id
       JOIN site s ON s.folded = o.folded AND s.kind = o.kind
       LEFT JOIN meal_value a ON a.date = d.date AND a.order_site_id = d.order_site_id
         AND a.folded = '' AND a.field = 'served.A'
       LEFT JOIN roll_call r ON r.date = d.date AND r.order_site_id = d.order_site_id AND r.age_class = 'A'
       WHERE adults > 0`,
    )
    .raw()
    .all() as [key: string, adults: number][];
  return new Map(rows);
}

/** What was served of a dish under any of its spellings, by site and day. */
export function readDishServings(db: ReadonlyDatabase, spellings: readonly string[]): readonly DishServing[] {
  const adults = adultsOfDishes(db);
  const rows = db
    .prepare(
      `SELECT site_id AS siteId, day, dish, served, prepared, left_over AS left
       FROM dish_served
       WHERE site_id IS NOT NULL AND dish IN (SELECT value FROM json_each(?))
       ORDER BY site_id, day`,
    )
    .all(JSON.stringify(spellings)) as (Omit<DishServing, 'adults'> & { readonly dish: string })[];
  return rows.map(({ dish, ...one }) => ({
    ...one,
    adults: adults.get(`${one.siteId} ${isoOf(one.day)} ${fold(dish)}`) ?? 0,
  }));
}
