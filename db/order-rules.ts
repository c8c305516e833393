import type { Moment, OrderRule } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { storedJson } from './stored-json.ts';

export interface StoredOrderRule {
  /** `null`: the rule of every site that has none of its own. */
  readonly siteId: number | null;
  /** As it was saved. The caller knows what to expect, and checks it. */
  readonly rule: unknown;
  /** It binds orders whose deadline comes after; `null`: all (saved by a version that did not write it down). */
  readonly savedAt: Moment | null;
}

/** The rule of all sites first, then by site. */
export function listOrderRules(db: ReadonlyDatabase): readonly StoredOrderRule[] {
  const rows = db
    .prepare(
      `SELECT site_id AS siteId, rule, saved_at AS savedAt FROM order_rule
       ORDER BY site_id NULLS FIRST`,
    )
    .all() as (Omit<StoredOrderRule, 'rule'> & { readonly rule: string })[];
  return rows.map(({ rule, ...row }) => ({ ...row, rule: storedJson(rule) }));
}

/** Saves the rule of a site, or of all with `null`; a rule of `null` forgets it. Saved as it is, it keeps its time. */
export function saveOrderRule(
  db: Database,
  siteId: number | null,
  rule: OrderRule | null,
  savedAt: Moment | null = null,
): void {
  if (rule === null) {
    db.prepare('DELETE FROM order_rule WHERE site_id IS ?').run(siteId);
  } else {
    db.prepare(
      `INSERT INTO order_rule (site_id, rule, saved_at) VALUES (?, ?, ?)
       ON CONFLICT (ifnull(site_id, 0)) DO UPDATE SET rule = excluded.rule, saved_at = excluded.saved_at
       WHERE rule <> excluded.rule`,
    ).run(siteId, JSON.stringify(rule), savedAt);
  }
}
