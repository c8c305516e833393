import { closeSync, fstatSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { dataVersion } from './data-version.ts';
import {
  DamagedDatabaseError,
  type Database,
  ForeignDatabaseError,
  type ReadonlyDatabase,
} from './database.ts';
import { requireShortPath } from './files/long-path.ts';
import { partOf } from './files/parts.ts';
import { flushToDisk, remove, rename } from './files/patience.ts';
import { makePrivateFile, privateFile } from './files/private.ts';
import { openFile, withOpenFile } from './files/reading.ts';
import { schemaVersion } from './migrations/migrate.ts';
import { openDatabase } from './open.ts';
import { requireOwn, schemaDifferences } from './own-schema.ts';
import { requireSameContent } from './same-content.ts';

export interface CopyHooks {
  /** From 0 to 1. */
  onProgress?(done: number): void;
  cancelled?(): boolean;
}

/** The copy was stopped; nothing of it stays. */
export class CopyCancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Pages copied between two looks at whether to stop: a megabyte. */
const pagesAtOnce = 256;

/** How long another program's writing is waited for, in milliseconds, and how often it is looked at. */
const patience = 5000;
const pause = 50;

const sidecars = ['-journal', '-wal', '-shm'];

/** Removes a database file that nobody has open, with what SQLite leaves beside it. Answers whether all is gone. */
function removeDatabase(file: string): boolean {
  return ['', ...sidecars].map((end) => remove(`${file}${end}`)).every(Boolean);
}

/** Gives a finished copy its name. */
export type Placing = (part: string) => void;

const replacing =
  (file: string): Placing =>
  (part) =>
    rename(part, file);

/**
 * Writes a copy of a database that is being worked with: one consistent state, in a single file without sidecars,
 * checked and compared with its source before it takes its name. What had that name is replaced, unless `place` says
 * otherwise, or stays when the copy fails. Throws `CopyCancelled`, `DamagedDatabaseError` (the database is damaged: so
 * would be its copy), `HollowCopyError` or what the file system says. Answers the bytes of the copy.
 */
export async function backUp(
  db: ReadonlyDatabase,
  file: string,
  hooks: CopyHooks = {},
  place = replacing(file),
): Promise<number> {
  const version = dataVersion(db);
  return written(file, place, async (part) => {
    await copyPages(db, part, hooks);
    const bytes = finish(part);
    requireSameContent(db, version, part);
    return bytes;
  });
}

/** The same at once, for when nothing else may happen meanwhile: before a migration. */
export function backUpNow(db: ReadonlyDatabase, file: string, place = replacing(file)): number {
  const version = dataVersion(db);
  const part = partOf(file);
  requireShortPath(part);
  try {
    makePrivateFile(part);
    db.prepare('VACUUM INTO ?').run(part);
    const bytes = finish(part);
    requireSameContent(db, version, part);
    place(part);
    return bytes;
  } finally {
    removeDatabase(part);
  }
}

async function written<T>(file: string, place: Placing, write: (part: string) => Promise<T>): Promise<T> {
  const part = partOf(file);
  requireShortPath(part);
  try {
    // The system says more plainly than SQLite why a file cannot be written.
    closeSync(openFile(part, 'wx', privateFile));
    const made = await write(part);
    place(part);
    return made;
  } finally {
    removeDatabase(part);
  }
}

/** A copy is whole, alone, sound and on the disk before it takes its name. Answers its bytes. */
function finish(part: string): number {
  const copy = new BetterSqlite3(part, { fileMustExist: true });
  try {
    // In WAL mode it could not be read from a folder that may not be written.
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
  checkCopy(part);
  return withOpenFile(part, 'r+', (handle) => {
    flushToDisk(handle);
    return fstatSync(handle).size;
  });
}

/** Reads every page of a file. Throws `DamagedDatabaseError`. */
function checkCopy(file: string): void {
  const copy = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    requireSound(copy, file);
  } finally {
    copy.close();
  }
}

function requireSound(db: BetterSqlite3.Database, file: string): void {
  const found = db.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') {
    throw new DamagedDatabaseError(file, new Error(String(found)));
  }
}

/** Copies every page with SQLite's online backup, in one transaction of the target. */
async function copyPages(from: ReadonlyDatabase, to: string, hooks: CopyHooks): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    const { totalPages } = await from.backup(to, {
      progress({ totalPages: all, remainingPages: left }) {
        if (hooks.cancelled?.()) {
          throw new CopyCancelled();
        }
        hooks.onProgress?.(all === 0 ? 0 : 1 - left / all);
        return pagesAtOnce;
      },
    });
    // Where another connection holds the target's lock, the copy "ends" before it has seen a page.
    if (totalPages > 0) {
      return;
    }
    if (Date.now() > until) {
      throw Object.assign(new Error(`${to}: database is locked`), { code: 'SQLITE_BUSY' });
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/**
 * Opens a copy of a backup: looks whether it is one of this app and sound, and brings it up to date.
 * The file is changed by that, so it must be a copy. Throws `ForeignDatabaseError`, `NewerDatabaseError` or
 * `DamagedDatabaseError`.
 */
export function openBackup(file: string): Database {
  const found = new BetterSqlite3(file);
  try {
    requireOwn(found, file);
    // A file without any table is no backup.
    if (schemaVersion(found) === 0) throw new ForeignDatabaseError(file);
    requireSound(found, file);
  } catch (error) {
    found.close();
    throw (error as { code?: unknown }).code === 'SQLITE_NOTADB' ? new ForeignDatabaseError(file) : error;
  }
  found.close();
  const db = openDatabase(file);
  try {
    // A file from elsewhere may lack a table, or carry one of its own.
    if (schemaDifferences(db).length > 0) throw new ForeignDatabaseError(file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Puts the content of a backup in place of a database's, in one transaction of it: whoever has that database open,
 * in this process or another, sees all of the one or all of the other. Throws `CopyCancelled`, or an error with the
 * code `SQLITE_BUSY` where another program writes for too long; the database is then as it was.
 */
export async function replaceContent(
  target: Database,
  backup: Database,
  hooks: CopyHooks = {},
): Promise<void> {
  takePageSize(target, backup);
  await copyPages(backup, target.name, hooks);
  // The log holds the whole file now; where somebody reads an older state it shrinks later.
  target.pragma('wal_checkpoint(TRUNCATE)');
}

/** A page of another size cannot be put in the place of one. */
function takePageSize(target: ReadonlyDatabase, backup: Database): void {
  const size = Number(target.pragma('page_size', { simple: true }));
  if (backup.pragma('page_size', { simple: true }) !== size) {
    backup.pragma('journal_mode = DELETE');
    backup.pragma(`page_size = ${size}`);
    backup.exec('VACUUM');
  }
}

/** Puts a backup in the place of a file that is no database any more and that nobody has open. */
export async function replaceFile(file: string, backup: Database): Promise<void> {
  await written(file, replacing(file), async (part) => {
    await copyPages(backup, part, {});
    finish(part);
    // A log of the old file would be taken for one of the new.
    if (!removeDatabase(file)) throw Object.assign(new Error(`${file} is held`), { code: 'EBUSY' });
  });
}
