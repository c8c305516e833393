import BetterSqlite3 from 'better-sqlite3';
import {
  DamagedDatabaseError,
  type Database,
  isDamage,
  NewerDatabaseError,
  type ReadonlyDatabase,
} from './database.ts';
import { requireShortPath } from './files/long-path.ts';
import { migrate, schemaVersion } from './migrations/migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { applicationId, requireOwn, requireOwnCode } from './own-schema.ts';

export { DamagedDatabaseError, type Database, NewerDatabaseError, type ReadonlyDatabase };

/**
 * Kilobytes of pages that a connection keeps. Each thread has a connection, and the system keeps the file's pages
 * anyway: more saves time only where pages are written again and again, in a large import.
 */
export const pageCache = { usual: 4_000, import: 16_000 } as const;

interface OpenOptions {
  readonly readonly?: boolean;
  /** Called when the file is of an older version of the app, before it is brought up to date. */
  beforeMigrating?(db: ReadonlyDatabase): void;
}

/**
 * Opens (and makes, or brings up to date) the app's one database file.
 * Throws `NewerDatabaseError`, `ForeignDatabaseError` or `DamagedDatabaseError`; the file is then as it was.
 */
export function openDatabase(file: string, options: { readonly: true }): ReadonlyDatabase;
export function openDatabase(file: string, options?: OpenOptions): Database;
export function openDatabase(file: string, options: OpenOptions = {}): ReadonlyDatabase {
  requireShortPath(file);
  const db = new BetterSqlite3(file, { readonly: options.readonly ?? false });
  try {
    prepare(db, file, options);
  } catch (error) {
    db.close();
    throw isDamage(error) ? new DamagedDatabaseError(file, error) : error;
  }
  return db as ReadonlyDatabase;
}

function prepare(db: BetterSqlite3.Database, file: string, options: OpenOptions): void {
  requireOwn(db, file);
  const known = migrations.at(-1)?.version ?? 0;
  const found = schemaVersion(db);
  // What a file says itself, in a check or a default, calls no function that reaches beyond it.
  db.pragma('trusted_schema = OFF');
  db.pragma('busy_timeout = 5000');
  db.pragma('foreign_keys = ON');
  db.pragma(`cache_size = -${pageCache.usual}`);
  if (options.readonly) {
    return;
  }
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  // macOS tells a disk to write only when asked so.
  db.pragma('fullfsync = ON');
  if (found > 0 && found < known) {
    options.beforeMigrating?.(db as Database);
  }
  migrate(db as Database, migrations);
  requireOwnCode(db, file);
  if (db.pragma('application_id', { simple: true }) !== applicationId) {
    db.pragma(`application_id = ${applicationId}`);
  }
}
