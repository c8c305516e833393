import type BetterSqlite3 from 'better-sqlite3';

export interface Migration {
  /** Numbered by tens, so that one can still be put between two. */
  readonly version: number;
  readonly sql: string;
}

export function schemaVersion(db: BetterSqlite3.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Runs what is missing, each migration in a transaction of its own; stops after `upTo` when it is given. */
export function migrate(
  db: BetterSqlite3.Database,
  migrations: readonly Migration[],
  upTo = Number.POSITIVE_INFINITY,
): void {
  for (const { version, sql } of migrations) {
    if (version > schemaVersion(db) && version <= upTo) {
      db.transaction(() => {
        // Another connection may have done it while this one waited for the lock.
        if (version > schemaVersion(db)) {
          db.exec(sql);
          db.pragma(`user_version = ${version}`);
        }
      }).immediate();
    }
  }
}
