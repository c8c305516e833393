import { createHash } from 'node:crypto';
import type { StoredDishCorrection } from '../../../db/dishes.ts';
import type { IsoDate, Serving } from '../../../forecasting/domain/records.ts';
import type { Hooks } from '../../../forecasting/domain/types.ts';
import { type DishHistory, dishBacktest } from '../../../forecasting/evaluation/dish-backtest.ts';
import type { DishHindcast, DishPeriod } from '../context/ports.ts';
import type { ModelStore } from './model-store.ts';

/** What dishes are learned from and named by. */
export interface DishRecords {
  readonly servings: readonly Serving[];
  readonly corrections: readonly StoredDishCorrection[];
}

/**
 * What would have been forecast of each dish served in a period, each with only what was known some days before. It
 * takes long, and is good until a record up to the end of the period changes: the last one is kept in memory, and all
 * as files, so that another thread and the next start have it at once.
 */
export class DishHindcasts {
  readonly #store: ModelStore | undefined;
  #last: { readonly key: string; readonly lines: readonly DishHindcast[] } | undefined;

  constructor(store?: ModelStore) {
    this.#store = store;
  }

  of(history: DishHistory, records: DishRecords, period: DishPeriod, hooks: Hooks): readonly DishHindcast[] {
    const { from, to, lead } = period;
    const stored = this.#store?.ofDishes(history, { ...period, records: hashOf(records, to) });
    if (stored !== undefined && this.#last?.key === stored.key) return this.#last.lines;
    const found = stored?.find() ?? null;
    const lines = found ?? dishBacktest(history, { from, to, lead }, hooks).lines.map(hindcastOf);
    if (found === null) stored?.keep(lines);
    if (stored !== undefined) this.#last = { key: stored.key, lines };
    return lines;
  }
}

/** What is kept of a line: what leaks are told from. */
const hindcastOf = ({ siteId, date, dish, course, low, q50, high }: DishHindcast): DishHindcast => ({
  siteId,
  date,
  dish,
  course,
  low,
  q50,
  high,
});

/** Names of dishes are good for all days, servings up to the last one count. */
function hashOf({ servings, corrections }: DishRecords, to: IsoDate): string {
  const counted = servings.filter(({ date }) => date <= to);
  return createHash('sha256')
    .update(JSON.stringify([counted, corrections]))
    .digest('hex');
}
