import type { Migration } from './migrate.ts';

/**
 * A menu that files know by the name of a sector, restaurant or group of guests may be that of several sites: they
 * follow it. `menu` shows it once under each of them, and under no other.
 */
export const menuFollowers: Migration = {
  version: 350,
  sql: `
CREATE TABLE menu_follower (
  site_name_id INTEGER NOT NULL REFERENCES site_name (id) ON DELETE CASCADE,
  site_id INTEGER NOT NULL REFERENCES site (id) ON DELETE CASCADE,
  PRIMARY KEY (site_name_id, site_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX menu_follower_site ON menu_follower (site_id);

DROP VIEW menu;
CREATE VIEW menu AS
SELECT m.date, ifnull(f.site_id, n.site_id) AS site_id, m.rank, m.position, m.course, m.dish, m.choice
FROM menu_item m LEFT JOIN site_name n ON n.id = m.site_name_id
  LEFT JOIN menu_follower f ON f.site_name_id = m.site_name_id
WHERE m.dish IS NOT NULL AND (m.site_name_id IS NULL OR n.site_id IS NOT NULL OR f.site_id IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM typed_menu t
                  WHERE t.date = m.date AND ifnull(t.site_id, 0) = ifnull(ifnull(f.site_id, n.site_id), 0))
UNION ALL
SELECT t.date, t.site_id, d.key + 1, d.key + 1, d.value ->> 'course', d.value ->> 'dish', d.value ->> 'choice'
FROM typed_menu t, json_each(t.dishes) d;
`,
};
