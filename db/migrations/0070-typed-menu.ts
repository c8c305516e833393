import type { Migration } from './migrate.ts';

/**
 * Menus typed in or corrected by hand, a whole day's list at a time. What files said of that day stays in `menu_item`
 * and is not in force as long as there is a typed list: an import never overwrites it, and taking the list away
 * brings the file's menu back. `site_id` NULL: every site. `dishes`: JSON, see db/manual-menus.ts; an empty list says
 * that there is no menu.
 *
 * `menu` is the menus in force, under the site that a file's name stands for.
 */
export const typedMenu: Migration = {
  version: 70,
  sql: `
CREATE TABLE typed_menu (
  date TEXT NOT NULL,
  site_id INTEGER REFERENCES site (id) ON DELETE CASCADE,
  dishes TEXT NOT NULL CHECK (json_valid(dishes) AND json_type(dishes) = 'array')
) STRICT;
CREATE UNIQUE INDEX typed_menu_day ON typed_menu (date, ifnull(site_id, 0));
CREATE INDEX typed_menu_site ON typed_menu (site_id) WHERE site_id IS NOT NULL;

CREATE VIEW menu AS
SELECT m.date, n.site_id, m.rank, m.position, m.course, m.dish, m.choice
FROM menu_item m LEFT JOIN site_name n ON n.id = m.site_name_id
WHERE m.dish IS NOT NULL AND (m.site_name_id IS NULL OR n.site_id IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM typed_menu t
                  WHERE t.date = m.date AND ifnull(t.site_id, 0) = ifnull(n.site_id, 0))
UNION ALL
SELECT t.date, t.site_id, d.key + 1, d.key + 1, d.value ->> 'course', d.value ->> 'dish', d.value ->> 'choice'
FROM typed_menu t, json_each(t.dishes) d;
`,
};
