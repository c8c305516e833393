import type { IsoDate } from '../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from './open.ts';

/**
 * The days before `before`, from `from` on, for which a site ordered meals (approved, or noted by a person) and nobody
 * has said how many were served (nor that the head count may stand for it), the oldest first. A closure or a strike
 * that was noted since is no open day. Of one site and day, `due` of its record is the same rule.
 */
export function listOpenRecordDays(db: ReadonlyDatabase, from: IsoDate, before: IsoDate): readonly IsoDate[] {
  return db
    .prepare(
      `WITH ordered AS (
         SELECT v.date, v.order_site_id, v.quantity FROM order_version v
         WHERE v.date >= @from AND v.date < @before
           AND v.version = (SELECT max(w.version) FROM order_version w
             WHERE w.date = v.date AND w.order_site_id = v.order_site_id)
         UNION ALL
         SELECT h.date, h.order_site_id, h.quantity FROM order_override h
         WHERE h.date >= @from AND h.date < @before
           AND NOT EXISTS (SELECT 1 FROM order_version w
             WHERE w.date = h.date AND w.order_site_id = h.order_site_id))
       SELECT DISTINCT v.date FROM ordered v JOIN order_site o ON o.id = v.order_site_id
       JOIN site s ON s.folded = o.folded AND s.kind = o.kind
       WHERE v.quantity > 0
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
    .all({ from, before }) as IsoDate[];
}
