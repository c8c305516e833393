import type { OrderRule } from '../forecasting/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';

export interface StoredOrderRule {
  /** `null`: the rule of every site that has none of its own. */
  readonly siteId: number | null;
  /** As it was saved. The caller knows what to expect, and checks it. */
  readonly rule: unknown;
}

/** The rule of all sites first, then by site. */
export function listOrderRules(db: ReadonlyDatabase): readonly StoredOrderRule[] {
  const rows = db
    .prepare('SELECT site_id AS siteId, rule FROM order_rule ORDER BY site_id NULLS FIRST')
    .all() as { siteId: number | null; rule: string }[];
  return rows.map(({ siteId, rule }) => ({ siteId, rule: JSON.parse(rule) }));
}

/** Saves the rule of a site, or of all with `null`; a rule of `null` forgets it. */
export function saveOrderRule(db: Database, siteId: number | null, rule: OrderRule | null): void {
  if (rule === null) {
    db.prepare('DELETE FROM order_rule WHERE site_id IS ?').run(siteId);
  } else {
    db.prepare(
      `INSERT INTO order_rule (site_id, rule) VALUES (?, ?)
       ON CONFLICT (ifnull(site_id, 0)) DO UPDATE SET rule = excluded.rule`,
    ).run(siteId, JSON.stringify(rule));
  }
}
