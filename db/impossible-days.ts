import { firstPlausibleDay, lastPlausibleDay } from '../forecasting/domain/plausible-days.ts';
import { dayOfIso } from './day.ts';
import { removeImpossibleAmounts } from './impossible-amounts.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { removeUnreadableSettings } from './settings.ts';

/** Records of a day outside the years that can be meant, or that no calendar has; no page shows them. */
export interface ImpossibleDays {
  readonly table: string;
  readonly rows: number;
  /** One of the days. */
  readonly date: string;
}

const asDate = {
  isNone: (column: string) => `OR date(${column}) IS NOT ${column}`,
  first: `'${firstPlausibleDay}'`,
  last: `'${lastPlausibleDay}'`,
  shown: (column: string) => column,
};
const asDay = {
  isNone: () => '',
  first: dayOfIso(firstPlausibleDay),
  last: dayOfIso(lastPlausibleDay),
  shown: (column: string) => `date(${column} * 86400, 'unixepoch')`,
};

const columns = [
  { table: 'closure', column: 'date', ...asDate },
  { table: 'menu_item', column: 'date', ...asDate },
  { table: 'typed_menu', column: 'date', ...asDate },
  { table: 'attendance', column: 'day', ...asDay },
  { table: 'diner_count', column: 'day', ...asDay },
  { table: 'serving', column: 'day', ...asDay },
  { table: 'school_holiday', column: 'first_day', ...asDate },
  { table: 'school_holiday', column: 'last_day', ...asDate },
  { table: 'order_override', column: 'date', ...asDate },
  { table: 'order_version', column: 'date', ...asDate },
  { table: 'roll_call', column: 'date', ...asDate },
  { table: 'meal_value', column: 'date', ...asDate },
  { table: 'weighing_campaign', column: 'first_day', ...asDate },
  { table: 'supplier_order', column: 'date', ...asDate },
] as const;

const outside = ({ column, first, last, isNone }: (typeof columns)[number]) =>
  `${column} < ${first} OR ${column} > ${last} ${isNone(column)}`;

export function listImpossibleDays(db: ReadonlyDatabase): readonly ImpossibleDays[] {
  return columns.flatMap((one) => {
    const { rows, date } = db
      .prepare(
        `SELECT count(*) AS rows, ${one.shown(`min(${one.column})`)} AS date FROM ${one.table} WHERE ${outside(one)}`,
      )
      .get() as { readonly rows: number; readonly date: string | null };
    return rows === 0 ? [] : [{ table: one.table, rows, date: date ?? '' }];
  });
}

/** Takes them away, with figures that cannot be meant and settings that cannot be read; answers how many rows. */
export function removeUnusable(db: Database): number {
  const remove = db.transaction(() =>
    columns.reduce(
      (removed, one) => removed + db.prepare(`DELETE FROM ${one.table} WHERE ${outside(one)}`).run().changes,
      removeUnreadableSettings(db) + removeImpossibleAmounts(db),
    ),
  );
  return remove.immediate();
}
