import type { Migration } from './migrate.ts';

/**
 * The days on which a site serves, as a person stated them; a statement holds from `from_day` until the next one.
 * `week`: see forecasting/domain/service-week-records.ts.
 */
export const serviceWeek: Migration = {
  version: 240,
  sql: `
CREATE TABLE service_week (
  site_id INTEGER NOT NULL REFERENCES site (id) ON DELETE CASCADE,
  from_day TEXT NOT NULL,
  week TEXT NOT NULL CHECK (json_valid(week) AND json_type(week) IS 'object'),
  PRIMARY KEY (site_id, from_day)
) STRICT, WITHOUT ROWID;
`,
};
