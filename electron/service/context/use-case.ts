import type { Database } from '../../../db/open.ts';
import type { Input, Method, Output, ProgressStage } from '../../api/contract.ts';
import type { IsoDate, Language } from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';
import type { Backups, Models } from './ports.ts';
import type { TicketFile } from './tickets.ts';

/** What a use case may look at besides its input. */
export interface Context {
  readonly db: Database;
  readonly dataFolder: string;
  /** The day on which data lay in that folder, where none did when the app was started; else `null`. */
  readonly lastSeen: IsoDate | null;
  /** Where it is kept, apart from all data, what this user saw of data folders; `null`: nowhere. */
  readonly userFolder: string | null;
  readonly models: Models;
  readonly backups: Backups;
  readonly language: Language;
  readonly texts: Messages;
  readonly today: IsoDate;
  /** The wall-clock time of the call, `YYYY-MM-DDTHH:MM`. */
  readonly now: string;
  /** The files behind the tickets of the input, in their order. */
  readonly files: readonly TicketFile[];
  progress(stage: ProgressStage, done: number): void;
  cancelled(): boolean;
  /** Asked just before what was written is kept; `false`: the call was cancelled first, and nothing may be. */
  mayKeep(): boolean;
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
  /** It writes, and asks `mayKeep` before it keeps anything: until then it may be stopped in the midst of it. */
  readonly asksToKeep?: boolean;
  /** What a person typed or decided: it can be taken back, and the answer says under which number. */
  readonly edit?: boolean;
  /**
   * The call looks at orders, or at purchase orders too (`all`): deadlines that have passed are settled before it, by
   * whoever passes it on. No call does it itself: what is on record does not depend on who looks.
   */
  readonly afterDeadlines?: 'orders' | 'all';
  /** Did this call change what others have read? */
  changes?(output: Output<M>, input: Input<M>): boolean;
}
