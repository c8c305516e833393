import type { Migration } from './migrate.ts';

/** The kitchen that cooks for most sites, else the site with most meals, else a kitchen without sites. */
const placeOfOld = `
SELECT kitchen_id, site_id FROM (
  SELECT k.id AS kitchen_id, NULL AS site_id, iif(count(g.site_id) > 0, 1, 3) AS rank,
         count(g.site_id) AS size, k.folded AS name
  FROM kitchen k LEFT JOIN site_guests g ON g.kitchen_id = k.id GROUP BY k.id
  UNION ALL
  SELECT NULL, s.id, 2, coalesce(sum(a.served), 0), s.folded
  FROM site s LEFT JOIN site_name n ON n.site_id = s.id LEFT JOIN attendance a ON a.site_name_id = n.id
  GROUP BY s.id
) ORDER BY rank, size DESC, name LIMIT 1`;

/**
 * What is on hand belongs to where it is kept: a kitchen, or a site that cooks for itself. It has the unit of the packs
 * it was counted in and outlives them, so that packs that are imported anew find it again; of packs that are now filled
 * by another unit it says nothing.
 *
 * What was on hand of a product, wherever, is now in the only kitchen. Of several nobody knows which: it is put whole
 * into one (see above), where it is seen and can be moved, rather than spread over places that never had it.
 */
export const stock: Migration = {
  version: 90,
  sql: `
CREATE TABLE stock (
  scope_type TEXT NOT NULL CHECK (scope_type IN ('dish', 'food')),
  scope TEXT NOT NULL,
  kitchen_id INTEGER REFERENCES kitchen (id) ON DELETE CASCADE,
  site_id INTEGER REFERENCES site (id) ON DELETE CASCADE,
  unit TEXT NOT NULL CHECK (unit IN ('g', 'ml', 'piece', 'portion')),
  amount REAL NOT NULL CHECK (amount > 0),
  CHECK ((kitchen_id IS NULL) <> (site_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX stock_place ON stock (scope_type, scope, ifnull(kitchen_id, 0), ifnull(site_id, 0));
CREATE INDEX stock_kitchen ON stock (kitchen_id) WHERE kitchen_id IS NOT NULL;
CREATE INDEX stock_site ON stock (site_id) WHERE site_id IS NOT NULL;
INSERT INTO stock (scope_type, scope, kitchen_id, site_id, unit, amount)
SELECT r.scope_type, r.scope, p.kitchen_id, p.site_id, coalesce(
  (SELECT z.unit FROM pack_size z WHERE z.scope_type = r.scope_type AND z.scope = r.scope
   ORDER BY z.position, z.name LIMIT 1), 'portion'), r.stock
FROM pack_rule r, (${placeOfOld}) p WHERE r.stock > 0;
ALTER TABLE pack_rule DROP COLUMN stock;
`,
};
