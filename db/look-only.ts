import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { remove } from './files/patience.ts';
import { copyFile, roughSize } from './files/reading.ts';
import { makeTemporary } from './files/temporary.ts';
import { schemaVersion } from './migrations/migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { openDatabase, type ReadonlyDatabase } from './open.ts';
import { requireOwn, requireOwnCode } from './own-schema.ts';

/** A database that can be looked at and not changed; `close` also removes what was lent for it. */
export interface LookOnly {
  readonly db: ReadonlyDatabase;
  close(): void;
}

/**
 * Opens the database of a folder or a disk that cannot be written: as it is where SQLite can, else a copy in the
 * system's folder for such, else, where there is no room for one, as a file that nobody changes meanwhile. Throws what
 * the last way threw.
 */
export function openLookOnly(file: string): LookOnly {
  for (const way of [inPlace, asCopy]) {
    try {
      return way(file);
    } catch {
      // The next way may do.
    }
  }
  return asUnchanging(file);
}

const closing = (db: ReadonlyDatabase): LookOnly => ({ db, close: () => db.close() });

/** Reads the whole way to a table, and refuses what is none of ours or of another version. */
function checked(db: BetterSqlite3.Database, file: string): LookOnly {
  try {
    requireOwn(db, file);
    if (schemaVersion(db) !== migrations.at(-1)?.version) throw new Error(`${file} is of another version`);
    requireOwnCode(db, file);
    db.pragma('trusted_schema = OFF');
    return closing(db as ReadonlyDatabase);
  } catch (error) {
    db.close();
    throw error;
  }
}

const inPlace = (file: string) =>
  checked(new BetterSqlite3(file, { readonly: true, fileMustExist: true }), file);

function asCopy(file: string): LookOnly {
  const folder = makeTemporary('look');
  try {
    const copy = join(folder, 'canteen.sqlite');
    copyFile(file, copy);
    if (existsSync(`${file}-wal`)) copyFile(`${file}-wal`, `${copy}-wal`);
    const db = openDatabase(copy);
    db.pragma('query_only = ON');
    return {
      db,
      close() {
        db.close();
        remove(folder);
      },
    };
  } catch (error) {
    remove(folder);
    throw error;
  }
}

/** Without the locks and the index that a log needs: so only where there is no log. */
function asUnchanging(file: string): LookOnly {
  const address = pathToFileURL(resolve(file));
  address.searchParams.set('immutable', roughSize(`${file}-wal`) === 0 ? '1' : '0');
  return checked(new BetterSqlite3(address.href, { readonly: true }), file);
}
