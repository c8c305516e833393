import type BetterSqlite3 from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that may be read. Readers take this type, so a writer's connection serves them too. */
export type ReadonlyDatabase = BetterSqlite3.Database & { readonly [readable]: true };

/** A connection that may be written. Only writers take this type. */
export type Database = ReadonlyDatabase & { readonly [writable]: true };

/** The file was written by a newer version of the app: it is left alone. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
  readonly file: string;
  readonly found: number;
  readonly known: number;

  constructor(file: string, found: number, known: number) {
    super(`${file}: schema ${found} is newer than ${known}`);
    this.file = file;
    this.found = found;
    this.known = known;
  }
}

/** The file is no database, or its pages are damaged: it is left alone. */
export class DamagedDatabaseError extends Error {
  override name = 'DamagedDatabaseError';
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(`${file}: damaged database`, { cause });
    this.file = file;
  }
}

/** The file is a database, but none of this app, or it has parts that this app never makes: it is left alone. */
export class ForeignDatabaseError extends Error {
  override readonly name = 'ForeignDatabaseError';
}

/** SQLite says so itself: the file is no database, a page of it makes no sense, or a table of ours is not there. */
export function isDamage(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const lacksPart = code === 'SQLITE_ERROR' && /^no such (table|column)\b/.test(String(message));
  return lacksPart || (typeof code === 'string' && /^SQLITE_(CORRUPT|NOTADB)/.test(code));
}
