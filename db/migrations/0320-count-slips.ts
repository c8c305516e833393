import type { Migration } from './migrate.ts';

/**
 * Counts of files that can hardly be, asked about before they count: `asked`, or what was answered. Such a count is
 * not in `attendance` until it is `taken`. The range is what was usual around the day when it was asked.
 */
export const countSlips: Migration = {
  version: 320,
  sql: `
CREATE TABLE count_slip (
  site_name_id INTEGER NOT NULL REFERENCES site_name (id),
  day INTEGER NOT NULL,
  served INTEGER NOT NULL CHECK (served >= 0),
  low INTEGER NOT NULL,
  usual INTEGER NOT NULL,
  high INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'aside', 'taken')),
  batch INTEGER REFERENCES import_batch (id),
  PRIMARY KEY (site_name_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX count_slip_state ON count_slip (state);
`,
};
