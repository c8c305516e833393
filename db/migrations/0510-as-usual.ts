import type { Migration } from './migrate.ts';

/** Days far below the usual of which a person said that nothing was the matter, as long as their count stays. */
export const asUsual: Migration = {
  version: 510,
  sql: `
CREATE TABLE as_usual (
  site_id INTEGER NOT NULL REFERENCES site (id) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  served INTEGER NOT NULL,
  PRIMARY KEY (site_id, day)
) STRICT, WITHOUT ROWID;
`,
};
