import type { Migration } from './migrate.ts';

/**
 * `batch` of a data row is the import that wrote it last; NULL: typed in by hand.
 * `folded` is the text as it is compared (see fold.ts). Days are counted from 1970-01-01 where there are many
 * rows, and written as ISO dates where there are few.
 */
export const initial: Migration = {
  version: 10,
  sql: `
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE import_file (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT,
  sha256 TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  read INTEGER NOT NULL,
  imported INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  asked INTEGER NOT NULL
) STRICT;
CREATE INDEX import_file_batch ON import_file (batch);
CREATE INDEX import_file_sha256 ON import_file (sha256);

-- Rows as they were before a batch overwrote them. before_json NULL: there was no row.
CREATE TABLE change (
  batch INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
  tbl TEXT NOT NULL,
  key TEXT NOT NULL,
  before_batch INTEGER,
  before_json TEXT,
  PRIMARY KEY (batch, tbl, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_before ON change (before_batch);

CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('M', 'E', 'M/E', 'C', 'L', 'A')),
  sector TEXT,
  capacity INTEGER CHECK (capacity > 0),
  batch INTEGER REFERENCES import_batch (id),
  UNIQUE (folded, kind)
) STRICT;

-- Names met in files. site_id NULL: nobody has said yet which site it is; its rows wait.
CREATE TABLE site_name (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('M', 'E', 'M/E', 'C', 'L', 'A')),
  site_id INTEGER REFERENCES site (id) ON DELETE SET NULL,
  batch INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE UNIQUE INDEX site_name_folded ON site_name (folded, ifnull(kind, ''));
CREATE INDEX site_name_site ON site_name (site_id);

CREATE TABLE attendance (
  site_name_id INTEGER NOT NULL REFERENCES site_name (id),
  day INTEGER NOT NULL,
  served INTEGER CHECK (served >= 0),
  staff INTEGER CHECK (staff >= 0),
  batch INTEGER REFERENCES import_batch (id),
  PRIMARY KEY (site_name_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE school (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  site_id INTEGER REFERENCES site (id) ON DELETE SET NULL,
  batch INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE INDEX school_site ON school (site_id);

CREATE TABLE enrolment (
  school_id INTEGER NOT NULL REFERENCES school (id),
  school_year INTEGER NOT NULL,
  children INTEGER NOT NULL CHECK (children >= 0),
  batch INTEGER REFERENCES import_batch (id),
  PRIMARY KEY (school_id, school_year)
) STRICT, WITHOUT ROWID;

-- position: order within the day's list. dish NULL: a later list of that day was shorter.
CREATE TABLE menu_item (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  site_name_id INTEGER REFERENCES site_name (id),
  position INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  course TEXT CHECK (course IN ('starter', 'main', 'side', 'dairy', 'dessert', 'bread', 'other')),
  dish TEXT,
  choice INTEGER,
  batch INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE UNIQUE INDEX menu_item_day ON menu_item (date, position, ifnull(site_name_id, 0));
CREATE INDEX menu_item_site ON menu_item (site_name_id) WHERE site_name_id IS NOT NULL;

CREATE TABLE serving (
  site_name_id INTEGER NOT NULL REFERENCES site_name (id),
  day INTEGER NOT NULL,
  folded TEXT NOT NULL,
  dish TEXT NOT NULL,
  served INTEGER NOT NULL CHECK (served >= 0),
  prepared INTEGER CHECK (prepared >= 0),
  left_over INTEGER CHECK (left_over >= 0),
  batch INTEGER REFERENCES import_batch (id),
  PRIMARY KEY (site_name_id, day, folded)
) STRICT, WITHOUT ROWID;

CREATE TABLE closure (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('strike', 'closure', 'outing')),
  site_name_id INTEGER REFERENCES site_name (id),
  absent INTEGER CHECK (absent >= 0),
  announced TEXT,
  batch INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE UNIQUE INDEX closure_day ON closure (date, kind, ifnull(site_name_id, 0));
CREATE INDEX closure_site ON closure (site_name_id) WHERE site_name_id IS NOT NULL;

-- period: the holiday's name in one spelling (toussaint, noel, …); part: from 1, where a year has it twice.
CREATE TABLE school_holiday (
  zone TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  period TEXT NOT NULL,
  part INTEGER NOT NULL,
  name TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  batch INTEGER REFERENCES import_batch (id),
  PRIMARY KEY (zone, school_year, period, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
