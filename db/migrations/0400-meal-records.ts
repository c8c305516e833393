import type { Migration } from './migrate.ts';

/**
 * What was recorded after a meal, value by value as it was entered: of the meal (`folded` empty) or of one dish. By the
 * name of the site, as orders are: it outlives the import that brought the site. Children served are attendance.
 *
 * `meal_value_before`: every value that another took the place of. `dish_served`: portions by dish, what was entered
 * over what files say; figures that contradict each other are not in it.
 */
export const mealRecords: Migration = {
  version: 400,
  sql: `
CREATE TABLE meal_value (
  date TEXT NOT NULL,
  order_site_id INTEGER NOT NULL REFERENCES order_site (id),
  folded TEXT NOT NULL,
  field TEXT NOT NULL,
  dish TEXT NOT NULL,
  number INTEGER CHECK (number >= 0),
  text TEXT,
  person TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (date, order_site_id, folded, field),
  CHECK ((number IS NULL) <> (text IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE meal_value_before (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  order_site_id INTEGER NOT NULL REFERENCES order_site (id),
  folded TEXT NOT NULL,
  field TEXT NOT NULL,
  number INTEGER,
  text TEXT,
  person TEXT,
  at TEXT NOT NULL,
  replaced_at TEXT NOT NULL
) STRICT;
CREATE INDEX meal_value_before_day ON meal_value_before (date, order_site_id);

CREATE VIEW dish_recorded AS
SELECT date, order_site_id, folded, max(dish) AS dish,
  max(CASE field WHEN 'prepared' THEN number END) AS prepared,
  max(CASE field WHEN 'served' THEN number END) AS served,
  max(CASE field WHEN 'left' THEN number END) AS left_over,
  coalesce(max(CASE field WHEN 'ranOut' THEN number END), 0) AS ran_out
FROM meal_value WHERE folded <> '' GROUP BY date, order_site_id, folded;

CREATE VIEW dish_served AS
WITH recorded AS (
  SELECT s.id AS site_id, o.name, o.kind, o.folded AS site_folded,
    CAST(unixepoch(r.date) / 86400 AS INTEGER) AS day, r.folded, r.dish,
    CASE WHEN r.ran_out THEN coalesce(r.served, r.prepared)
         ELSE coalesce(r.served, r.prepared - r.left_over) END AS served,
    CASE WHEN r.ran_out THEN coalesce(r.served, r.prepared) ELSE r.prepared END AS prepared,
    CASE WHEN r.ran_out THEN 0 ELSE r.left_over END AS left_over
  FROM dish_recorded r JOIN order_site o ON o.id = r.order_site_id
  LEFT JOIN site s ON s.folded = o.folded AND s.kind = o.kind
  WHERE NOT (r.ran_out AND ifnull(r.left_over, 0) > 0)
    AND ifnull(r.left_over <= r.prepared, 1) AND ifnull(r.served <= r.prepared, 1))
SELECT site_id, name, kind, site_folded, day, folded, dish, served, prepared, left_over
FROM recorded WHERE served IS NOT NULL
UNION ALL
SELECT n.site_id, n.name, n.kind, n.folded, v.day, v.folded, v.dish, v.served, v.prepared, v.left_over
FROM serving v JOIN site_name n ON n.id = v.site_name_id
WHERE NOT EXISTS (
  SELECT 1 FROM meal_value m JOIN order_site o ON o.id = m.order_site_id
  JOIN site s ON s.folded = o.folded AND s.kind = o.kind
  WHERE s.id = n.site_id AND m.folded = v.folded AND m.date = date(v.day * 86400, 'unixepoch')
    AND m.field IN ('served', 'prepared', 'left', 'ranOut'));
`,
};
