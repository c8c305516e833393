import type { Migration } from './migrate.ts';

/**
 * Who was served, as files say it beside the children in one: children by class, and adults. Children in one stay the
 * attendance; classes count while they add up to it. What a person entered (`meal_value`) counts over it.
 */
export const dinerCounts: Migration = {
  version: 550,
  sql: `
CREATE TABLE diner_count (
  site_name_id INTEGER NOT NULL REFERENCES site_name (id),
  day INTEGER NOT NULL,
  diners TEXT NOT NULL CHECK (diners IN ('M', 'E', 'C', 'A')),
  served INTEGER NOT NULL CHECK (served >= 0),
  batch INTEGER REFERENCES import_batch (id),
  PRIMARY KEY (site_name_id, day, diners)
) STRICT, WITHOUT ROWID;
CREATE INDEX diner_count_day ON diner_count (day);
`,
};
