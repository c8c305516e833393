import type { Migration } from './migrate.ts';

/**
 * A cooking loss becomes a purchase factor, 1 ÷ (1 − loss): what gains water in the pot has one too. A loss of 0 was
 * what stood where nobody had stated any, so it becomes NULL. A factor over 4 stays as it is, and is asked about.
 *
 * `supplier_order_line.yield`: how the weight served became what was ordered (forecasting/domain/order-records.ts,
 * LineYield); NULL where the two are the same, and on lines sent before. Edits of these tables that were recorded with
 * the old columns can no longer be undone.
 */
export const purchaseFactor: Migration = {
  version: 360,
  sql: `
ALTER TABLE portion_rule ADD COLUMN purchase_factor REAL CHECK (purchase_factor > 0);
UPDATE portion_rule SET purchase_factor = 1 / (1 - cooking_loss) WHERE cooking_loss > 0;
ALTER TABLE portion_rule DROP COLUMN cooking_loss;
UPDATE change SET before_json = json_set(before_json, '$[6]',
    CASE WHEN before_json ->> 6 > 0 THEN 1 / (1 - (before_json ->> 6)) END)
  WHERE tbl = 'portion_rule' AND before_json IS NOT NULL;
ALTER TABLE supplier_order_line ADD COLUMN yield TEXT CHECK (json_valid(yield));
DELETE FROM edit_row
  WHERE edit IN (SELECT edit FROM edit_row WHERE tbl IN ('portion_rule', 'supplier_order_line'));
`,
};
