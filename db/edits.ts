import type { Database, ReadonlyDatabase } from './open.ts';
import { numberOf, numberOrNull } from './scalar.ts';
import { bumpSheets } from './sheet-revisions.ts';

/** How many edits can be taken back; nobody goes further. */
const depth = 300;

/** Rows that are no part of an edit: what orders share once it is in use, and counters that only grow. */
const excludedTables = ['edit_row', 'order_basis', 'sheet_revision'];
/** Its new rows are no part of an edit either, as all orders of the site share them; a new name of one is. */
const sharedOnceNew = 'order_site';

/** What an edit changed has been changed again: taking it back would overwrite that. */
export class StaleEditError extends Error {
  override name = 'StaleEditError';
}

interface Table {
  readonly name: string;
  readonly key: readonly string[];
  /** With the hidden number of the row where it is the only one. */
  readonly columns: readonly string[];
}

function editable(db: ReadonlyDatabase): readonly Table[] {
  const found = db
    .prepare(
      `SELECT t.name AS tbl, c.name, c.pk FROM pragma_table_list t, pragma_table_info(t.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'
       AND t.name NOT IN (${excludedTables.map(() => '?').join(', ')}) ORDER BY t.name, c.cid`,
    )
    .all(...excludedTables) as { readonly tbl: string; readonly name: string; readonly pk: number }[];
  return [...Map.groupBy(found, ({ tbl }) => tbl)].map(([tbl, columns]) => {
    const all = columns.map(({ name }) => name);
    const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
    return key.length > 0
      ? { name: tbl, key, columns: all }
      : { name: tbl, key: ['rowid'], columns: ['rowid', ...all] };
  });
}

const quoted = (columns: readonly string[], row: string) =>
  columns.map((column) => `quote(${row}.${column})`).join(` || ', ' || `);
const rowKeySql = ({ key }: Table, row: string) =>
  key.map((column) => `'${column} = ' || quote(${row}.${column})`).join(` || ' AND ' || `);

const operations = [
  { event: 'INSERT', row: 'NEW', before: false, after: true },
  { event: 'UPDATE', row: 'NEW', before: true, after: true },
  { event: 'DELETE', row: 'OLD', before: true, after: false },
] as const;

/** What the triggers of a connection ask: which edit is recorded now. */
interface Watching {
  /** Counts the edits of the connection; `null`: what is written now is none. */
  session: number | null;
  sessions: number;
  /** The version of the tables for which the triggers were made. */
  schema: unknown;
}

const watching = new WeakMap<Database, Watching>();

function watch(db: Database, table: Table): void {
  for (const { event, row, before, after } of operations) {
    if (event === 'INSERT' && table.name === sharedOnceNew) continue;
    db.exec(
      `CREATE TEMP TRIGGER edit_${table.name}_${event} AFTER ${event} ON main.${table.name}
       WHEN edit_session() IS NOT NULL BEGIN
         INSERT INTO edit_now SELECT edit_session(), (SELECT ifnull(max(edit), 0) + 1 FROM edit_row)
         WHERE NOT EXISTS (SELECT 1 FROM edit_now WHERE session = edit_session());
         INSERT INTO edit_row (edit, step, tbl, place, before, after)
         SELECT n.edit, (SELECT ifnull(max(step), 0) + 1 FROM edit_row WHERE edit = n.edit), '${table.name}',
           ${rowKeySql(table, row)}, ${before ? quoted(table.columns, 'OLD') : 'NULL'},
           ${after ? quoted(table.columns, 'NEW') : 'NULL'}
         FROM edit_now n WHERE n.session = edit_session();
       END`,
    );
  }
}

const triggersOf = (db: Database) =>
  db.prepare(`SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'`).pluck().all() as string[];

/**
 * Has the connection watch its tables, from its first edit on; anew where another program has changed the tables.
 * Triggers that came and went with each edit would take 20 ms of it, and more with every statement that was ever
 * prepared: each change of a schema looks at them all. Nothing is written between edits, which would look as if the
 * data had changed.
 */
