import type { IsoDate } from '../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from './open.ts';

/**
 * The days before `before`, from `from` on, for which a site ordered meals and nobody has said how many were served
 * (nor that the head count may stand for it), the oldest first. A closure or a strike that was noted since is no
 * open day.
 */
export function listOpenRecordDays(db: ReadonlyDatabase, from: IsoDate, before: IsoDate): readonly IsoDate[] {
  return db
    .prepare(
      `SELECT DISTINCT v.date FROM order_version v JOIN order_site o ON o.id = v.order_site_id
       JOIN site s ON s.folded = o.folded AND s.kind = o.kind
       WHERE v.date >= ? AND v.date < ? AND v.quantity > 0
         AND v.version = (SELECT max(w.version) FROM order_version w
           WHERE w.date = v.date AND w.order_site_id = v.order_site_id)
         AND NOT EXISTS (SELECT 1 FROM site_name n JOIN attendance a ON a.site_name_id = n.id
           WHERE n.site_id = s.id AND a.day = CAST(unixepoch(v.date) / 86400 AS INTEGER) AND a.served IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM count_correction c
           WHERE c.site_id = s.id AND c.day = CAST(unixepoch(v.date) / 86400 AS INTEGER))
         AND NOT EXISTS (SELECT 1 FROM meal_value m
           WHERE m.date = v.date AND m.order_site_id = o.id AND m.folded = '' AND m.field = 'estimated')
         AND NOT EXISTS (SELECT 1 FROM closure c LEFT JOIN site_name n ON n.id = c.site_name_id
           WHERE c.date = v.date AND c.kind IN ('closure', 'strike')
             AND (c.site_name_id IS NULL OR n.site_id = s.id))
       ORDER BY v.date`,
    )
    .pluck()
    .all(from, before) as IsoDate[];
}
