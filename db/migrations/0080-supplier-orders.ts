import type { Migration } from './migrate.ts';

const unit = (column: string, rest: string) =>
  `${column} TEXT ${rest}CHECK (${column} IN ('g', 'ml', 'piece', 'pack', 'portion'))`;

/**
 * What left for the suppliers, and what a frozen order was worked out with.
 *
 * `supplier_order`: the order of one supplier for one day, as it was sent or (`by_clock` 1) as it stood at its
 * deadline; the highest version is in force. Suppliers and kitchens are kept by their names ('' without a supplier), as
 * an import that is undone takes their numbers away. `ref` names a line in the files that go out and come back.
 * `supplier_confirmation`: how much of a line the supplier says it delivers.
 *
 * `order_basis`: portions, packs and course levels as they were when an order was frozen; `hash` finds those that are
 * there already.
 */
export const purchaseOrderTables: Migration = {
  version: 80,
  sql: `
CREATE TABLE order_basis (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
ALTER TABLE order_version ADD COLUMN basis_id INTEGER REFERENCES order_basis (id);

CREATE TABLE supplier_order (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  supplier TEXT NOT NULL,
  folded TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  person TEXT,
  by_clock INTEGER NOT NULL CHECK (by_clock IN (0, 1)),
  at TEXT NOT NULL,
  UNIQUE (date, folded, version)
) STRICT;

CREATE TABLE supplier_order_line (
  order_id INTEGER NOT NULL REFERENCES supplier_order (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  ref TEXT NOT NULL,
  place TEXT NOT NULL,
  dish TEXT NOT NULL,
  key TEXT NOT NULL,
  size TEXT,
  quantity REAL NOT NULL CHECK (quantity >= 0),
  ${unit('unit', 'NOT NULL ')},
  amount REAL CHECK (amount >= 0),
  ${unit('amount_unit', '')},
  price REAL CHECK (price >= 0),
  deadline_date TEXT,
  deadline_time TEXT,
  as_of TEXT NOT NULL,
  PRIMARY KEY (order_id, position),
  UNIQUE (order_id, ref),
  CHECK ((deadline_date IS NULL) = (deadline_time IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE supplier_confirmation (
  ref TEXT PRIMARY KEY,
  quantity REAL NOT NULL CHECK (quantity >= 0),
  person TEXT,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
