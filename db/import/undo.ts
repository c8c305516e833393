import type { UndoReport } from '../../forecasting/domain/records.ts';
import type { Database } from '../open.ts';
import {
  hasManualData,
  keepSitesWithManualData,
  manualDataOfSites,
  removedSitesWithOrders,
  sitesOfImport,
} from './kept-sites.ts';
import { type DataTable, dataTables, whereKey } from './tables.ts';
import type { Value } from './writer.ts';

export class UnknownImportError extends Error {
  override name = 'UnknownBatchError';
  readonly batch: number;

  constructor(batch: number) {
    super(`no import ${batch}`);
    this.batch = batch;
  }
}

/**
 * Takes one import back, the last one or any other. Rows that it wrote last become what they were before it; where
 * a later import wrote over them, the later value stays and its memory of "before" skips this import. Names and
 * sites that rows of other imports use stay, and so do those about which somebody typed something: none of that is
 * lost.
 */
export function undoImport(db: Database, batch: number): UndoReport {
  const undo = db.transaction(() => {
    if (db.prepare('SELECT 1 FROM import_batch WHERE id = ?').get(batch) === undefined) {
      throw new UnknownImportError(batch);
    }
    const sites = sitesOfImport(db, batch);
    let restored = 0;
    for (const table of childrenFirst) {
      const rows = restoreOverwritten(db, batch, table) + removeNew(db, batch, table);
      // Classes and adults are of the lines that their attendance counts.
      restored += table === dataTables.dinerCount ? 0 : rows;
    }
    const kept = forgetInLater(db, batch);
    db.prepare('DELETE FROM import_batch WHERE id = ?').run(batch);
    const keptSites = keepSitesWithManualData(db, sites);
    return { batch, restored, kept, keptSites, keptOrders: removedSitesWithOrders(db, sites) };
  });
  return undo.immediate();
}

const { site, siteName, school, supplier, packRule, ...records } = dataTables;
const childrenFirst: readonly DataTable[] = [
  ...Object.values(records),
  packRule,
  supplier,
  siteName,
  school,
  site,
];

interface Change {
  readonly key: string;
  readonly owner: number | null;
  readonly before: string;
}

/** Puts back the rows that the batch wrote over and that nobody has touched since. */
function restoreOverwritten(db: Database, batch: number, table: DataTable): number {
  const assignments = table.values.map((column) => `${column} = ?`).join(', ');
  const restore = db.prepare(
    `UPDATE ${table.name} SET ${assignments}, batch = ? WHERE ${whereKey(table)} AND batch = ?`,
  );
  const changes = db
    .prepare(
      `SELECT key, before_batch AS owner, before_json AS before FROM change
       WHERE batch = ? AND tbl = ? AND before_json IS NOT NULL`,
    )
    .all(batch, table.name) as Change[];
  let restored = 0;
  for (const { key, owner, before } of changes) {
    const place = JSON.parse(key) as Value[];
    const values = withTypedSite(db, table, place, withoutLost(db, table, JSON.parse(before)));
    restored += restore.run(...values, owner, ...place, batch).changes;
  }
  return restored;
}

/** What a row may point to, by column. */
const targets: Readonly<Record<string, string>> = { site_id: 'site', supplier_id: 'supplier' };

/** A name that pointed to a site which is gone by now is a question again; packs lose a supplier that is gone. */
function withoutLost(db: Database, table: DataTable, values: readonly Value[]): readonly Value[] {
  return values.map((value, index) => {
    const target = targets[table.values[index] ?? ''];
    if (target === undefined || value === null) return value;
    return db.prepare(`SELECT 1 FROM ${target} WHERE id = ?`).get(value) === undefined ? null : value;
  });
}

