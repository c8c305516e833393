import type { Migration } from './migrate.ts';

/** `site_id` NULL: the rule of every site that has none of its own. `rule`: see forecasting/orders/order-rule.ts. */
export const orderRuleTable: Migration = {
  version: 20,
  sql: `
CREATE TABLE order_rule (
  site_id INTEGER REFERENCES site (id) ON DELETE CASCADE,
  rule TEXT NOT NULL CHECK (json_valid(rule) AND json_type(rule, '$.type') IS 'text')
) STRICT;
CREATE UNIQUE INDEX order_rule_site ON order_rule (ifnull(site_id, 0));
`,
};
