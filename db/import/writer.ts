import type { Statement } from 'better-sqlite3';
import type { Database } from '../open.ts';
import { type DataTable, whereKey } from './tables.ts';

export type Value = string | number | null;
export type Written = 'imported' | 'updated' | 'unchanged';

/** Decides what a row becomes when it is already there; the answer has the table's value columns. */
export type Merge = (old: readonly Value[], given: readonly Value[]) => readonly Value[];

const replace: Merge = (_, given) => given;

/**
 * Writes rows of one table for one batch, and keeps the image of each row that an earlier batch (or a hand) wrote,
 * so that the batch can be undone.
 */
export class Writer {
  readonly #batch: number;
  readonly #table: DataTable;
  readonly #insert: Statement;
  readonly #find: Statement;
  readonly #update: Statement;
  readonly #remember: Statement;
  readonly #before: Statement;

  constructor(db: Database, batch: number, table: DataTable) {
    const columns = [...table.key, ...table.values];
    const assignments = table.values.map((column) => `${column} = ?`).join(', ');
    this.#batch = batch;
    this.#table = table;
    this.#insert = db.prepare(
      `INSERT INTO ${table.name} (${columns.join(', ')}, batch)
       VALUES (${columns.map(() => '?').join(', ')}, ?) ON CONFLICT DO NOTHING`,
    );
    this.#find = db
      .prepare(`SELECT batch, ${table.values.join(', ')} FROM ${table.name} WHERE ${whereKey(table)}`)
      .raw();
    this.#update = db.prepare(`UPDATE ${table.name} SET ${assignments}, batch = ? WHERE ${whereKey(table)}`);
    this.#before = db
      .prepare('SELECT before_json FROM change WHERE batch = ? AND tbl = ? AND key = ?')
      .pluck();
    this.#remember = db.prepare(
      'INSERT INTO change (batch, tbl, key, before_batch, before_json) VALUES (?, ?, ?, ?, ?)',
    );
  }

  /** The values of a row, in the table's order; `undefined` when there is none. */
  find(key: readonly Value[]): readonly Value[] | undefined {
    return (this.#find.get(key) as Value[] | undefined)?.slice(1);
  }

  /**
   * Gives one value of a row that this batch wrote back what it was before; NULL where the row is new. Answers what
   * writing it had been.
   */
  takeBack(key: readonly Value[], value: number): 'imported' | 'updated' {
    const [, ...now] = this.#find.get(key) as [number | null, ...Value[]];
    const image = this.#before.get(this.#batch, this.#table.name, JSON.stringify(key)) as string | undefined;
    const before = image === undefined ? null : ((JSON.parse(image) as Value[])[value] ?? null);
    this.#update.run(...now.map((own, i) => (i === value ? before : own)), this.#batch, ...key);
    return image === undefined ? 'imported' : 'updated';
  }

  write(key: readonly Value[], given: readonly Value[], merge: Merge = replace): Written {
    if (this.#insert.run(...key, ...given, this.#batch).changes === 1) {
      return 'imported';
    }
    const row = this.#find.get(key) as [number | null, ...Value[]];
    const [owner, ...old] = row;
    const next = merge(old, given);
    if (next.every((value, index) => value === old[index])) {
      return 'unchanged';
    }
    if (owner !== this.#batch) {
      this.#remember.run(this.#batch, this.#table.name, JSON.stringify(key), owner, JSON.stringify(old));
    }
    this.#update.run(...next, this.#batch, ...key);
    return 'updated';
  }
}
