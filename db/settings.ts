import type { Database, ReadonlyDatabase } from './open.ts';

/** A setting as it was saved, `undefined` when it never was. The caller knows what to expect, and checks it. */
export function readSetting(db: ReadonlyDatabase, key: string): unknown {
  const value = db.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) as string | undefined;
  return value === undefined ? undefined : JSON.parse(value);
}

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
