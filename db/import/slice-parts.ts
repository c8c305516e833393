import { type ClassField, classFields, type TableField } from './field.ts';
import type { Slice } from './shape.ts';

/** What a field of a slice's rows is made of. */
export interface Part {
  readonly field: TableField;
  readonly constant: string | null;
  readonly indices: readonly number[];
}

/** The parts of a slice, with those that lines of one cell above say. */
export function slicePartsOf(
  { constants, cells, diners }: Slice,
  siteBanners: boolean,
  dayBanners: boolean,
): readonly Part[] {
  const parts: Part[] = [...constants].map(([field, constant]) => ({
    field,
    constant,
    indices: cells.get(field) ?? [],
  }));
  parts.push(
    ...[...cells]
      .filter(([field]) => !constants.has(field))
      .map(([field, indices]) => ({ field, constant: null, indices })),
  );
  if (diners !== undefined && parts.some(({ field }) => field === 'served')) {
    const told = new Set(parts.map(({ field }) => field));
    parts.push(
      ...classFields
        .filter((field) => !told.has(field))
        .map((field) => ({ field, constant: null, indices: [] })),
    );
  }
  if (dayBanners) {
    parts.push({ field: 'date', constant: null, indices: [] });
  }
  return siteBanners && !parts.some(({ field }) => field === 'site')
    ? [...parts, { field: 'site', constant: null, indices: [] }]
    : parts;
}

const sums: ReadonlySet<TableField> = new Set(['total', 'covers']);
const classes: ReadonlySet<TableField> = new Set(classFields);

/** Children by class, adults, and what adds them up. */
export const isDiners = (field: TableField) => classes.has(field) || sums.has(field);

export const isCount = (field: TableField) =>
  field === 'served' || field === 'staff' || field === 'children' || isDiners(field);

/** What a line counts is of a class, or of adults: these are none of the children. */
export function giveTo(own: ClassField, parts: readonly Part[], row: string[]): void {
  const at = (field: TableField) => parts.findIndex((part) => part.field === field);
  const [from, to] = [at('served'), at(own)];
  if (from >= 0 && to >= 0) row[to] = row[from] ?? '';
  for (const index of own === 'adult' ? [from, at('staff')] : []) {
    if (index >= 0) row[index] = '';
  }
}
