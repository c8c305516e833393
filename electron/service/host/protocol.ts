import type { Method, ProgressStage, Result } from '../../api/contract.ts';
import type { IsoDate, Language } from '../../api/records.ts';
import type { TicketFile } from '../context/tickets.ts';

/** One call, with all that it needs to run in another thread. */
export interface JobRequest {
  readonly method: Method;
  readonly input: unknown;
  readonly language: Language;
  readonly dataFolder: string;
  /** The day on which data lay in that folder, where none did when the app was started. */
  readonly lastSeen?: IsoDate | null;
  /** Where it is kept what this user saw of data folders. */
  readonly userFolder?: string | undefined;
  readonly today: IsoDate;
  /** The wall-clock time of the call, `YYYY-MM-DDTHH:MM`. */
  readonly now: string;
  readonly files: readonly TicketFile[];
  /** A worker that does not answer a cancel is stopped: the job writes no data, or says before it keeps what it wrote. */
  readonly mayBeStopped?: boolean;
  /** A week's plan that nobody has asked for yet: its models are fitted, and nothing is answered. See `fitAhead`. */
  readonly ahead?: true;
}

/** See `warmUp`. */
export type WarmUpRequest = Pick<JobRequest, 'dataFolder' | 'today' | 'now'>;

/** What `flag[0]` of a job says. The first of `cancelled` and `keeping` stands: what is being kept is no longer cancelled. */
export const jobState = { running: 0, cancelled: 1, keeping: 2 } as const;

/** To the worker. */
export interface JobMessage {
  readonly type: 'job';
  readonly id: number;
  readonly request: JobRequest;
  readonly flag: Int32Array<SharedArrayBuffer>;
}

/** To the worker; nothing comes back. */
export interface WarmUpMessage {
  readonly type: 'warm-up';
  readonly request: WarmUpRequest;
}

/** To the worker: it ends by itself once its job has. */
export interface CloseMessage {
  readonly type: 'close';
}

/** From the worker. */
export type JobReply =
  | { readonly type: 'progress'; readonly id: number; readonly stage: ProgressStage; readonly done: number }
  | { readonly type: 'done'; readonly id: number; readonly result: Result<unknown> };

export interface JobHooks {
  onProgress(stage: ProgressStage, done: number): void;
  cancelled(): boolean;
  /** Called just before what a job wrote is kept; `false`: it was cancelled first, and must not be. */
  mayKeep(): boolean;
}
