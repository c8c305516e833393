import { schemaVersion } from './migrations/migrate.ts';
import type { ReadonlyDatabase } from './open.ts';
import { numberOf } from './scalar.ts';

/** How far data have come: numbers that only grow, but for a restore. */
export interface LastChange {
  /** The migrations that the data went through: some of them forget edits. */
  readonly schema: number;
  /** The number of the last edit; 0 where there is none. */
  readonly edit: number;
  /** The number of the last import; one that is taken back, which is an edit, gives its number free. */
  readonly batch: number;
}

export const lastChange = (db: ReadonlyDatabase): LastChange => ({
  schema: schemaVersion(db),
  edit: numberOf(db.prepare('SELECT ifnull(max(edit), 0) FROM edit_row').pluck()),
  batch: numberOf(db.prepare('SELECT ifnull(max(id), 0) FROM import_batch').pluck()),
});

/** Is this from before that? What went through other migrations cannot be compared. */
export function isEarlier(one: LastChange, other: LastChange): boolean {
  if (one.schema !== other.schema) return false;
  return one.edit < other.edit || (one.edit === other.edit && one.batch < other.batch);
}
