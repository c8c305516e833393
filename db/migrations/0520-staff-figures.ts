import type { Migration } from './migrate.ts';

/**
 * Weeks for which the staff write what they would order before they see what is recommended, and these figures, by the
 * name of the site. `seen_at`: since then the recommendations are shown, and nothing more is written.
 */
export const staffFigures: Migration = {
  version: 520,
  sql: `
CREATE TABLE staff_week (
  monday TEXT PRIMARY KEY NOT NULL,
  person TEXT,
  at TEXT NOT NULL,
  seen_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_figure (
  date TEXT NOT NULL,
  order_site_id INTEGER NOT NULL REFERENCES order_site (id),
  quantity INTEGER NOT NULL CHECK (quantity >= 0),
  person TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (date, order_site_id)
) STRICT, WITHOUT ROWID;
`,
};
