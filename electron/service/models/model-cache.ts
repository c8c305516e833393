import { isDeepStrictEqual } from 'node:util';
import { dataVersion } from '../../../db/data-version.ts';
import { listDishCorrections } from '../../../db/dishes.ts';
import { readHistory } from '../../../db/history.ts';
import type { Database } from '../../../db/open.ts';
import { readServings } from '../../../db/servings.ts';
import type { History, IsoDate } from '../../../forecasting/domain/records.ts';
import type { AttendanceModel, Hooks, TakeUpModel } from '../../../forecasting/domain/types.ts';
import type { DishHistory } from '../../../forecasting/evaluation/dish-backtest.ts';
import { attendanceModel } from '../../../forecasting/models/attendance.ts';
import { type PortionGuests, portionGuests } from '../../../forecasting/take-up/portion-guests.ts';
import { fitTakeUp } from '../../../forecasting/take-up/take-up.ts';
import { schoolHolidays } from '../calendar/school-holidays.ts';
import type { DishHindcast, DishPeriod, ModelSource, Models } from '../context/ports.ts';
import { dishNamer } from '../dishes/dishes.ts';
import { libraryInUse } from '../library/installed.ts';
import { DishHindcasts, type DishRecords } from './dish-hindcasts.ts';
import { HindcastCache } from './hindcasts.ts';
import type { ModelStore } from './model-store.ts';

/** Models kept at once: a page that leafs through the weeks asks for a few origins again and again. */
const capacity = 6;

/** The history as last read and the models fitted from it; a change of the data forgets them all. */
export class ModelCache implements Models {
  readonly past: HindcastCache;
  #stamp: string | undefined;
  #history: History | undefined;
  readonly #models = new Map<IsoDate, AttendanceModel>();
  readonly #store: ModelStore | undefined;
  #dishStamp: string | undefined;
  #dishes: DishRecords | undefined;
  readonly #pastDishes: DishHindcasts;
  readonly #takeUps = new Map<IsoDate, TakeUpModel>();
  readonly #portionGuests = new Map<IsoDate, { readonly found: PortionGuests | null }>();
  #caller: ModelSource | undefined;
  /** A model fits more when it is asked about a day further off: it then tells whoever is asking. */
  readonly #hooks: Hooks = {
    onProgress: (done) => this.#caller?.progress('fit', done),
    cancelled: () => this.#caller?.cancelled() ?? false,
  };

  /** `store`: where fitted models outlive the process. */
  constructor(store?: ModelStore) {
    this.#store = store;
    this.past = new HindcastCache(store);
    this.#pastDishes = new DishHindcasts(store);
  }

  history(source: ModelSource): History {
    this.#caller = source;
    const { db, progress } = source;
    const stamp = dataVersion(db);
    if (!this.#history || stamp !== this.#stamp) {
      progress('load', 0);
      const { holidays, publicHolidays } = schoolHolidays(db);
      const library = libraryInUse(db);
      const known = { ...readHistory(db), holidays, publicHolidays };
      const history: History = library ? { ...known, library } : known;
      // Something was saved. Models are dear: they are dropped only when it was something that they see.
      if (!isDeepStrictEqual(history, this.#history)) {
        this.#models.clear();
        this.#takeUps.clear();
        this.#portionGuests.clear();
        this.past.clear();
        this.#history = history;
      }
      this.#stamp = stamp;
      progress('load', 1);
    }
    return this.#history as History;
  }

  /** Does work that writes nothing that models see: what was read of the history stays good. */
  keeping<T>(db: Database, work: () => T): T {
    const before = dataVersion(db);
    const result = work();
    const after = dataVersion(db);
    const alone = before.split('.')[0] === after.split('.')[0];
    if (alone && this.#stamp === before) {
      this.#stamp = after;
    }
    return result;
  }

  readAgain(): void {
    this.#stamp = undefined;
    this.#dishStamp = undefined;
  }

  /** The model fitted with what was known at the end of `origin`. */
  model(source: ModelSource, origin: IsoDate): AttendanceModel {
    const history = this.history(source);
    return kept(this.#models, origin, () =>
      attendanceModel(history, origin, this.#hooks, this.#store?.of(history, origin)),
    );
  }

  /** What the take-up is learned from: read when it is first asked for, as most plans have no dishes. */
  dishHistory(source: ModelSource): DishHistory {
    const history = this.history(source);
    if (!this.#dishes || this.#dishStamp !== this.#stamp) {
      const { db } = source;
      const dishes = { servings: readServings(db), corrections: listDishCorrections(db) };
      if (!isDeepStrictEqual(dishes, this.#dishes)) {
        this.#takeUps.clear();
        this.#portionGuests.clear();
        this.#dishes = dishes;
      }
      this.#dishStamp = this.#stamp;
    }
    const { servings } = this.#dishes as DishRecords;
    return { ...history, servings, dishOf: dishNamer(source.db) };
  }

  pastDishes(source: ModelSource, period: DishPeriod): readonly DishHindcast[] {
    const history = this.dishHistory(source);
    return this.#pastDishes.of(history, this.#dishes as DishRecords, period, {
      onProgress: (done) => source.progress('backtest', done),
      cancelled: source.cancelled,
    });
  }

  /** Which dishes guests take, fitted with what was known at the end of `origin`. */
  takeUp(source: ModelSource, origin: IsoDate): TakeUpModel {
    const history = this.dishHistory(source);
    return kept(this.#takeUps, origin, () => fitTakeUp(history, origin, this.#hooks));
  }

  portionGuests(source: ModelSource, origin: IsoDate): PortionGuests | null {
    const history = this.dishHistory(source);
    return kept(this.#portionGuests, origin, () => ({ found: portionGuests(history, origin, this.#hooks) }))
      .found;
  }
}

/** The model of an origin: the one asked for last goes to the end; the one not asked for longest is dropped. */
function kept<T>(models: Map<IsoDate, T>, origin: IsoDate, make: () => T): T {
  const model = models.get(origin) ?? make();
  models.delete(origin);
  models.set(origin, model);
  for (const oldest of [...models.keys()].slice(0, -capacity)) {
    models.delete(oldest);
  }
  return model;
}
