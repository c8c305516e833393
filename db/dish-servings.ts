import type { ReadonlyDatabase } from './open.ts';

/** Portions of one dish at one site on one day (since 1970-01-01). */
export interface DishServing {
  readonly siteId: number;
  readonly day: number;
  readonly served: number;
  readonly prepared: number | null;
  readonly left: number | null;
}

/** What was served of a dish under any of its spellings, by site and day. */
export function readDishServings(db: ReadonlyDatabase, spellings: readonly string[]): readonly DishServing[] {
  return db
    .prepare(
      `SELECT site_id AS siteId, day, served, prepared, left_over AS left
       FROM dish_served
       WHERE site_id IS NOT NULL AND dish IN (SELECT value FROM json_each(?))
       ORDER BY site_id, day`,
    )
    .all(JSON.stringify(spellings)) as DishServing[];
}
