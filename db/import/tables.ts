/** A table whose rows imports write: its natural key, and what may change in a row. */
export interface DataTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly values: readonly string[];
}

/** In the order in which rows may be written; the other way round for deleting them. */
export const dataTables = {
  site: { name: 'site', key: ['folded', 'kind'], values: ['name', 'sector', 'capacity'] },
  siteName: { name: 'site_name', key: ['folded', 'kind'], values: ['name', 'site_id'] },
  school: { name: 'school', key: ['folded'], values: ['name', 'site_id'] },
  attendance: { name: 'attendance', key: ['site_name_id', 'day'], values: ['served', 'staff'] },
  dinerCount: { name: 'diner_count', key: ['site_name_id', 'day', 'diners'], values: ['served'] },
  countSlip: {
    name: 'count_slip',
    key: ['site_name_id', 'day'],
    values: ['served', 'low', 'usual', 'high', 'state'],
  },
  enrolment: { name: 'enrolment', key: ['school_id', 'school_year'], values: ['children'] },
  menuItem: {
    name: 'menu_item',
    key: ['date', 'position', 'site_name_id'],
    values: ['rank', 'course', 'dish', 'choice'],
  },
  serving: {
    name: 'serving',
    key: ['site_name_id', 'day', 'folded'],
    values: ['dish', 'served', 'prepared', 'left_over'],
  },
  closure: {
    name: 'closure',
    key: ['date', 'kind', 'site_name_id'],
    values: ['absent', 'announced'],
  },
  schoolHoliday: {
    name: 'school_holiday',
    key: ['zone', 'school_year', 'period', 'part'],
    values: ['name', 'first_day', 'last_day'],
  },
  portionRule: {
    name: 'portion_rule',
    key: ['scope_type', 'scope'],
    values: ['name', 'unit', 'maternelle', 'elementaire', 'college', 'adult', 'purchase_factor'],
  },
  supplier: { name: 'supplier', key: ['folded'], values: ['name', 'rule'] },
  packRule: {
    name: 'pack_rule',
    key: ['scope_type', 'scope'],
    values: ['name', 'supplier_id', 'minimum', 'keeps'],
  },
  packSize: {
    name: 'pack_size',
    key: ['scope_type', 'scope', 'name'],
    values: ['position', 'unit', 'amount', 'maternelle', 'elementaire', 'college', 'adult', 'price'],
  },
} as const satisfies Record<string, DataTable>;

/** `site_name_id IS ? AND day IS ?`: IS, because parts of a key may be NULL (every site). */
export function whereKey(table: DataTable): string {
  return table.key.map((column) => `${column} IS ?`).join(' AND ');
}
