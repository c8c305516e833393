import BetterSqlite3 from 'better-sqlite3';
import { ForeignDatabaseError, NewerDatabaseError } from './database.ts';
import { migrate, schemaVersion } from './migrations/migrate.ts';
import { migrations } from './migrations/migrations.ts';

/** Marks a database as one of this app: "BMes" in the header of the file. */
export const applicationId = 0x42_4d_65_73;

const newest = migrations.at(-1)?.version ?? 0;

/** Every database of this app has these. */
const firstTables = ['import_batch', 'site', 'site_name', 'attendance', 'setting'];

/**
 * Refuses what is no database of this app, before anything of it is used or changed; a file without any table is one
 * that is yet to be. Throws `ForeignDatabaseError` or `NewerDatabaseError`.
 */
export function requireOwn(db: BetterSqlite3.Database, file: string): void {
  const mark = db.pragma('application_id', { simple: true });
  const tables = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
  const version = schemaVersion(db);
  if (mark === applicationId && version > newest) {
    throw new NewerDatabaseError(file, version, newest);
  }
  const isOwn = version === 0 ? tables.size === 0 : firstTables.every((table) => tables.has(table));
  if (!isOwn || (mark !== 0 && mark !== applicationId)) {
    throw new ForeignDatabaseError(file);
  }
  if (version > newest) {
    throw new NewerDatabaseError(file, version, newest);
  }
}

interface Part {
  readonly type: 'table' | 'index' | 'trigger' | 'view';
  readonly name: string;
  /** What it is made of: columns, or its text. */
  readonly content: string;
}

const columnsOf = (db: BetterSqlite3.Database, what: 'table_xinfo' | 'index_xinfo', name: string): string =>
  JSON.stringify(
    (db.pragma(`${what}("${name.replaceAll('"', '""')}")`) as Readonly<Record<string, unknown>>[]).map(
      ({ name: column, type, notnull, pk, desc, coll }) => [column, type, notnull, pk, desc, coll],
    ),
  );

function partsOf(db: BetterSqlite3.Database, types: readonly Part['type'][]): readonly Part[] {
  const found = db
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'")
    .all() as { readonly type: Part['type']; readonly name: string; readonly sql: string }[];
  return found
    .filter(({ type }) => types.includes(type))
    .map(({ type, name, sql }) => {
      if (type === 'table') return { type, name, content: columnsOf(db, 'table_xinfo', name) };
      if (type === 'index') return { type, name, content: columnsOf(db, 'index_xinfo', name) };
      return { type, name, content: sql.replace(/\s+/g, ' ') };
    });
}

let own: readonly Part[] | undefined;

/** What the migrations make. */
function ownParts(): readonly Part[] {
  if (own) return own;
  const fresh = new BetterSqlite3(':memory:');
  try {
    migrate(fresh, migrations);
    own = partsOf(fresh, ['table', 'index', 'trigger', 'view']);
    return own;
  } finally {
    fresh.close();
  }
}

export interface SchemaDifference {
  readonly type: Part['type'];
  readonly name: string;
  readonly difference: 'missing' | 'foreign' | 'changed';
}

/** How the parts of an up-to-date database differ from what the migrations make. */
export function schemaDifferences(
  db: BetterSqlite3.Database,
  types: readonly Part['type'][] = ['table', 'index', 'trigger', 'view'],
): readonly SchemaDifference[] {
  const keyOf = ({ type, name }: Part) => `${type} ${name}`;
  const wanted = new Map(
    ownParts().flatMap((part) => (types.includes(part.type) ? [[keyOf(part), part]] : [])),
  );
  const found = partsOf(db, types);
  const given = new Set(found.map(keyOf));
  return [
    ...found.flatMap(({ content, ...part }): SchemaDifference[] => {
      const same = wanted.get(keyOf({ ...part, content }));
      if (same === undefined) return [{ ...part, difference: 'foreign' }];
      return same.content === content ? [] : [{ ...part, difference: 'changed' }];
    }),
    ...[...wanted.values()].flatMap(({ type, name, content }): SchemaDifference[] =>
      given.has(keyOf({ type, name, content })) ? [] : [{ type, name, difference: 'missing' }],
    ),
  ];
}

/**
 * A view is read, and a trigger runs, with the app's own work: a file with others than the migrations make is none of
 * this app's. Throws `ForeignDatabaseError`.
 */
export function requireOwnCode(db: BetterSqlite3.Database, file: string): void {
  if (schemaDifferences(db, ['trigger', 'view']).length > 0) throw new ForeignDatabaseError(file);
}
