import type { Migration } from './migrate.ts';

const scope = `scope_type TEXT NOT NULL CHECK (scope_type IN ('dish', 'food')),
  scope TEXT NOT NULL`;
const batch = 'batch INTEGER REFERENCES import_batch (id)';
const unit = (rest: string) => `unit TEXT ${rest}CHECK (unit IN ('g', 'ml', 'piece'))`;
const amounts = ['maternelle', 'elementaire', 'college', 'adult']
  .map((column) => `${column} REAL CHECK (${column} > 0)`)
  .join(',\n  ');

/**
 * What the way from a head-count to an order needs: portions, packs, suppliers, kitchens, guests of a site. A `scope`
 * is a dish (its key, see forecasting/dishes/dish.ts; `name` is a spelling of it) or a food (its code, see
 * forecasting/orders/foods.ts). Default portions are not stored: a row here is something that somebody said.
 * pack_size: an amount in `unit`, or (unit NULL) portions of each class; a minimum counts all sizes of a rule.
 */
export const catalogueTables: Migration = {
  version: 60,
  sql: `
CREATE TABLE supplier (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  rule TEXT CHECK (rule IS NULL OR (json_valid(rule) AND json_type(rule, '$.type') IS 'text')),
  ${batch}
) STRICT;

CREATE TABLE portion_rule (
  ${scope},
  name TEXT NOT NULL,
  ${unit('NOT NULL ')},
  ${amounts},
  cooking_loss REAL NOT NULL CHECK (cooking_loss >= 0 AND cooking_loss < 1),
  ${batch},
  PRIMARY KEY (scope_type, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_rule (
  ${scope},
  name TEXT NOT NULL,
  supplier_id INTEGER REFERENCES supplier (id) ON DELETE SET NULL,
  minimum INTEGER NOT NULL CHECK (minimum >= 0),
  stock REAL NOT NULL CHECK (stock >= 0),
  keeps INTEGER NOT NULL CHECK (keeps IN (0, 1)),
  ${batch},
  PRIMARY KEY (scope_type, scope)
) STRICT, WITHOUT ROWID;
CREATE INDEX pack_rule_supplier ON pack_rule (supplier_id) WHERE supplier_id IS NOT NULL;

CREATE TABLE pack_size (
  ${scope},
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  ${unit('')},
  amount REAL CHECK (amount > 0),
  ${amounts},
  price REAL CHECK (price >= 0),
  ${batch},
  PRIMARY KEY (scope_type, scope, name),
  FOREIGN KEY (scope_type, scope) REFERENCES pack_rule (scope_type, scope) ON DELETE CASCADE,
  CHECK ((unit IS NULL) = (amount IS NULL)),
  CHECK ((unit IS NULL) = (coalesce(maternelle, elementaire, college, adult) IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE kitchen (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  pools INTEGER NOT NULL CHECK (pools IN (0, 1))
) STRICT;

CREATE TABLE site_guests (
  site_id INTEGER PRIMARY KEY REFERENCES site (id) ON DELETE CASCADE,
  kitchen_id INTEGER REFERENCES kitchen (id) ON DELETE SET NULL,
  share_maternelle REAL CHECK (share_maternelle BETWEEN 0 AND 1),
  share_elementaire REAL CHECK (share_elementaire BETWEEN 0 AND 1),
  share_college REAL CHECK (share_college BETWEEN 0 AND 1),
  share_adult REAL CHECK (share_adult BETWEEN 0 AND 1),
  adults INTEGER NOT NULL CHECK (adults >= 0),
  no_pork INTEGER NOT NULL CHECK (no_pork >= 0),
  vegetarian INTEGER NOT NULL CHECK (vegetarian >= 0),
  allergy INTEGER NOT NULL CHECK (allergy >= 0),
  samples INTEGER NOT NULL CHECK (samples >= 0),
  note TEXT NOT NULL,
  CHECK ((share_maternelle IS NULL) = (share_elementaire IS NULL)
    AND (share_maternelle IS NULL) = (share_college IS NULL)
    AND (share_maternelle IS NULL) = (share_adult IS NULL))
) STRICT;
CREATE INDEX site_guests_kitchen ON site_guests (kitchen_id) WHERE kitchen_id IS NOT NULL;
`,
};
