import type { Serving } from '../forecasting/domain/records.ts';
import { adultsOfDishes } from './dish-servings.ts';
import { fold } from './fold.ts';
import type { ReadonlyDatabase } from './open.ts';

/** What was served of each dish, by site and day. Servings of a place that no site answers to are left out. */
export function readServings(db: ReadonlyDatabase): readonly Serving[] {
  const servings = db
    .prepare(
      `SELECT site_id AS siteId, date(day * 86400, 'unixepoch') AS date, dish, served, prepared, left_over AS left
       FROM dish_served WHERE site_id IS NOT NULL ORDER BY day, site_id, folded, site_folded, name`,
    )
    .all() as Serving[];
  const adults = adultsOfDishes(db);
  if (adults.size === 0) return servings;
  return servings.map((serving) => {
    const own = adults.get(`${serving.siteId} ${serving.date} ${fold(serving.dish)}`);
    return own === undefined ? serving : { ...serving, adults: own };
  });
}

/** Sites of which some dish was counted. */
export function sitesWithServings(db: ReadonlyDatabase): ReadonlySet<number> {
  const rows = db
    .prepare('SELECT DISTINCT site_id AS siteId FROM dish_served WHERE site_id IS NOT NULL')
    .all();
  return new Set((rows as { readonly siteId: number }[]).map(({ siteId }) => siteId));
}
