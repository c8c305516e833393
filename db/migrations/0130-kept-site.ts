import type { Migration } from './migrate.ts';

/** Sites whose import was undone, and that stay for what is typed about them. */
export const keptSite: Migration = {
  version: 130,
  sql: `
CREATE TABLE kept_site (
  site_id INTEGER PRIMARY KEY REFERENCES site (id) ON DELETE CASCADE
) STRICT;
`,
};
