import { dataVersion } from '../../../db/data-version.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';

/** What is dear to read and asked for again and again is read once, until the data change. */
export function readOnce<T>(read: (db: ReadonlyDatabase) => T): (db: ReadonlyDatabase) => T {
  const kept = new WeakMap<ReadonlyDatabase, { readonly stamp: string; readonly value: T }>();
  return (db) => {
    const stamp = dataVersion(db);
    const known = kept.get(db);
    if (known?.stamp === stamp) {
      return known.value;
    }
    const value = read(db);
    kept.set(db, { stamp, value });
    return value;
  };
}
