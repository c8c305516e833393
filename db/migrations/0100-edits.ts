import type { Migration } from './migrate.ts';

/**
 * `sheet_revision`: how often the sheets of a site changed on a day (a correction, a roll-call, either taken back).
 * It only grows, so that no two printed sheets that differ carry one version.
 *
 * `edit_row`: the rows that the last edits changed, in the order in which they did, so that an edit can be taken back
 * and done again to the letter; see db/edits.ts. `place`: the condition that finds the row; `before` and `after`: its
 * columns as SQL literals, NULL where there was no row.
 */
export const edits: Migration = {
  version: 100,
  sql: `
CREATE TABLE sheet_revision (
  date TEXT NOT NULL,
  order_site_id INTEGER NOT NULL REFERENCES order_site (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  PRIMARY KEY (date, order_site_id)
) STRICT, WITHOUT ROWID;
INSERT INTO sheet_revision (date, order_site_id, revision)
SELECT date, order_site_id, sum(changes) FROM (
  SELECT date, order_site_id, max(version) - 1 AS changes FROM order_version GROUP BY date, order_site_id
  UNION ALL
  SELECT date, order_site_id, max(revision) FROM roll_call GROUP BY date, order_site_id)
GROUP BY date, order_site_id HAVING sum(changes) > 0;
ALTER TABLE roll_call DROP COLUMN revision;

CREATE TABLE edit_row (
  edit INTEGER NOT NULL,
  step INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  place TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (edit, step),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;
`,
};
