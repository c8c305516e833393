import type { Migration } from './migrate.ts';

/**
 * Weighing campaigns of waste, by the name of the site. Weights are whole grams, gross with the tares taken off them;
 * `source` is `all` where the three are not told apart. `sources`: those that this site weighs.
 */
export const weighings: Migration = {
  version: 410,
  sql: `
CREATE TABLE weighing_campaign (
  id INTEGER PRIMARY KEY,
  order_site_id INTEGER NOT NULL REFERENCES order_site (id),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  sources TEXT NOT NULL CHECK (json_valid(sources)),
  person TEXT,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE weighing_day (
  campaign_id INTEGER NOT NULL REFERENCES weighing_campaign (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  expected INTEGER CHECK (expected >= 0),
  prepared INTEGER CHECK (prepared >= 0),
  distributed INTEGER CHECK (distributed >= 0),
  PRIMARY KEY (campaign_id, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE weighing_mass (
  campaign_id INTEGER NOT NULL REFERENCES weighing_campaign (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('preparation', 'unserved', 'plates', 'all')),
  part TEXT NOT NULL
    CHECK (part IN ('edible', 'inedible', 'mixed', 'starter', 'main', 'dairy-dessert', 'bread', 'other')),
  gross INTEGER NOT NULL CHECK (gross >= 0),
  tare INTEGER NOT NULL CHECK (tare >= 0 AND tare <= gross),
  PRIMARY KEY (campaign_id, date, source, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE weighing_tare (
  folded TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  grams INTEGER NOT NULL CHECK (grams > 0)
) STRICT, WITHOUT ROWID;
`,
};
