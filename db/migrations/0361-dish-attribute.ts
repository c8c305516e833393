import type { Migration } from './migrate.ts';

/**
 * What a person stated of a dish for annexe I of the law on menus, in place of what its words say: one attribute
 * (forecasting/domain/balance-records.ts) that it has (1) or has not (0). `name` is a spelling of the dish.
 */
export const dishAttribute: Migration = {
  version: 361,
  sql: `
CREATE TABLE dish_attribute (
  key TEXT NOT NULL,
  attribute TEXT NOT NULL,
  has INTEGER NOT NULL CHECK (has IN (0, 1)),
  name TEXT NOT NULL,
  PRIMARY KEY (key, attribute)
) STRICT, WITHOUT ROWID;
`,
};
