import type { Database, ReadonlyDatabase } from './open.ts';

/** Rows with a figure that nobody can have meant, and that nobody could enter today. */
export interface ImpossibleAmounts {
  readonly table: string;
  readonly rows: number;
  /** The largest of them. */
  readonly largest: number;
}

/** Meals, children or guests of one site and day. */
const diners = 100_000;
/** Grams, millilitres or pieces for one diner. */
const portion = 10_000;
/** Grams, millilitres, pieces or portions in one pack or on hand, and packs of one order; a price. */
const pack = 1_000_000;

const classes = ['maternelle', 'elementaire', 'college', 'adult'];

/** The most that each figure may be. A row beyond it is taken away whole. */
const bounds = [
  { table: 'attendance', columns: ['served', 'staff'], most: diners },
  { table: 'diner_count', columns: ['served'], most: diners },
  { table: 'serving', columns: ['served', 'prepared', 'left_over'], most: diners },
  { table: 'enrolment', columns: ['children'], most: diners },
  { table: 'order_override', columns: ['quantity', 'recommended'], most: diners },
  { table: 'order_version', columns: ['quantity', 'recommended'], most: diners },
  { table: 'roll_call', columns: ['guests'], most: diners },
  { table: 'site_guests', columns: ['adults', 'no_pork', 'vegetarian', 'allergy', 'samples'], most: diners },
  { table: 'portion_rule', columns: classes, most: portion },
  { table: 'pack_size', columns: ['amount', 'price', ...classes], most: pack },
  { table: 'pack_rule', columns: ['minimum'], most: pack },
  { table: 'stock', columns: ['amount'], most: pack },
  { table: 'supplier_confirmation', columns: ['quantity'], most: pack },
] as const;

const beyond = ({ columns, most }: (typeof bounds)[number]) =>
  columns.map((column) => `${column} > ${most}`).join(' OR ');

/** A file may lack a table; the check tells that by itself. */
function present(db: ReadonlyDatabase): (typeof bounds)[number][] {
  const tables = new Set(
    db.prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main'`).pluck().all(),
  );
  return bounds.filter(({ table }) => tables.has(table));
}

export function listImpossibleAmounts(db: ReadonlyDatabase): readonly ImpossibleAmounts[] {
  return present(db).flatMap((bound) => {
    const { table, columns } = bound;
    const largest = columns.map((column) => `ifnull(${column}, 0)`);
    const figure = largest.length === 1 ? largest[0] : `max(${largest.join(', ')})`;
    const found = db
      .prepare(`SELECT count(*) AS rows, max(${figure}) AS largest FROM ${table} WHERE ${beyond(bound)}`)
      .get() as { readonly rows: number; readonly largest: number | null };
    return found.rows === 0 ? [] : [{ table, rows: found.rows, largest: found.largest ?? 0 }];
  });
}

/** Takes them away; answers how many rows. A food without any pack left is ordered without packs. */
export function removeImpossibleAmounts(db: Database): number {
  const removed = present(db).map(
    (bound) => db.prepare(`DELETE FROM ${bound.table} WHERE ${beyond(bound)}`).run().changes,
  );
  const emptied = `DELETE FROM pack_rule WHERE NOT EXISTS
    (SELECT 1 FROM pack_size s WHERE s.scope_type = pack_rule.scope_type AND s.scope = pack_rule.scope)`;
  return [...removed, db.prepare(emptied).run().changes].reduce((sum, rows) => sum + rows, 0);
}
