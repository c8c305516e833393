import type { Migration } from './migrate.ts';

/**
 * What was decided about orders. It is kept by the name and kind of the site, not by its number: undoing an import
 * may take a site away and importing again brings it back under another number, and what was ordered stays true.
 *
 * `override`: what a person orders in place of the recommendation. `order_version`: orders that are frozen; the
 * highest version of a day is in force. `by_clock` 1: its deadline passed, nobody validated it. `roll_call`: guests
 * counted in the morning; age class `all` where they are not told apart.
 */
export const orderRecordTables: Migration = {
  version: 50,
  sql: `
CREATE TABLE order_site (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('M', 'E', 'M/E', 'C', 'L', 'A')),
  UNIQUE (folded, kind)
) STRICT;

CREATE TABLE order_override (
  date TEXT NOT NULL,
  order_site_id INTEGER NOT NULL REFERENCES order_site (id),
  quantity INTEGER NOT NULL CHECK (quantity >= 0),
  reason TEXT NOT NULL,
  person TEXT,
  at TEXT NOT NULL,
  recommended INTEGER NOT NULL CHECK (recommended >= 0),
  PRIMARY KEY (date, order_site_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_version (
  date TEXT NOT NULL,
  order_site_id INTEGER NOT NULL REFERENCES order_site (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  quantity INTEGER NOT NULL CHECK (quantity >= 0),
  source TEXT NOT NULL CHECK (source IN ('recommended', 'override')),
  reason TEXT NOT NULL,
  person TEXT,
  by_clock INTEGER NOT NULL CHECK (by_clock IN (0, 1)),
  at TEXT NOT NULL,
  recommended INTEGER NOT NULL CHECK (recommended >= 0),
  mean REAL NOT NULL,
  low REAL NOT NULL,
  median REAL NOT NULL,
  high REAL NOT NULL,
  service_level REAL NOT NULL,
  as_of TEXT NOT NULL,
  model TEXT NOT NULL,
  contributions TEXT NOT NULL CHECK (json_valid(contributions)),
  PRIMARY KEY (date, order_site_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE roll_call (
  date TEXT NOT NULL,
  order_site_id INTEGER NOT NULL REFERENCES order_site (id),
  age_class TEXT NOT NULL CHECK (age_class IN ('all', 'M', 'E', 'C', 'A')),
  guests INTEGER NOT NULL CHECK (guests >= 0),
  person TEXT,
  at TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  PRIMARY KEY (date, order_site_id, age_class)
) STRICT, WITHOUT ROWID;
`,
};
