import type { Method, ProgressStage, Result } from '../../api/contract.ts';
import type { IsoDate, Language } from '../../api/records.ts';
import type { TicketFile } from '../context/tickets.ts';

/** One call, with all that it needs to run in another thread. */
export interface JobRequest {
  readonly method: Method;
  readonly input: unknown;
  readonly language: Language;
  readonly dataFolder: string;
  readonly today: IsoDate;
  /** The wall-clock time of the call, `YYYY-MM-DDTHH:MM`. */
  readonly now: string;
  readonly files: readonly TicketFile[];
  /** A week's plan that nobody has asked for yet: its models are fitted, and nothing is answered. See `fitAhead`. */
  readonly ahead?: true;
}

/** See `warmUp`. */
export type WarmUpRequest = Pick<JobRequest, 'dataFolder' | 'today' | 'now'>;

/** To the worker. `flag[0]` becomes 1 when the job is cancelled. */
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
}
