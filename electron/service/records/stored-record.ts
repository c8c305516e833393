import { fold } from '../../../db/fold.ts';
import { listMealValues, type StoredMealValue } from '../../../db/meal-records.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import type { DinerGroup, DishRecord, IsoDate, MealRecord } from '../../../forecasting/domain/records.ts';
import type { DishEntry, RecordEntry } from '../../api/records.ts';

/** The fields of a meal and of a dish, under the names by which their values are kept. */
export const dishFields = [
  'prepared',
  'served',
  'left',
  'ranOut',
  'ranOutAt',
  'reused',
  'thrown',
  'reason',
] as const;

export interface EntryValue {
  /** Empty: of the meal. */
  readonly dish: string;
  readonly field: string;
  readonly value: number | string | null;
}

/** The values that an entry gives; the children served in one are none: they are attendance. */
export function valuesOf(entry: RecordEntry): readonly EntryValue[] {
  const { childrenByClass = {}, secondHelpingsByClass = {}, dishes = [] } = entry;
  const own: readonly (readonly [string, number | string | null | undefined])[] = [
    ['served.M', childrenByClass.M],
    ['served.E', childrenByClass.E],
    ['served.C', childrenByClass.C],
    ['served.A', entry.adults],
    ['seconds.children', entry.secondHelpings],
    ['seconds.M', secondHelpingsByClass.M],
    ['seconds.E', secondHelpingsByClass.E],
    ['seconds.C', secondHelpingsByClass.C],
    ['seconds.A', entry.adultSecondHelpings],
    ['prepared', entry.prepared],
    ['left', entry.left],
    ['reason', entry.reason],
    ['estimated', entry.estimated === undefined ? undefined : entry.estimated ? 1 : null],
    ['note', entry.note === undefined ? undefined : entry.note?.normalize('NFC').trim() || null],
  ];
  return [
    ...own.flatMap(([field, value]) => (value === undefined ? [] : [{ dish: '', field, value }])),
    ...dishes.flatMap(valuesOfDish),
  ];
}

/** A time at which a dish ran out says that it did. */
function valuesOfDish(entry: DishEntry): readonly EntryValue[] {
  const ranOut = entry.ranOut === undefined && typeof entry.ranOutAt === 'string' ? true : entry.ranOut;
  const given = { ...entry, ...(ranOut === undefined ? {} : { ranOut }) };
  return dishFields.flatMap((field) => {
    const value = given[field];
    if (value === undefined) return [];
    return [{ dish: entry.dish, field, value: typeof value === 'boolean' ? (value ? 1 : null) : value }];
  });
}

/** Nothing is recorded of a dish. */
export const noDish: Omit<DishRecord, 'dish'> = {
  prepared: null,
  served: null,
  left: null,
  ranOut: false,
  ranOutAt: null,
  reused: null,
  thrown: null,
  reason: null,
};

/** A record made of its values; `children`: those served, from attendance. */
export function recordOf(
  siteId: number,
  date: IsoDate,
  values: readonly EntryValue[],
  children: number | null,
): MealRecord {
  const meal = new Map(values.filter(({ dish }) => dish === '').map(({ field, value }) => [field, value]));
  const number = (field: string) => (meal.get(field) as number | undefined) ?? null;
  const groups = (prefix: string, also: Partial<Record<DinerGroup, number>>) => {
    const found = { ...also };
    for (const group of ['children', 'M', 'E', 'C', 'A'] as const) {
      const value = number(`${prefix}.${group}`);
      if (value !== null) found[group] = value;
    }
    return found;
  };
  const dishes = Map.groupBy(
    values.filter(({ dish }) => dish !== ''),
    ({ dish }) => dish,
  );
  return {
    siteId,
    date,
    prepared: number('prepared'),
    left: number('left'),
    served: groups('served', children === null ? {} : { children }),
    seconds: groups('seconds', {}),
    reason: (meal.get('reason') as MealRecord['reason']) ?? null,
    note: (meal.get('note') as string | undefined) ?? '',
    dishes: [...dishes].map(([dish, own]) => {
      const fields = Object.fromEntries(own.map(({ field, value }) => [field, value]));
      return { ...noDish, ...fields, dish, ranOut: fields.ranOut === 1 };
    }),
  };
}

const keyOf = ({ dish, field }: EntryValue) => `${fold(dish)}\n${field}`;

/** What is on record with the values of an entry in place of those that it gives. */
export function valuesAfter(
  stored: readonly EntryValue[],
  entered: readonly EntryValue[],
): readonly EntryValue[] {
  const changed = new Set(entered.map(keyOf));
  const kept = stored.filter((value) => !changed.has(keyOf(value)));
  return [...kept, ...entered.filter(({ value }) => value !== null)];
}

/** A number kept of a meal beside its record; `null`: none. */
export function mealNumber(values: readonly EntryValue[], field: 'estimated' | 'sure'): number | null {
  const found = values.find((one) => one.dish === '' && one.field === field)?.value;
  return typeof found === 'number' ? found : null;
}

/** What is on record of some days, by site and date. */
export function storedValues(
  db: ReadonlyDatabase,
  from: IsoDate,
  to: IsoDate,
): ReadonlyMap<string, readonly StoredMealValue[]> {
  return Map.groupBy(listMealValues(db, from, to), ({ siteId, date }) => `${siteId} ${date}`);
}
