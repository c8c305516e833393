import { isDamage } from './database.ts';
import { type ImpossibleAmounts, listImpossibleAmounts } from './impossible-amounts.ts';
import { type ImpossibleDays, listImpossibleDays } from './impossible-days.ts';
import { schemaVersion } from './migrations/migrate.ts';
import type { ReadonlyDatabase } from './open.ts';
import { type SchemaDifference, schemaDifferences } from './own-schema.ts';
import { listUnreadableSettings } from './settings.ts';

/** What is wrong with a database; the service words it. */
export type IntegrityFinding =
  | { readonly code: 'damaged'; readonly detail: string }
  | { readonly code: 'broken-reference'; readonly table: string; readonly rows: number }
  /** The five counts of an imported file do not add up to the rows read. */
  | { readonly code: 'counts-differ'; readonly batch: number; readonly file: string }
  | ({ readonly code: 'impossible-days' } & ImpossibleDays)
  | ({ readonly code: 'impossible-amounts' } & ImpossibleAmounts)
  | { readonly code: 'unreadable-settings'; readonly keys: readonly string[] }
  | { readonly code: 'schema'; readonly part: string; readonly difference: SchemaDifference['difference'] };

export interface Checked {
  readonly schemaVersion: number;
  readonly findings: readonly IntegrityFinding[];
}

/** Reads the whole file and looks for damage. */
export function checkDatabase(db: ReadonlyDatabase): Checked {
  const checks = [integrity, schema, references, counts, days, amounts, settings];
  return { schemaVersion: schemaVersion(db), findings: checks.flatMap((check) => withDamage(db, check)) };
}

/** A page so damaged that a query cannot pass it is a finding like others. */
function withDamage(db: ReadonlyDatabase, check: typeof integrity): readonly IntegrityFinding[] {
  try {
    return check(db);
  } catch (error) {
    if (!isDamage(error)) {
      throw error;
    }
    return [{ code: 'damaged', detail: (error as Error).message }];
  }
}

function integrity(db: ReadonlyDatabase): readonly IntegrityFinding[] {
  const lines = db.pragma('integrity_check(100)') as { integrity_check: string }[];
  return lines
    .filter(({ integrity_check: detail }) => detail !== 'ok')
    .map(({ integrity_check: detail }) => ({ code: 'damaged', detail }));
}

function references(db: ReadonlyDatabase): readonly IntegrityFinding[] {
  const rows = db.pragma('foreign_key_check') as { table: string }[];
  const tables = Map.groupBy(rows, ({ table }) => table);
  return [...tables].map(([table, broken]) => ({ code: 'broken-reference', table, rows: broken.length }));
}

function counts(db: ReadonlyDatabase): readonly IntegrityFinding[] {
  return db
    .prepare(
      `SELECT 'counts-differ' AS code, batch, name AS file FROM import_file
       WHERE read <> imported + updated + unchanged + refused + asked`,
    )
    .all() as IntegrityFinding[];
}

const days = (db: ReadonlyDatabase): readonly IntegrityFinding[] =>
  listImpossibleDays(db).map((found) => ({ code: 'impossible-days', ...found }));

const amounts = (db: ReadonlyDatabase): readonly IntegrityFinding[] =>
  listImpossibleAmounts(db).map((found) => ({ code: 'impossible-amounts', ...found }));

function settings(db: ReadonlyDatabase): readonly IntegrityFinding[] {
  const keys = listUnreadableSettings(db);
  return keys.length === 0 ? [] : [{ code: 'unreadable-settings', keys }];
}

const schema = (db: ReadonlyDatabase): readonly IntegrityFinding[] =>
  schemaDifferences(db).map(({ type, name, difference }) => ({
    code: 'schema',
    part: `${type} ${name}`,
    difference,
  }));
