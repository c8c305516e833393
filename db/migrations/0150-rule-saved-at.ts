import type { Migration } from './migrate.ts';

/**
 * `saved_at`: when a deadline rule was saved. It binds the orders whose deadline comes after that; NULL: all, as rules
 * of earlier versions did. Edits of these tables that were recorded without the column can no longer be undone.
 */
export const ruleSavedAt: Migration = {
  version: 150,
  sql: `
ALTER TABLE order_rule ADD COLUMN saved_at TEXT;
ALTER TABLE supplier ADD COLUMN rule_saved_at TEXT;
DELETE FROM edit_row WHERE edit IN (SELECT edit FROM edit_row WHERE tbl IN ('order_rule', 'supplier'));
`,
};