function watchAll(db: Database): Watching {
  const own = watching.get(db) ?? { session: null, sessions: 0, schema: null };
  if (!watching.has(db)) {
    watching.set(db, own);
    db.function('edit_session', () => own.session);
  }
  const schema = db.pragma('main.schema_version', { simple: true });
  // A transaction that failed may have taken them away again.
  const isWatched =
    db.prepare(`SELECT 1 FROM temp.sqlite_schema WHERE name = 'edit_now'`).get() !== undefined;
  if (isWatched && own.schema === schema) return own;
  db.transaction(() => {
    for (const name of triggersOf(db)) db.exec(`DROP TRIGGER temp.${name}`);
    db.exec(
      'CREATE TEMP TABLE IF NOT EXISTS edit_now (session INTEGER PRIMARY KEY, edit INTEGER NOT NULL) STRICT',
    );
    for (const table of editable(db)) watch(db, table);
  })();
  own.schema = schema;
  return own;
}

/**
 * Does work and keeps the rows that it changed, in the transactions in which it changes them. Answers the number
 * under which it can be taken back; `null` when nothing was changed. The number is taken with the first row, which
 * holds the lock: work begins long before that, and another program may be at work too.
 */
export async function recordEdit<T>(
  db: Database,
  work: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly edit: number | null }> {
  const own = watchAll(db);
  if (own.session !== null) throw new Error('an edit is being recorded already');
  const session = ++own.sessions;
  const before = db.pragma('synchronous', { simple: true });
  try {
    own.session = session;
    // What a person approved or recorded outlives a power cut; an import can be repeated.
    db.pragma('synchronous = FULL');
    const value = await work();
    const edit = numberOrNull(
      db.prepare('SELECT edit FROM temp.edit_now WHERE session = ?').pluck(),
      session,
    );
    return { value, edit };
  } finally {
    own.session = null;
    db.pragma(`synchronous = ${before}`);
  }
}

/** Forgets the edits that are too old to be taken back. */
export function forgetOldEdits(db: Database): void {
  db.prepare('DELETE FROM edit_row WHERE edit <= (SELECT max(edit) FROM edit_row) - ?').run(depth);
}

