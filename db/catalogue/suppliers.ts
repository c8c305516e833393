import type { Moment, OrderRule } from '../../forecasting/domain/records.ts';
import { fold, tidy } from '../fold.ts';
import type { Database, ReadonlyDatabase } from '../open.ts';
import { renamePurchaseOrders } from '../purchase-orders.ts';
import { storedJson } from '../stored-json.ts';
import { listPackRules, type StoredPackRule } from './pack-rules.ts';

export interface StoredSupplier {
  readonly id: number;
  readonly name: string;
  /** As it was saved; `null`: by the rule of each site. The caller knows what to expect, and checks it. */
  readonly rule: unknown;
  /** When the rule was saved: it binds orders whose deadline comes after; `null`: all. */
  readonly ruleSavedAt: Moment | null;
}

type Row = Omit<StoredSupplier, 'rule'> & { readonly rule: string | null };

const columns = 'id, name, rule, rule_saved_at AS ruleSavedAt';
const supplierOf = ({ rule, ...row }: Row): StoredSupplier => ({
  ...row,
  rule: rule === null ? null : storedJson(rule),
});

export function listSuppliers(db: ReadonlyDatabase): readonly StoredSupplier[] {
  return (db.prepare(`SELECT ${columns} FROM supplier ORDER BY folded`).all() as Row[]).map(supplierOf);
}

/** The other supplier of this name; `null`: the name is free. */
export function supplierNamed(db: ReadonlyDatabase, name: string): number | null {
  const id = db.prepare('SELECT id FROM supplier WHERE folded = ?').pluck().get(fold(name));
  return (id as number | undefined) ?? null;
}

/**
 * Keeps a supplier under its id (`null`: a new one); answers it, and what was there. What it was sent follows its name:
 * else the same would be ordered again under the new one.
 */
export function saveSupplier(
  db: Database,
  { id, name, rule }: { readonly id: number | null; readonly name: string; readonly rule: OrderRule | null },
  savedAt: Moment | null = null,
): { readonly saved: StoredSupplier; readonly replaced: StoredSupplier | null } {
  const replaced = listSuppliers(db).find((supplier) => supplier.id === id) ?? null;
  const row = db
    .prepare(
      `INSERT INTO supplier (id, name, folded, ref_name, rule, rule_saved_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET
         name = excluded.name, folded = excluded.folded, rule = excluded.rule, batch = NULL,
         rule_saved_at = CASE WHEN rule IS excluded.rule THEN rule_saved_at ELSE excluded.rule_saved_at END
       RETURNING ${columns}`,
    )
    .get(id, tidy(name), fold(name), fold(name), rule === null ? null : JSON.stringify(rule), savedAt) as Row;
  if (replaced !== null) {
    renamePurchaseOrders(db, replaced.name, row.name);
  }
  return { saved: supplierOf(row), replaced };
}

/** Forgets a supplier; answers it with the packs that were its own, which stay without a supplier. */
export function removeSupplier(
  db: Database,
  id: number,
): { readonly supplier: StoredSupplier; readonly packs: readonly StoredPackRule[] } | null {
  const supplier = listSuppliers(db).find((one) => one.id === id);
  if (supplier === undefined) {
    return null;
  }
  const packs = listPackRules(db).filter(({ supplierId }) => supplierId === id);
  db.prepare('DELETE FROM supplier WHERE id = ?').run(id);
  return { supplier, packs };
}
