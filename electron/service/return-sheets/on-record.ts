import { fold } from '../../../db/fold.ts';
import { listOrders } from '../../../db/orders.ts';
import type { IsoDate, MealRecord } from '../../../forecasting/domain/records.ts';
import type { Context } from '../context/use-case.ts';
import type { RecordChecks } from '../records/record-facts.ts';
import { childrenCounted } from '../records/records-of-day.ts';
import { type EntryValue, recordOf, storedValues } from '../records/stored-record.ts';
import type { DishBox, MealBox } from './layout.ts';

/** Meals, or a word of the sheet: a reason by its name, a time, `yes` or `no`. */
export type BoxValue = number | string;

/** A box of the meal by its name, one of a dish by the dish and its name. */
export const dishKey = (dish: string, box: DishBox): string => `${fold(dish)}\n${box}`;

/** What is on record for the boxes of the sheets of some days; read once for all of them. */
export class OnRecord {
  readonly #context: Context;
  readonly #checks: RecordChecks;
  readonly #stored: ReadonlyMap<string, readonly EntryValue[]>;
  readonly #headCounts: ReadonlyMap<string, Readonly<Partial<Record<string, number>>>>;

  constructor(context: Context, checks: RecordChecks, from: IsoDate, to: IsoDate) {
    this.#context = context;
    this.#checks = checks;
    this.#stored = storedValues(context.db, from, to);
    this.#headCounts = new Map(
      listOrders(context.db, from, to).flatMap(({ siteId, date, headCount }) =>
        headCount === null ? [] : [[`${siteId} ${date}`, headCount.counts] as const],
      ),
    );
  }

  values(siteId: number, date: IsoDate): readonly EntryValue[] {
    return this.#stored.get(`${siteId} ${date}`) ?? [];
  }

  headCount(siteId: number, date: IsoDate): Readonly<Partial<Record<string, number>>> {
    return this.#headCounts.get(`${siteId} ${date}`) ?? {};
  }

  /** The boxes that have a value. */
  of(siteId: number, date: IsoDate): ReadonlyMap<string, BoxValue> {
    const record = recordOf(siteId, date, this.values(siteId, date), this.#checks.served(siteId, date));
    const counted = this.headCount(siteId, date);
    const { children = null, A = null } = record.served;
    const meal: Readonly<Record<MealBox, BoxValue | null>> = {
      headChildren: childrenCounted(counted),
      headAdults: counted.A ?? null,
      children,
      adults: A,
      left: record.left,
      reason: record.reason,
    };
    return new Map(
      [...Object.entries(meal), ...record.dishes.flatMap(boxesOfDish)].flatMap(([box, value]) =>
        value === null ? [] : [[box, value] as const],
      ),
    );
  }

  /** A value as the sheet would have it. */
  shown(key: string, value: BoxValue | undefined): string {
    const words = this.#context.texts.returnSheets;
    if (value === undefined) return words.nothing;
    const box = key.split('\n').at(-1);
    if (box === 'reason') return words.reasons[value as keyof typeof words.reasons] ?? String(value);
    if (value === 'yes' || value === 'no') return words[value];
    return String(value);
  }
}

const boxesOfDish = (dish: MealRecord['dishes'][number]): readonly (readonly [string, BoxValue | null])[] => [
  [dishKey(dish.dish, 'prepared'), dish.prepared],
  [dishKey(dish.dish, 'served'), dish.served],
  [dishKey(dish.dish, 'left'), dish.left],
  [dishKey(dish.dish, 'ranOutAt'), dish.ranOut ? (dish.ranOutAt ?? 'yes') : null],
  [dishKey(dish.dish, 'reason'), dish.reason],
];
