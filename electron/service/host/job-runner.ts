import type { ProgressStage, Result } from '../../api/contract.ts';
import { perform } from './perform.ts';
import type { JobRequest, WarmUpRequest } from './protocol.ts';
import type { Workspace } from './workspace.ts';

export type ProgressListener = (stage: ProgressStage, done: number) => void;

/** A piece of long work under way or in the queue. */
export interface Job {
  readonly result: Promise<Result<unknown>>;
  cancel(): void;
}

/** Where long methods run: in a worker thread, or in the caller's own. */
export interface JobRunner {
  start(request: JobRequest, onProgress: ProgressListener): Job;
  /** Reads ahead what will be asked first. */
  warmUp(request: WarmUpRequest): void;
  /** Told when what plans are made of was changed, in whichever thread, with the day and time of it. */
  dataChanged?(time: Pick<JobRequest, 'today' | 'now'>): void;
  close(): Promise<void>;
}

/** Runs a call in the caller's thread, as soon as the caller has let go. */
export function runHere(workspace: Workspace, request: JobRequest, onProgress: ProgressListener): Job {
  let stopped = false;
  const hooks = { onProgress, cancelled: () => stopped, mayKeep: () => !stopped };
  const result = Promise.resolve().then(() => perform(workspace, request, hooks));
  return {
    result,
    cancel() {
      stopped = true;
    },
  };
}
