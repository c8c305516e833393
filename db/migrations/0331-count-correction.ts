import type { Migration } from './migrate.ts';

/**
 * Served counts that a person put over those of files. The file's count stays in `attendance`, so that it stays
 * visible, and importing it again changes nothing of the correction.
 */
export const countCorrection: Migration = {
  version: 331,
  sql: `
CREATE TABLE count_correction (
  site_id INTEGER NOT NULL REFERENCES site (id) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  served INTEGER NOT NULL CHECK (served >= 0),
  entered_on TEXT NOT NULL,
  PRIMARY KEY (site_id, day)
) STRICT, WITHOUT ROWID;
`,
};
