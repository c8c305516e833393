import { isDeepStrictEqual } from 'node:util';
import { connectionStamp } from '../../../db/connection-stamp.ts';
import { readHistory } from '../../../db/history.ts';
import type { Database } from '../../../db/open.ts';
import { fitAttendance } from '../../../forecasting/attendance.ts';
import type { History, IsoDate } from '../../../forecasting/records.ts';
import type { AttendanceModel, Hooks } from '../../../forecasting/types.ts';
import type { ProgressStage } from '../../api/contract.ts';
import { schoolHolidays } from '../school-holidays.ts';
import type { ModelStore } from './model-store.ts';

/** Models kept at once: a page that leafs through the weeks asks for a few origins again and again. */
const capacity = 6;

interface Source {
  readonly db: Database;
  progress(stage: ProgressStage, done: number): void;
  cancelled(): boolean;
}

/** The history as last read and the models fitted from it; a change of the data forgets them all. */
export class ModelCache {
  #stamp: string | undefined;
  #history: History | undefined;
  readonly #models = new Map<IsoDate, AttendanceModel>();
  readonly #store: ModelStore | undefined;
  #caller: Source | undefined;
  /** A model fits more when it is asked about a day further off: it then tells whoever is asking. */
  readonly #hooks: Hooks = {
    onProgress: (done) => this.#caller?.progress('fit', done),
    cancelled: () => this.#caller?.cancelled() ?? false,
  };

  /** `store`: where fitted models outlive the process. */
  constructor(store?: ModelStore) {
    this.#store = store;
  }

  history(source: Source): History {
    this.#caller = source;
    const { db, progress } = source;
    const stamp = connectionStamp(db);
    if (!this.#history || stamp !== this.#stamp) {
      progress('load', 0);
      const { holidays, publicHolidays } = schoolHolidays(db);
      const history = { ...readHistory(db), holidays, publicHolidays };
      // Something was saved. Models are dear: they are dropped only when it was something that they see.
      if (!isDeepStrictEqual(history, this.#history)) {
        this.#models.clear();
        this.#history = history;
      }
      this.#stamp = stamp;
      progress('load', 1);
    }
    return this.#history as History;
  }

  /** Does work that writes nothing that models see: what was read of the history stays good. */
  keeping<T>(db: Database, work: () => T): T {
    const before = connectionStamp(db);
    const result = work();
    const after = connectionStamp(db);
    const alone = before.split('.')[0] === after.split('.')[0];
    if (alone && this.#stamp === before) {
      this.#stamp = after;
    }
    return result;
  }

  /** The model fitted with what was known at the end of `origin`. */
  model(source: Source, origin: IsoDate): AttendanceModel {
    const history = this.history(source);
    const kept = this.#models.get(origin);
    const model = kept ?? fitAttendance(history, origin, this.#hooks, this.#store?.of(history, origin));
    // The one asked for last goes to the end; the one not asked for longest is dropped.
    this.#models.delete(origin);
    this.#models.set(origin, model);
    for (const oldest of [...this.#models.keys()].slice(0, -capacity)) {
      this.#models.delete(oldest);
    }
    return model;
  }
}
