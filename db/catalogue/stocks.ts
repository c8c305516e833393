import type { KitchenKey, KitchenStock, PortionUnit } from '../../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from '../open.ts';
import type { ScopeColumns } from './scope.ts';

export interface StoredStock extends KitchenStock, ScopeColumns {
  /** What its amount was counted in. */
  readonly unit: PortionUnit | 'portion';
}

interface Row extends ScopeColumns {
  readonly kitchen_id: number | null;
  readonly site_id: number | null;
  readonly unit: StoredStock['unit'];
  readonly amount: number;
}

const stockOf = ({ kitchen_id, site_id, ...row }: Row): StoredStock => ({
  ...row,
  place: kitchen_id === null ? `site-${site_id as number}` : `kitchen-${kitchen_id}`,
});

function placeColumns(place: KitchenKey) {
  const [type, id] = place.split('-');
  return {
    kitchen_id: type === 'kitchen' ? Number(id) : null,
    site_id: type === 'site' ? Number(id) : null,
  };
}

/** What every place has on hand, kitchens first; in force where the packs are counted in the same unit. */
export function listStocks(db: ReadonlyDatabase): readonly StoredStock[] {
  const rows = db
    .prepare('SELECT * FROM stock ORDER BY scope_type, scope, kitchen_id IS NULL, kitchen_id, site_id')
    .all() as Row[];
  return rows.map(stockOf);
}

/** Forgets what is on hand of a scope and answers it. */
export function removeStocks(db: Database, scope: ScopeColumns): readonly StoredStock[] {
  const own = listStocks(db).filter(
    (one) => one.scope_type === scope.scope_type && one.scope === scope.scope,
  );
  db.prepare('DELETE FROM stock WHERE scope_type = @scope_type AND scope = @scope').run(scope);
  return own;
}

/** Keeps what is on hand of a scope of which nothing is kept. */
export function saveStocks(
  db: Database,
  scope: ScopeColumns,
  unit: StoredStock['unit'],
  stocks: readonly KitchenStock[],
): void {
  const insert = db.prepare(
    `INSERT INTO stock (scope_type, scope, kitchen_id, site_id, unit, amount)
     VALUES (@scope_type, @scope, @kitchen_id, @site_id, @unit, @amount)`,
  );
  for (const { place, amount } of stocks) {
    insert.run({ ...scope, ...placeColumns(place), unit, amount });
  }
}
