import type { TableField } from './field.ts';
import type { Slice } from './shape.ts';

/** What a field of a slice's rows is made of. */
export interface Part {
  readonly field: TableField;
  readonly constant: string | null;
  readonly indices: readonly number[];
}

/** The parts of a slice, with those that lines of one cell above say. */
export function slicePartsOf(
  { constants, cells }: Slice,
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
  if (dayBanners) {
    parts.push({ field: 'date', constant: null, indices: [] });
  }
  return siteBanners && !parts.some(({ field }) => field === 'site')
    ? [...parts, { field: 'site', constant: null, indices: [] }]
    : parts;
}

export const isCount = (field: TableField) => field === 'served' || field === 'staff' || field === 'children';
