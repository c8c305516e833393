import { listMealValues, saveMealValues } from '../../../db/meal-records.ts';
import type { Database, ReadonlyDatabase } from '../../../db/open.ts';
import type { SiteKind } from '../../../forecasting/domain/records.ts';
import type { EntryClass, IsoDate } from '../../api/records.ts';

/** Children counted apart at sites of these kinds; elsewhere all are of one class. */
export const childClassesOf = (kind: SiteKind): readonly Exclude<EntryClass, 'A'>[] =>
  kind === 'M/E' || kind === 'L' ? ['M', 'E'] : [];

type Counts = Readonly<Partial<Record<EntryClass, number>>>;

const none: Counts = {};
const fields = { M: 'served.M', E: 'served.E', A: 'served.A' } as const;
const classes = ['M', 'E', 'A'] as const;

/** What was entered by class, by site and date. */
export class ClassCounts {
  readonly #bySiteDay = new Map<string, Counts>();

  constructor(db: ReadonlyDatabase, from: IsoDate, to: IsoDate) {
    for (const { siteId, date, dish, field, value } of listMealValues(db, from, to)) {
      const diners = dish === '' ? classes.find((one) => fields[one] === field) : undefined;
      if (siteId === null || diners === undefined || typeof value !== 'number') continue;
      const key = `${siteId} ${date}`;
      this.#bySiteDay.set(key, { ...this.#bySiteDay.get(key), [diners]: value });
    }
  }

  of(siteId: number, date: IsoDate): Counts {
    return this.#bySiteDay.get(`${siteId} ${date}`) ?? none;
  }
}

/** The children of a day where each class has its count; `null`: one is missing, and a part is no whole. */
export function sumOfClasses(kind: SiteKind, counts: Readonly<Record<string, number | null | undefined>>) {
  const own = childClassesOf(kind).map((diners) => counts[diners] ?? null);
  return own.length === 0 || own.includes(null) ? null : own.reduce<number>((sum, n) => sum + (n ?? 0), 0);
}

export interface ClassValue {
  readonly date: IsoDate;
  readonly diners: EntryClass;
  readonly count: number | null;
}

/** Keeps counts by class; `null` takes one away. */
export function keepClasses(
  db: Database,
  siteId: number,
  values: readonly ClassValue[],
  signed: { readonly by: string | null; readonly at: string },
): void {
  const kept = values.map(({ date, diners, count }) => ({
    siteId,
    date,
    dish: '',
    field: fields[diners],
    value: count,
  }));
  if (kept.length > 0) saveMealValues(db, kept, signed);
}
