import type { ReadonlyDatabase } from '../open.ts';
import type { ImportKind } from './problem.ts';

export interface KnownFile {
  readonly batch: number;
  readonly at: string;
  readonly read: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/**
 * The earlier import of the very same bytes, read the same way, if reading them again can change nothing: every row of the file was
 * written then, and none of them has been written over since.
 */
export function findKnownFile(
  db: ReadonlyDatabase,
  sha256: string,
  kind: ImportKind,
  reading: string | null,
): KnownFile | undefined {
  return db
    .prepare(
      `SELECT f.batch, b.at, f.read, f.first_day AS firstDay, f.last_day AS lastDay
       FROM import_file f JOIN import_batch b ON b.id = f.batch
       WHERE f.sha256 = ? AND f.kind = ? AND f.reading IS ? AND f.read > 0 AND f.read = f.imported + f.updated
         AND NOT EXISTS (SELECT 1 FROM change c WHERE c.before_batch = f.batch)
       ORDER BY f.batch DESC LIMIT 1`,
    )
    .get(sha256, kind, reading) as KnownFile | undefined;
}
