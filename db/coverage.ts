import type { ReadonlyDatabase } from './open.ts';

/**
 * Days with a served count, site by site in the order of their ids, days since 1970-01-01 in order.
 */
export function readRecordedDays(db: ReadonlyDatabase): ReadonlyMap<number, readonly number[]> {
  const rows = db
    .prepare(
      `SELECT n.site_id AS site, a.day
       FROM site_name n CROSS JOIN attendance a ON a.site_name_id = n.id
       WHERE n.site_id IS NOT NULL AND a.served IS NOT NULL
       UNION SELECT site_id, day FROM count_correction
       ORDER BY site, day`,
    )
    .raw()
    .iterate() as IterableIterator<[site: number, day: number]>;
  const days = new Map<number, number[]>();
  for (const [site, day] of rows) {
    const own = days.get(site);
    if (own === undefined) days.set(site, [day]);
    else own.push(day);
  }
  return days;
}
