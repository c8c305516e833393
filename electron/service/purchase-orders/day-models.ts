import type { IsoDate } from '../../../forecasting/domain/records.ts';

/**
 * The models that the tables of one day look at, each asked for once. The cache behind them keeps a few: kitchens that
 * each look at those of many deadlines in turn would have every one fitted again.
 */
export class DayModels<T> {
  readonly #at: (origin: IsoDate) => T;
  readonly #models = new Map<IsoDate, T>();
  #date: IsoDate | undefined;

  constructor(at: (origin: IsoDate) => T) {
    this.#at = at;
  }

  /** The model of an origin for a day; with another day those of the last one are let go. */
  of(date: IsoDate, origin: IsoDate): T {
    if (date !== this.#date) this.#models.clear();
    this.#date = date;
    const model = this.#models.get(origin) ?? this.#at(origin);
    this.#models.set(origin, model);
    return model;
  }
}
