import type { Database, ReadonlyDatabase } from './open.ts';

/** One attribute of a dish as a person stated it. */
export interface StoredDishAttribute {
  /** `Dish.key`. */
  readonly key: string;
  readonly name: string;
  /** A newer version may know others. */
  readonly attribute: string;
  readonly has: boolean;
}

export function listDishAttributes(db: ReadonlyDatabase): readonly StoredDishAttribute[] {
  const rows = db
    .prepare('SELECT key, name, attribute, has FROM dish_attribute ORDER BY key, attribute')
    .all() as (Omit<StoredDishAttribute, 'has'> & { readonly has: 0 | 1 })[];
  return rows.map((row) => ({ ...row, has: row.has === 1 }));
}

/** States an attribute in place of an earlier statement; `has` `null`: its words decide again. */
export function saveDishAttribute(
  db: Database,
  { key, name, attribute, has }: Omit<StoredDishAttribute, 'has'> & { readonly has: boolean | null },
): void {
  if (has === null) {
    db.prepare('DELETE FROM dish_attribute WHERE key = ? AND attribute = ?').run(key, attribute);
    return;
  }
  db.prepare(
    `INSERT INTO dish_attribute (key, attribute, has, name) VALUES (?, ?, ?, ?)
     ON CONFLICT (key, attribute) DO UPDATE SET has = excluded.has, name = excluded.name`,
  ).run(key, attribute, has ? 1 : 0, name);
}
