import type BetterSqlite3 from 'better-sqlite3';

export interface Migration {
  /** Numbered by tens, so that one can still be put between two. */
  readonly version: number;
  readonly sql: string;
}

export function schemaVersion(db: BetterSqlite3.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Runs what is missing, all of it or nothing; stops after `upTo` when it is given. */
export function migrate(
  db: BetterSqlite3.Database,
  migrations: readonly Migration[],
  upTo = Number.POSITIVE_INFINITY,
): void {
  const isMissing = ({ version }: Migration) => version > schemaVersion(db) && version <= upTo;
  if (!migrations.some(isMissing)) return;
  db.transaction(() => {
    for (const migration of migrations) {
      // Another connection may have done it while this one waited for the lock.
      if (!isMissing(migration)) continue;
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }
  }).immediate();
}
