import type { EarlierValue, IsoDate, SiteKind } from '../forecasting/domain/records.ts';
import { listDinerCounts, sitesWithClasses } from './diner-counts.ts';
import { fold } from './fold.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { orderSite } from './orders.ts';

/** One value of a meal (`dish` empty) or of one of its dishes. */
export interface MealValue {
  readonly siteId: number;
  readonly date: IsoDate;
  /** As written; empty: of the meal. */
  readonly dish: string;
  readonly field: string;
  readonly value: number | string;
}

export interface StoredMealValue extends Omit<MealValue, 'siteId'> {
  /** `null`: the site is gone; what was recorded is not. */
  readonly siteId: number | null;
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly by: string | null;
  readonly at: string;
  /** A file says it: nobody entered it here. */
  readonly ofFile: boolean;
}

/** What was recorded on the days of a period, by date, site and dish; and diners as files say them. */
export function listMealValues(db: ReadonlyDatabase, from: IsoDate, to: IsoDate): readonly StoredMealValue[] {
  const entered = listEntered(db, from, to);
  const classes = entered.flatMap(({ siteId, date, dish, field, value }) =>
    dish === '' && field.startsWith('served.') && typeof value === 'number'
      ? [[`${siteId} ${date} ${field.slice('served.'.length)}`, value] as const]
      : [],
  );
  const ofFiles = listDinerCounts(db, from, to, new Map(classes)).map(
    ({ diners, served, ...row }): StoredMealValue => ({
      ...row,
      dish: '',
      field: `served.${diners}`,
      value: served,
      by: null,
      ofFile: true,
    }),
  );
  return ofFiles.length === 0 ? entered : [...entered, ...ofFiles].toSorted(byDate);
}

const byDate = (a: StoredMealValue, b: StoredMealValue) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

function listEntered(db: ReadonlyDatabase, from: IsoDate, to: IsoDate): readonly StoredMealValue[] {
  const rows = db
    .prepare(
      `SELECT s.id AS siteId, o.name AS site, o.kind AS siteKind, m.date, m.dish, m.field,
         coalesce(m.number, m.text) AS value, m.person AS by, m.at
       FROM meal_value m JOIN order_site o ON o.id = m.order_site_id
       LEFT JOIN site s ON s.folded = o.folded AND s.kind = o.kind
       WHERE m.date BETWEEN ? AND ? ORDER BY m.date, o.folded, o.kind, m.folded, m.field`,
    )
    .all(from, to) as Omit<StoredMealValue, 'ofFile'>[];
  return rows.map((row) => ({ ...row, ofFile: false }));
}

/** The earlier values of a site's day, the latest first. */
export function listEarlierValues(
  db: ReadonlyDatabase,
  siteId: number,
  date: IsoDate,
): readonly EarlierValue[] {
  return db
    .prepare(
      `SELECT b.folded AS dish, b.field, coalesce(b.number, b.text) AS value, b.person AS by, b.at,
         b.replaced_at AS replacedAt
       FROM meal_value_before b JOIN order_site o ON o.id = b.order_site_id
       JOIN site s ON s.folded = o.folded AND s.kind = o.kind
       WHERE s.id = ? AND b.date = ? ORDER BY b.id DESC`,
    )
    .all(siteId, date) as EarlierValue[];
}

interface Kept {
  readonly number: number | null;
  readonly text: string | null;
  readonly person: string | null;
  readonly at: string;
}

/**
 * Keeps values; `null` takes one away. One that changes is kept as an earlier value, one that is the same is left as
 * it is. Answers how many changed.
 */
export function saveMealValues(
  db: Database,
  values: readonly (Omit<MealValue, 'value'> & { readonly value: number | string | null })[],
  signed: { readonly by: string | null; readonly at: string },
): number {
  const where = 'date = ? AND order_site_id = ? AND folded = ? AND field = ?';
  const find = db.prepare(`SELECT number, text, person, at FROM meal_value WHERE ${where}`);
  const remember = db.prepare(
    `INSERT INTO meal_value_before (date, order_site_id, folded, field, number, text, person, at, replaced_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const remove = db.prepare(`DELETE FROM meal_value WHERE ${where}`);
  const write = db.prepare(
    `INSERT INTO meal_value (date, order_site_id, folded, field, dish, number, text, person, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET dish = excluded.dish,
       number = excluded.number, text = excluded.text, person = excluded.person, at = excluded.at`,
  );
  const save = db.transaction(() => {
    let changed = 0;
    for (const { siteId, date, dish, field, value } of values) {
      const key = [date, orderSite(db, siteId), fold(dish), field] as const;
      const before = find.get(...key) as Kept | undefined;
      if ((before?.number ?? before?.text ?? null) === value) continue;
      if (before) {
        remember.run(...key, before.number, before.text, before.person, before.at, signed.at);
      }
      if (value === null) remove.run(...key);
      else {
        const [number, text] = typeof value === 'number' ? [value, null] : [null, value];
        write.run(...key, dish, number, text, signed.by, signed.at);
      }
      changed++;
    }
    return changed;
  });
  return save.immediate();
}

/** The site-days of a period on which meals or a dish ran out, as `site date`: what was served is less than demand. */
export function listRanOut(db: ReadonlyDatabase, from: IsoDate, to: IsoDate): ReadonlySet<string> {
  return new Set(
    db
      .prepare(
        `SELECT DISTINCT s.id || ' ' || m.date FROM meal_value m JOIN order_site o ON o.id = m.order_site_id
         JOIN site s ON s.folded = o.folded AND s.kind = o.kind
         WHERE m.field = 'ranOut' AND m.number = 1 AND m.date BETWEEN ? AND ?`,
      )
      .pluck()
      .all(from, to) as string[],
  );
}

/** Something was recorded of a dish of that site and day. */
export function hasDishRecords(db: ReadonlyDatabase, siteId: number, date: IsoDate): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM site s JOIN order_site o ON o.folded = s.folded AND o.kind = s.kind
         JOIN meal_value m ON m.order_site_id = o.id AND m.date = ? AND m.folded <> '' WHERE s.id = ? LIMIT 1`,
      )
      .get(date, siteId) !== undefined
  );
}

/** The sites whose children have been counted by class. */
export function sitesByClass(db: ReadonlyDatabase): ReadonlySet<number> {
  const rows = db
    .prepare(
      `SELECT DISTINCT s.id FROM meal_value m JOIN order_site o ON o.id = m.order_site_id
       JOIN site s ON s.folded = o.folded AND s.kind = o.kind WHERE m.field IN ('served.M', 'served.E')`,
    )
    .all() as { id: number }[];
  return new Set([...rows.map(({ id }) => id), ...sitesWithClasses(db)]);
}
