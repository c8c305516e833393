import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { removeTemporaryOf } from '../../../db/files/temporary.ts';
import type { Result } from '../../api/contract.ts';
import { ServiceError, toApiError } from '../context/errors.ts';
import type { Job, JobRunner, ProgressListener } from './job-runner.ts';
import {
  type CloseMessage,
  type JobMessage,
  type JobReply,
  type JobRequest,
  jobState,
  type WarmUpMessage,
  type WarmUpRequest,
} from './protocol.ts';

/**
 * Room for new objects. Left alone it grows to a hundred megabytes when millions of rows are imported, which saves
 * no time: a fit takes as long with 3 as with 16.
 */
const youngMegabytes = 6;
/** A job that needs more is a slip: it ends with words, instead of taking all the memory there is. */
const mostMegabytes = 1_024;

/** So long, in milliseconds, a worker may take to answer a cancel before it is stopped. */
const cancelPatience = 800;

/** So long, in milliseconds, a worker may take to leave its work and close its files before it is stopped. */
const patience = 5_000;

interface Pending {
  readonly message: JobMessage;
  readonly onProgress: ProgressListener;
  settle(result: Result<unknown>): void;
}

/** The worker's file: beside this one in the source tree, or beside the bundle that holds this code. */
function workerFile(): string {
  const here = import.meta.url;
  return fileURLToPath(new URL(here.endsWith('.ts') ? '../../worker/worker.ts' : './worker.js', here));
}

/** The worker keeps its compiled code where this thread does; it must be told as it starts. */
function environment(): NodeJS.ProcessEnv {
  const compiled = getCompileCacheDir();
  return compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) };
}

const cancelledResult = (request: JobRequest): Result<unknown> => ({
  ok: false,
  error: toApiError(new ServiceError('cancelled', (t) => t.errors.cancelled), request.language),
});

/** What was being kept as the worker ended is kept whole or not at all: nobody here knows which. */
function stoppedResult({ request, flag }: JobMessage, detail: string): Result<unknown> {
  const keptNothing = request.mayBeStopped === true && Atomics.load(flag, 0) !== jobState.keeping;
  const error = new ServiceError('internal', ({ errors }) =>
    keptNothing ? errors.workerStopped(detail) : errors.workerStoppedInWriting(detail),
  );
  return { ok: false, error: toApiError(error, request.language) };
}

/** Asks the worker to end, and waits for it: a thread that is stopped inside SQLite can take the process with it. */
async function ended(worker: Worker): Promise<void> {
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  worker.once('exit', () => resolve());
  worker.ref();
  const message: CloseMessage = { type: 'close' };
  worker.postMessage(message);
  const timer = setTimeout(() => void worker.terminate(), patience);
  await gone;
  clearTimeout(timer);
}

/** Runs jobs one after the other in a worker thread, which is started at the first one. */
export class WorkerJobs implements JobRunner {
  readonly #file: string;
  readonly #megabytes: number;
  readonly #queue: Pending[] = [];
  #current: Pending | undefined;
  #worker: Worker | undefined;
  /** Until the last worker that was stopped is gone. */
  #stopping: Promise<void> = Promise.resolve();
  #lastId = 0;

  /** `megabytes`: of objects, at most, in the worker. */
  constructor(file: string = workerFile(), megabytes = mostMegabytes) {
    this.#file = file;
    this.#megabytes = megabytes;
  }

  start(request: JobRequest, onProgress: ProgressListener): Job {
    const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const message: JobMessage = { type: 'job', id: ++this.#lastId, request, flag };
    const { promise, resolve } = Promise.withResolvers<Result<unknown>>();
    const pending: Pending = { message, onProgress, settle: resolve };
    this.#queue.push(pending);
    this.#next();
    return { result: promise, cancel: () => this.#cancel(pending) };
  }

  warmUp(request: WarmUpRequest): void {
    this.#worker ??= this.#launch();
    const message: WarmUpMessage = { type: 'warm-up', request };
    this.#worker.postMessage(message);
    if (!this.#current) {
      this.#worker.unref();
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    if (this.#current) {
      const { flag } = this.#current.message;
      Atomics.compareExchange(flag, 0, jobState.running, jobState.cancelled);
    }
    for (const pending of [this.#current, ...this.#queue.splice(0)]) {
      pending?.settle(cancelledResult(pending.message.request));
    }
    this.#current = undefined;
    await this.#stopping;
    if (worker) {
      await ended(worker);
    }
  }

  #cancel(pending: Pending): void {
    const place = this.#queue.indexOf(pending);
    if (place >= 0) {
      this.#queue.splice(place, 1);
      pending.settle(cancelledResult(pending.message.request));
      return;
    }
    const { request, flag } = pending.message;
    const before = Atomics.compareExchange(flag, 0, jobState.running, jobState.cancelled);
    if (before === jobState.running && request.mayBeStopped) {
      setTimeout(() => this.#stop(pending), cancelPatience).unref();
    }
  }

  /** Ends a worker that does not hear that its job is cancelled. The next job waits until it is gone. */
  #stop(pending: Pending): void {
    const worker = this.#worker;
    if (pending !== this.#current || worker === undefined) {
      return;
    }
    this.#worker = undefined;
    pending.settle(cancelledResult(pending.message.request));
    const { threadId } = worker;
    this.#stopping = worker.terminate().then(() => {
      removeTemporaryOf(threadId);
      if (pending === this.#current) {
        this.#current = undefined;
        this.#next();
      }
    });
  }

  #next(): void {
    if (this.#current) {
      return;
    }
    this.#current = this.#queue.shift();
    if (this.#current) {
      this.#worker ??= this.#launch();
      this.#worker.ref();
      this.#worker.postMessage(this.#current.message);
    } else {
      // An idle worker must not keep the process alive.
      this.#worker?.unref();
    }
  }

  #launch(): Worker {
    const worker = new Worker(this.#file, {
      env: environment(),
      resourceLimits: {
        maxYoungGenerationSizeMb: youngMegabytes,
        maxOldGenerationSizeMb: this.#megabytes,
      },
    });
    worker.on('message', (reply: JobReply) => this.#heard(reply));
    worker.on('error', (error) => this.#fell(worker, error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => this.#fell(worker, `exit ${code}`));
    return worker;
  }

  #heard(reply: JobReply): void {
    if (reply.id !== this.#current?.message.id) {
      return;
    }
    if (reply.type === 'progress') {
      this.#current.onProgress(reply.stage, reply.done);
    } else {
      this.#finish(reply.result);
    }
  }

  /** The worker ended by itself: its job failed, and the next job gets a new worker. */
  #fell(worker: Worker, detail: string): void {
    if (worker === this.#worker) {
      this.#worker = undefined;
      if (this.#current) {
        this.#finish(stoppedResult(this.#current.message, detail));
      }
    }
  }

  #finish(result: Result<unknown>): void {
    const done = this.#current;
    this.#current = undefined;
    done?.settle(result);
    this.#next();
  }
}
