import type { Course, IsoDate } from '../forecasting/domain/records.ts';
import { tidy } from './fold.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { storedJson } from './stored-json.ts';

export interface ManualDish {
  readonly dish: string;
  readonly course: Course | null;
  /** Dishes of one choice share a number; `null` where there is no choice. */
  readonly choice: number | null;
}

/** Which day's list: of one site, or (`null`) of every site. */
export interface MenuKey {
  readonly date: IsoDate;
  readonly siteId: number | null;
}

/** The list typed in for a day; `null` when there is none and what files say is in force. */
export function readManualMenu(
  db: ReadonlyDatabase,
  { date, siteId }: MenuKey,
): readonly ManualDish[] | null {
  const dishes = db
    .prepare('SELECT dishes FROM typed_menu WHERE date = ? AND site_id IS ?')
    .pluck()
    .get(date, siteId);
  return dishes === undefined ? null : storedJson<ManualDish[]>(dishes);
}

/** Keeps a day's list in place of what was typed in before; `null` lets the files speak again. Answers what was there. */
export function saveManualMenu(
  db: Database,
  key: MenuKey,
  dishes: readonly ManualDish[] | null,
): readonly ManualDish[] | null {
  const save = db.transaction(() => {
    const before = readManualMenu(db, key);
    db.prepare('DELETE FROM typed_menu WHERE date = ? AND site_id IS ?').run(key.date, key.siteId);
    if (dishes !== null) {
      const kept = dishes.map(({ dish, course, choice }) => ({ dish: tidy(dish), course, choice }));
      db.prepare('INSERT INTO typed_menu (date, site_id, dishes) VALUES (?, ?, ?)').run(
        key.date,
        key.siteId,
        JSON.stringify(kept),
      );
    }
    return before;
  });
  return save.immediate();
}

/** Days whose list was typed in, of one site or (`null`) of every site. */
export function listManualMenuDays(
  db: ReadonlyDatabase,
  siteId: number | null,
  from: IsoDate,
  to: IsoDate,
): readonly IsoDate[] {
  return db
    .prepare('SELECT date FROM typed_menu WHERE site_id IS ? AND date BETWEEN ? AND ? ORDER BY date')
    .pluck()
    .all(siteId, from, to) as IsoDate[];
}

/** Takes away every menu that was typed in. */
export function forgetManualMenus(db: Database): void {
  db.prepare('DELETE FROM typed_menu').run();
}
