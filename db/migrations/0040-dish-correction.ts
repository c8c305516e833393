import type { Migration } from './migrate.ts';

/**
 * What was said by hand about a dish. `key`: see forecasting/dishes/dish.ts; `name` is a spelling of it, from which
 * a version that makes other keys can make its own. `family` NULL: by rule. `same_as` is the key of another dish.
 */
export const dishCorrection: Migration = {
  version: 40,
  sql: `
CREATE TABLE dish_correction (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  family TEXT,
  same_as TEXT CHECK (same_as <> key),
  CHECK (family IS NOT NULL OR same_as IS NOT NULL)
) STRICT, WITHOUT ROWID;
`,
};
