import type { KitchenRecord, SiteDiners } from '../../forecasting/domain/records.ts';
import { fold, tidy } from '../fold.ts';
import type { Database, ReadonlyDatabase } from '../open.ts';
import { numberOrNull } from '../scalar.ts';
import { listPackRules, type StoredPackRule } from './pack-rules.ts';
import { listSiteDiners } from './site-diners.ts';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly pools: 0 | 1;
}

const kitchenOf = ({ id, name, pools }: Row): KitchenRecord => ({ id, name, pools: pools === 1 });

export function listKitchens(db: ReadonlyDatabase): readonly KitchenRecord[] {
  return (db.prepare('SELECT id, name, pools FROM kitchen ORDER BY folded').all() as Row[]).map(kitchenOf);
}

/** The kitchen of this name; `null`: the name is free. */
export function kitchenNamed(db: ReadonlyDatabase, name: string): number | null {
  return numberOrNull(db.prepare('SELECT id FROM kitchen WHERE folded = ?').pluck(), fold(name));
}

/** Keeps a kitchen under its id (`null`: a new one); answers it, and what was there. */
export function saveKitchen(
  db: Database,
  { id, name, pools }: Omit<KitchenRecord, 'id'> & { readonly id: number | null },
): { readonly saved: KitchenRecord; readonly replaced: KitchenRecord | null } {
  const replaced = listKitchens(db).find((kitchen) => kitchen.id === id) ?? null;
  const row = db
    .prepare(
      `INSERT INTO kitchen (id, name, folded, ref_name, pools) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded, pools = excluded.pools
       RETURNING id, name, pools`,
    )
    .get(id, tidy(name), fold(name), fold(name), pools ? 1 : 0) as Row;
  return { saved: kitchenOf(row), replaced };
}

interface RemovedKitchen {
  readonly kitchen: KitchenRecord;
  readonly sites: readonly SiteDiners[];
  /** The packs of which it had something on hand. */
  readonly packs: readonly StoredPackRule[];
}

/**
 * Forgets a kitchen and what it had on hand; answers it with what was said of its sites, which cook for themselves
 * from then on.
 */
export function removeKitchen(db: Database, id: number): RemovedKitchen | null {
  const kitchen = listKitchens(db).find((one) => one.id === id);
  if (kitchen === undefined) {
    return null;
  }
  const sites = listSiteDiners(db).filter(({ kitchenId }) => kitchenId === id);
  const packs = listPackRules(db).filter(({ stocks }) =>
    stocks.some(({ place }) => place === `kitchen-${id}`),
  );
  db.prepare('DELETE FROM kitchen WHERE id = ?').run(id);
  return { kitchen, sites, packs };
}
