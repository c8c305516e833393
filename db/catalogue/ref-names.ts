import type { ReadonlyDatabase } from '../open.ts';

/** By id, the name under which references of order lines know a supplier or a kitchen: its first, folded. */
export interface RefNames {
  readonly suppliers: ReadonlyMap<number, string>;
  readonly kitchens: ReadonlyMap<number, string>;
}

export function readRefNames(db: ReadonlyDatabase): RefNames {
  const of = (table: 'supplier' | 'kitchen') =>
    new Map(db.prepare(`SELECT id, ref_name FROM ${table}`).raw().all() as [number, string][]);
  return { suppliers: of('supplier'), kitchens: of('kitchen') };
}
