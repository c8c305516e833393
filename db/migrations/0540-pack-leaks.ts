import type { Migration } from './migrate.ts';

/**
 * Where whole packs make surplus. `supplier_order_packing`: what the packs of a dish hold (forecasting/domain/
 * order-records.ts, LinePacking), with one line of its order; of orders that left before nothing is known.
 * `kitchen_leak_trial`: what was tried in a kitchen, by the name under which references of order lines know it; of a
 * site that cooks for itself it stands in `leak_trial`.
 */
export const packLeaks: Migration = {
  version: 540,
  sql: `
CREATE TABLE supplier_order_packing (
  order_id INTEGER NOT NULL REFERENCES supplier_order (id) ON DELETE CASCADE,
  ref TEXT NOT NULL,
  portions REAL NOT NULL CHECK (portions >= 0),
  rounding REAL NOT NULL CHECK (rounding >= 0),
  sites INTEGER NOT NULL CHECK (sites >= 1),
  PRIMARY KEY (order_id, ref)
) STRICT, WITHOUT ROWID;

CREATE TABLE kitchen_leak_trial (
  kitchen TEXT NOT NULL,
  kind TEXT NOT NULL,
  part TEXT NOT NULL,
  cause TEXT NOT NULL,
  tried_on TEXT NOT NULL,
  person TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (kitchen, kind, part)
) STRICT, WITHOUT ROWID;
`,
};
