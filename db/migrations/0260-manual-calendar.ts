import type { Migration } from './migrate.ts';

/**
 * What people say of the calendar. `manual_holiday`: school holidays entered by hand, first and last day without class.
 * `confirmed_days`: days beyond the known holidays of which someone said that they are served as usual. `open_day`: a
 * day that is served whatever the calendar says; `site_id` NULL: by every site.
 */
export const manualCalendar: Migration = {
  version: 260,
  sql: `
CREATE TABLE manual_holiday (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day)
) STRICT;
CREATE TABLE confirmed_days (
  id INTEGER PRIMARY KEY,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day)
) STRICT;
CREATE TABLE open_day (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  site_id INTEGER REFERENCES site (id) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX open_day_day ON open_day (date, ifnull(site_id, 0));
CREATE INDEX open_day_site ON open_day (site_id) WHERE site_id IS NOT NULL;
`,
};
