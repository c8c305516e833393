import type { CopyHooks } from '../../../db/backup.ts';
import type { Database, ReadonlyDatabase } from '../../../db/open.ts';
import type { History, IsoDate } from '../../../forecasting/domain/records.ts';
import type { AttendanceModel, TakeUpModel } from '../../../forecasting/domain/types.ts';
import type { DishHistory } from '../../../forecasting/evaluation/dish-backtest.ts';
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
