import type { Database, ReadonlyDatabase } from './open.ts';

/**
 * A setting as it was saved, `undefined` when it never was, or cannot be read. The caller knows what to expect, and
 * checks it.
 */
export function readSetting(db: ReadonlyDatabase, key: string): unknown {
  const text = db.prepare('SELECT value FROM setting WHERE key = ? AND json_valid(value)').pluck().get(key);
  return text === undefined ? undefined : JSON.parse(text as string);
}

/** Settings that are no JSON: they count as never set. */
export const listUnreadableSettings = (db: ReadonlyDatabase): readonly string[] =>
  db.prepare('SELECT key FROM setting WHERE NOT json_valid(value) ORDER BY key').pluck().all() as string[];

export const removeUnreadableSettings = (db: Database): number =>
  db.prepare('DELETE FROM setting WHERE NOT json_valid(value)').run().changes;

/** Saves a setting; `undefined` forgets it. */
export function saveSetting(db: Database, key: string, value: unknown): void {
  if (value === undefined) {
    db.prepare('DELETE FROM setting WHERE key = ?').run(key);
  } else {
    db.prepare(
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ).run(key, JSON.stringify(value));
  }
}
