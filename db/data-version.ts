import type { ReadonlyDatabase } from './open.ts';

/** A text that differs whenever something was committed since, through this connection or any other. */
export function dataVersion(db: ReadonlyDatabase): string {
  const byOthers = db.pragma('data_version', { simple: true });
  const byThis = db.prepare('SELECT total_changes()').pluck().get();
  return `${byOthers}.${byThis}`;
}