interface Step {
  readonly tbl: string;
  readonly place: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The tables whose rows were changed. */
export function tablesOfEdits(db: ReadonlyDatabase, edits: readonly number[]): ReadonlySet<string> {
  const find = db.prepare('SELECT DISTINCT tbl FROM edit_row WHERE edit = ?').pluck();
  return new Set(edits.flatMap((edit) => find.all(edit) as string[]));
}

/**
 * Takes edits back, the last one first, or does them again: every row becomes to the letter what it was. All or
 * nothing: throws `StaleEditError` when a row has been changed since, or when an edit is not known any more.
 */
export function stepEdits(db: Database, edits: readonly number[], way: 'undo' | 'redo'): void {
  const order = way === 'undo' ? 'DESC' : 'ASC';
  const read = db.prepare(
    `SELECT tbl, place, before, after FROM edit_row WHERE edit = ? ORDER BY step ${order}`,
  );
  const step = db.transaction(() => {
    db.pragma('defer_foreign_keys = ON');
    const tables = new Map(editable(db).map((table) => [table.name, table]));
    const sheets = new Map<string, readonly [date: string, orderSite: number]>();
    for (const edit of way === 'undo' ? edits.toReversed() : edits) {
      const steps = read.all(edit) as Step[];
      if (steps.length === 0) throw new StaleEditError(`edit ${edit} is not known any more`);
      for (const one of steps) {
        const [from, to] = way === 'undo' ? [one.after, one.before] : [one.before, one.after];
        const table = tables.get(one.tbl);
        if (table === undefined) throw new StaleEditError(`there is no table ${one.tbl} any more`);
        for (const sheet of changeRow(db, table, one.place, from, to)) sheets.set(sheet.join(' '), sheet);
      }
    }
    for (const sheet of sheets.values()) bumpSheets(db, ...sheet);
    refuseUnderApproved(db, edits);
  });
  try {
    step.immediate();
  } catch (error) {
    throw isConstraint(error) ? new StaleEditError(error.message) : error;
  }
}

const isConstraint = (error: unknown): error is Error =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  String(error.code).startsWith('SQLITE_CONSTRAINT');

type Sheet = readonly [date: string, orderSite: number];

/** Answers whose sheets that changes. */
function changeRow(
  db: Database,
  table: Table,
  rowKey: string,
  from: string | null,
  to: string | null,
): readonly Sheet[] {
  const { name, columns } = table;
  if (name === 'site_name' && (from === null || to === null) && staysShared(db, rowKey, to)) return [];
  if (from === null && to !== null) removeAutomatic(db, table, rowKey, to);
  const current =
    db
      .prepare(`SELECT ${quoted(columns, name)} FROM ${name} WHERE ${rowKey}`)
      .pluck()
      .get() ?? null;
  if (current !== from) throw new StaleEditError(`${name} has changed where ${rowKey}`);
  const sheets = () =>
    name === 'order_version' || name === 'roll_call'
      ? (db.prepare(`SELECT date, order_site_id FROM ${name} WHERE ${rowKey}`).raw().all() as Sheet[])
      : [];
  const before = sheets();
  write(db, table, rowKey, from, to);
  return [...before, ...sheets()];
}

/**
 * A site that was there before gets its own name by the way, with the first count or closure that is entered of it, and
 * what is entered later uses that name too: it goes with the last that uses it, and is there again only once.
 */
function staysShared(db: Database, rowKey: string, to: string | null): boolean {
  const own = numberOrNull(
    db
      .prepare(
        `SELECT n.id FROM site_name n JOIN site s ON s.id = n.site_id
         WHERE n.${rowKey} AND n.batch IS NULL AND n.folded = s.folded AND n.kind = s.kind`,
      )
      .pluck(),
  );
  return own !== null && (to !== null || isUsed(db, own));
}

/** Whether any row is kept under a name of a site. */
function isUsed(db: ReadonlyDatabase, siteName: number): boolean {
  const users = db
    .prepare(
      `SELECT t.name AS tbl, f."from" AS col FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
       WHERE t.schema = 'main' AND f."table" = 'site_name'`,
    )
    .all() as { readonly tbl: string; readonly col: string }[];
  return users.some(
    ({ tbl, col }) => db.prepare(`SELECT 1 FROM ${tbl} WHERE ${col} = ?`).get(siteName) !== undefined,
  );
}

/** A deadline has closed the order again meanwhile: what a person had approved or sent before stands. */
function removeAutomatic(db: Database, { name, columns }: Table, rowKey: string, row: string): void {
  if (name === 'order_version') {
    db.exec(`DELETE FROM order_version WHERE ${rowKey} AND by_clock AND version = 1
       AND (date, order_site_id, version) NOT IN (SELECT date, order_site_id, version FROM order_sending)`);
  }
  if (name === 'supplier_order') {
    db.exec(
      `WITH back (${columns.join(', ')}) AS (VALUES (${row}))
       DELETE FROM supplier_order WHERE by_clock AND version = 1
       AND (date, folded) IN (SELECT date, folded FROM back)`,
    );
  }
}

function write(db: Database, table: Table, rowKey: string, from: string | null, to: string | null): void {
  const { name, columns } = table;
  const list = columns.join(', ');
  if (to === null) {
    const changes = () => numberOf(db.prepare('SELECT total_changes()').pluck());
    const earlier = changes();
    db.exec(`DELETE FROM ${name} WHERE ${rowKey}`);
    if (changes() > earlier + 1) throw new StaleEditError(`${name} is in use where ${rowKey}`);
  } else {
    db.exec(
      from === null
        ? `INSERT INTO ${name} (${list}) VALUES (${to})`
        : `UPDATE ${name} SET (${list}) = (${to}) WHERE ${rowKey}`,
    );
  }
}

/** What a person says in place of a recommendation does not change under an order that is frozen. */
function refuseUnderApproved(db: Database, edits: readonly number[]): void {
  const rowKeys = db.prepare(`SELECT place FROM edit_row WHERE edit = ? AND tbl = 'order_override'`).pluck();
  for (const rowKey of edits.flatMap((edit) => rowKeys.all(edit) as string[])) {
    if (db.prepare(`SELECT 1 FROM order_version WHERE ${rowKey}`).get() !== undefined) {
      throw new StaleEditError(`the order is frozen where ${rowKey}`);
    }
  }
}
