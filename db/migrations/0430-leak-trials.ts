import type { Migration } from './migrate.ts';

/**
 * What was tried against surplus that persists, by the name of the site. `part`: the weekday or the family of dishes
 * that it is about; empty: neither.
 */
export const leakTrials: Migration = {
  version: 430,
  sql: `
CREATE TABLE leak_trial (
  order_site_id INTEGER NOT NULL REFERENCES order_site (id),
  kind TEXT NOT NULL,
  part TEXT NOT NULL,
  cause TEXT NOT NULL,
  tried_on TEXT NOT NULL,
  person TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (order_site_id, kind, part)
) STRICT, WITHOUT ROWID;
`,
};
