import type { Migration } from './migrate.ts';

/** From when a site is open, and from when it is closed for good, as a person stated it. `closed_from`: the first day without service. */
export const siteDates: Migration = {
  version: 340,
  sql: `
CREATE TABLE site_dates (
  site_id INTEGER PRIMARY KEY REFERENCES site (id) ON DELETE CASCADE,
  open_from TEXT,
  closed_from TEXT,
  CHECK (open_from IS NOT NULL OR closed_from IS NOT NULL),
  CHECK (open_from IS NULL OR closed_from IS NULL OR open_from < closed_from)
) STRICT;
`,
};
