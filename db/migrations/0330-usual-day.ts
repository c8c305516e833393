import type { Migration } from './migrate.ts';

/** How many children eat on an ordinary day, as a person estimated it before there were counts; no count itself. */
export const usualDay: Migration = {
  version: 330,
  sql: `
CREATE TABLE usual_day (
  site_id INTEGER PRIMARY KEY REFERENCES site (id) ON DELETE CASCADE,
  children INTEGER NOT NULL CHECK (children > 0),
  entered_on TEXT NOT NULL
) STRICT;
`,
};
