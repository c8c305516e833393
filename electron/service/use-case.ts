import type { Database } from '../../db/open.ts';
import type { Input, Method, Output, ProgressStage } from '../api/contract.ts';
import type { IsoDate, Language } from '../api/records.ts';
import type { BackupFolder } from './backups/backup-folder.ts';
import type { Messages } from './messages/messages.ts';
import type { ModelCache } from './plan/model-cache.ts';
import type { TicketFile } from './tickets.ts';

/** What a use case may look at besides its input. */
export interface Context {
  readonly db: Database;
  readonly dataFolder: string;
  readonly models: ModelCache;
  readonly backups: BackupFolder;
  readonly language: Language;
  readonly texts: Messages;
  readonly today: IsoDate;
  /** The wall-clock time of the call, `YYYY-MM-DDTHH:MM`. */
  readonly now: string;
  /** The files behind the tickets of the input, in their order. */
  readonly files: readonly TicketFile[];
  progress(stage: ProgressStage, done: number): void;
  cancelled(): boolean;
  /** Tells the caller of something that went wrong beside the work, which goes on: what was thrown. */
  warn(problem: unknown): void;
}

export interface UseCase<M extends Method> {
  run(context: Context, input: Input<M>): Output<M> | Promise<Output<M>>;
  /**
   * Long work, and whatever writes the data: it runs in the worker thread, one call after the other, so that no
   * window waits for another's lock.
   */
  readonly inWorker?: boolean;
  /** Long work in the worker that writes nothing: it has a thread of its own, so that no click waits for it. */
  readonly atLeisure?: boolean;
  /** What a person typed or decided: it can be taken back, and the answer says under which number. */
  readonly edit?: boolean;
  /** Did this call change what others have read? */
  changes?(output: Output<M>, input: Input<M>): boolean;
}
