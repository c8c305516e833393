import { fold } from '../../fold.ts';
import type { ReadonlyDatabase } from '../../open.ts';

/** What is on record already, for the contents of a column to agree with. */
export interface Knowledge {
  isSite(name: string): boolean;
  /** Its diners are on record as sites of a type each. */
  hasTypes(name: string): boolean;
  isDish(name: string): boolean;
  /** Names of the sites, as they are shown. */
  readonly sites: readonly string[];
}

export function readKnowledge(db: ReadonlyDatabase): Knowledge {
  const names = new Set(
    db.prepare('SELECT folded FROM site_name UNION SELECT folded FROM site').pluck().all(),
  );
  const types = new Set(db.prepare('SELECT folded FROM site_name WHERE kind IS NOT NULL').pluck().all());
  const dish = db.prepare('SELECT 1 FROM menu_item WHERE dish = ? LIMIT 1').pluck();
  return {
    isSite: (name) => names.has(fold(name)),
    hasTypes: (name) => types.has(fold(name)),
    isDish: (name) => dish.get(name) !== undefined,
    sites: db.prepare('SELECT DISTINCT name FROM site ORDER BY name').pluck().all() as string[],
  };
}
