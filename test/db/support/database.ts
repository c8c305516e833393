import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { importFiles } from '../../../db/import/import-files.ts';
import type { ImportOptions } from '../../../db/import/import-options.ts';
import type { ImportFileOutcome, ImportOutcome } from '../../../db/import/outcome.ts';
import { migrate } from '../../../db/migrations/migrate.ts';
import { migrations } from '../../../db/migrations/migrations.ts';
import { type Database, openDatabase, type ReadonlyDatabase } from '../../../db/open.ts';

const now = '2026-11-23T09:00';

/** A folder of its own for one test file; `close` removes it. */
export class Workbench {
  readonly folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-db-'));
  readonly #open: Database[] = [];
  #files = 0;

  database(name = `${++this.#files}.sqlite`): Database {
    const db = openDatabase(join(this.folder, name));
    this.#open.push(db);
    return db;
  }

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, `${++this.#files}-${name}`);
    writeFileSync(path, content);
    return path;
  }

  /** Imports files given by their content. */
  import(
    db: Database,
    files: Readonly<Record<string, string | Uint8Array>>,
    options: Partial<ImportOptions> = {},
  ): ImportOutcome {
    const sources = Object.entries(files).map(([name, content]) => ({
      name,
      path: this.write(name, content),
    }));
    return importFiles(db, sources, { now, ...options });
  }

  /** Imports one file and answers what became of it. */
  importOne(
    db: Database,
    content: string | Uint8Array,
    options: Partial<ImportOptions> = {},
  ): ImportFileOutcome {
    return this.import(db, { 'file.csv': content }, options).files[0];
  }

  close(): void {
    for (const db of this.#open) {
      db.close();
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Everything that is in a database: its schema and every row of every table, in one order. */
export function dump(db: ReadonlyDatabase): readonly string[] {
  const objects = db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all() as {
    type: string;
    name: string;
    sql: string | null;
  }[];
  const tables = objects.filter(({ type }) => type === 'table');
  return [
    `user_version ${db.pragma('user_version', { simple: true })}`,
    ...objects.map(({ type, name, sql }) => `${type} ${name} ${sql}`),
    ...tables.flatMap(({ name }) =>
      (db.prepare(`SELECT * FROM ${name}`).raw().all() as unknown[][])
        .map((row) => `${name} ${JSON.stringify(row)}`)
        .sort(),
    ),
  ];
}

/** The five counts and what they must add up to. */
export function countsOf({ read, imported, updated, unchanged, refused, asked }: ImportFileOutcome) {
  expect(imported + updated + unchanged + refused + asked).toBe(read);
  return { read, imported, updated, unchanged, refused, asked };
}

/** `line code value`, one for each problem. */
export function problemsOf({ problems }: ImportFileOutcome): readonly string[] {
  return problems.map(({ level, line, code, value }) => `${level} ${line ?? '-'} ${code} ${value ?? '-'}`);
}

/**
 * A database as the version before `version` left it, filled by `sql` and brought up to date. `changes`: what it held and
 * holds no more; of some tables only, where later versions reshape the others, also what came in.
 */
export function updatedFrom(bench: Workbench, version: number, sql: string, tables: readonly string[] = []) {
  const path = join(bench.folder, `before-${version}.sqlite`);
  const old = new BetterSqlite3(path);
  migrate(
    old,
    migrations.filter((one) => one.version < version),
  );
  old.exec(sql);
  const isAsked = (row: string) =>
    tables.length === 0 ? !row.includes('version') : tables.some((table) => row.startsWith(`${table} `));
  const before = dump(old as never).filter(isAsked);
  old.close();
  if (before.length === 0) throw new Error(`nothing to keep from before version ${version}`);
  const db = openDatabase(path);
  const now = dump(db).filter(isAsked);
  const lost = before.filter((row) => !now.includes(row));
  const gained = tables.length === 0 ? [] : now.filter((row) => !before.includes(row));
  return { db, changes: [...lost, ...gained] };
}
