import BetterSqlite3 from 'better-sqlite3';
import { dataVersion } from './data-version.ts';
import type { ReadonlyDatabase } from './open.ts';

/** A copy that does not hold what it was made from. */
export class HollowCopyError extends Error {
  override readonly name = 'HollowCopyError';
}

type Readable = Pick<ReadonlyDatabase, 'prepare'>;

const schemaOf = (db: Readable): string =>
  JSON.stringify(db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all());

function rowCounts(db: Readable): string {
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  return JSON.stringify(
    names.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]),
  );
}

/**
 * Looks whether a copy holds what its source holds: tables, indexes and, where nothing was written to the source
 * since `version` (`dataVersion` from before the copy), the number of rows of each table. Throws `HollowCopyError`.
 */
export function requireSameContent(source: ReadonlyDatabase, version: string, file: string): void {
  const copy = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    const counts = rowCounts(source);
    const isStill = dataVersion(source) === version;
    if (schemaOf(copy) !== schemaOf(source) || (isStill && rowCounts(copy) !== counts)) {
      throw new HollowCopyError(file);
    }
  } finally {
    copy.close();
  }
}
