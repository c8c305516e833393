import type { CopyHooks } from '../../../db/backup.ts';
import type { Database, ReadonlyDatabase } from '../../../db/open.ts';
import type { Course, History, IsoDate } from '../../../forecasting/domain/records.ts';
import type { AttendanceModel, TakeUpModel } from '../../../forecasting/domain/types.ts';
import type { DishHistory } from '../../../forecasting/evaluation/dish-backtest.ts';
import type { PortionGuests } from '../../../forecasting/take-up/portion-guests.ts';
import type { ProgressStage } from '../../api/contract.ts';
import type { BackupReason, BackupRecord, Hindcasts } from '../../api/records.ts';

/** Whose data models are fitted to, and who waits for them. */
export interface ModelSource {
  readonly db: Database;
  progress(stage: ProgressStage, done: number): void;
  cancelled(): boolean;
}

/** A site and a date, forecast `lead` days before. */
export interface PastTarget {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly lead: number;
}

/** Days of dishes, each forecast `lead` days before. */
export interface DishPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly lead: number;
}

/** What would have been forecast of a dish at a site on a day: the range that is to hold 80 % of the counts. Portions. */
export interface DishHindcast {
  readonly siteId: number;
  readonly date: IsoDate;
  /** `Dish.key`. */
  readonly dish: string;
  readonly course: Course;
  readonly low: number;
  readonly q50: number;
  readonly high: number;
}

/** The models as use cases see them: fitted when they are first asked for. */
export interface Models {
  readonly past: {
    of(history: History, target: PastTarget, cancelled: () => boolean): Pick<Hindcasts, 'days' | 'done'>;
  };
  history(source: ModelSource): History;
  keeping<T>(db: Database, work: () => T): T;
  /** What was read may have been rolled back: it is read again when it is next asked for. */
  readAgain(): void;
  model(source: ModelSource, origin: IsoDate): AttendanceModel;
  dishHistory(source: ModelSource): DishHistory;
  takeUp(source: ModelSource, origin: IsoDate): TakeUpModel;
  /** Sites that count portions and no guests; `null`: there is none. */
  portionGuests(source: ModelSource, origin: IsoDate): PortionGuests | null;
  /** Of each dish counted in a period that did not run out; kept until what it is made from changes. */
  pastDishes(source: ModelSource, period: DishPeriod): readonly DishHindcast[];
}

/** The backups as use cases see them. */
export interface Backups {
  readonly path: string;
  list(): readonly BackupRecord[];
  fileOf(name: string): string;
  prepare(): void;
  make(db: ReadonlyDatabase, reason: BackupReason, at: string, hooks: CopyHooks): Promise<BackupRecord>;
  lastMade(): number | null;
}