/** A name under which something is typed goes on standing for the site about which it was. */
function withTypedSite(
  db: Database,
  table: DataTable,
  place: readonly Value[],
  values: readonly Value[],
): readonly Value[] {
  if (table !== siteName) return values;
  const held = db
    .prepare(
      `SELECT site_id FROM site_name n WHERE ${whereKey(table)} AND site_id IS NOT NULL AND ${hasManualData}`,
    )
    .pluck()
    .get(...place) as number | undefined;
  return values.map((value, index) => (table.values[index] === 'site_id' ? (held ?? value) : value));
}

/** Deletes the rows that the batch made; what rows of other imports use is handed over to them. */
function removeNew(db: Database, batch: number, table: DataTable): number {
  const users = usersOf(table);
  const unused = users.map(({ name, of }) => `AND NOT EXISTS (SELECT 1 FROM ${name} WHERE ${of})`);
  const removed = db
    .prepare(`DELETE FROM ${table.name} WHERE batch = ? ${unused.join(' ')}`)
    .run(batch).changes;
  if (users.length > 0) {
    handOver(db, batch, table, users);
  }
  return removed;
}

interface User {
  readonly name: string;
  /** Its rows that use a row of the table. */
  readonly of: string;
  /** Rows that only people write belong to no import. */
  readonly batch: 'batch' | 'NULL';
}

const byId = (name: string, column: string, used: DataTable): User => ({
  name,
  of: `${name}.${column} = ${used.name}.id`,
  batch: 'batch',
});

function usersOf(table: DataTable): readonly User[] {
  switch (table) {
    case site:
      return [
        ...[siteName, school].map(({ name }) => byId(name, 'site_id', site)),
        ...manualDataOfSites.map((name): User => ({ ...byId(name, 'site_id', site), batch: 'NULL' })),
      ];
    case siteName:
      return ['attendance', 'diner_count', 'menu_item', 'serving', 'closure'].map((name) =>
        byId(name, 'site_name_id', siteName),
      );
    case school:
      return [byId('enrolment', 'school_id', school)];
    case supplier:
      return [byId(packRule.name, 'supplier_id', supplier)];
    case packRule: {
      const same = ['scope_type', 'scope'].map((column) => `pack_size.${column} = pack_rule.${column}`);
      return [{ name: 'pack_size', of: same.join(' AND '), batch: 'batch' }];
    }
    default:
      return [];
  }
}

/**
 * What stays belongs to the first import that uses it, else to whoever typed what uses it. A name stands for the site
 * about which something is typed under it, else for that of exactly its name, or for none.
 */
function handOver(db: Database, batch: number, table: DataTable, users: readonly User[]): void {
  const uses = users.map(({ name, of, batch: owner }) => `SELECT ${owner} AS batch FROM ${name} WHERE ${of}`);
  const named = table === siteName || table === school;
  const sameKind = table === siteName ? 'AND (kind = site_name.kind OR site_name.kind IS NULL)' : '';
  const namesake = `(SELECT min(id) FROM site WHERE folded = ${table.name}.folded ${sameKind} HAVING count(*) = 1)`;
  const stands =
    table === siteName
      ? `CASE WHEN site_id IS NOT NULL AND EXISTS (SELECT 1 FROM site_name n WHERE n.id = site_name.id AND ${hasManualData})
           THEN site_id ELSE ${namesake} END`
      : namesake;
  db.prepare(
    `UPDATE ${table.name} SET batch = (SELECT min(batch) FROM (${uses.join(' UNION ALL ')}))
       ${named ? `, site_id = ${stands}` : ''}
     WHERE batch = ?`,
  ).run(batch);
}

/** Later imports that wrote over this one's rows remember what was there before this one. */
function forgetInLater(db: Database, batch: number): number {
  return db
    .prepare(
      `UPDATE change AS later SET (before_batch, before_json) =
         (SELECT mine.before_batch, mine.before_json FROM (SELECT 1)
          LEFT JOIN change AS mine ON mine.batch = @batch AND mine.tbl = later.tbl AND mine.key = later.key)
       WHERE before_batch = @batch`,
    )
    .run({ batch }).changes;
}
