import type { IsoDate } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';

export interface StoredDishDay {
  /** As written in the file. */
  readonly dish: string;
  readonly date: IsoDate;
}

/** Every spelling of a dish on each day on which it was on a menu or served, by date. */
export function listDishDays(db: ReadonlyDatabase): readonly StoredDishDay[] {
  return db
    .prepare(
      `SELECT dish, date FROM menu
       UNION
       SELECT dish, date(day * 86400, 'unixepoch') FROM dish_served
       ORDER BY date, dish`,
    )
    .all() as StoredDishDay[];
}

/** What was said by hand about one dish; at least one of the two is not `null`. */
export interface StoredDishCorrection {
  readonly key: string;
  readonly name: string;
  /** `null`: by rule. */
  readonly family: string | null;
  readonly sameAs: string | null;
}

export function listDishCorrections(db: ReadonlyDatabase): readonly StoredDishCorrection[] {
  return db
    .prepare('SELECT key, name, family, same_as AS sameAs FROM dish_correction ORDER BY key')
    .all() as StoredDishCorrection[];
}

/** Remembers a correction in place of an earlier one; one that says nothing is forgotten. */
export function saveDishCorrection(db: Database, { key, name, family, sameAs }: StoredDishCorrection): void {
  if (family === null && sameAs === null) {
    db.prepare('DELETE FROM dish_correction WHERE key = ?').run(key);
  } else {
    db.prepare(
      `INSERT INTO dish_correction (key, name, family, same_as) VALUES (?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET family = excluded.family, same_as = excluded.same_as`,
    ).run(key, name, family, sameAs);
  }
}
