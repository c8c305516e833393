import type { Method } from '../../api/contract.ts';
import { freeMemory } from './free-memory.ts';
import type { Job, JobRunner, ProgressListener } from './job-runner.ts';
import { isShownWeek, predictAfterChange, predictNextRequests } from './predict-next-requests.ts';
import type { JobRequest, WarmUpRequest } from './protocol.ts';
import { WorkerJobs } from './worker-jobs.ts';

export interface PoolOptions {
  /** Where the calls run that somebody waits for, and all that write. */
  readonly interactive?: JobRunner;
  /** Where the calls run that only read, for long. */
  readonly background?: JobRunner;
  runsInBackground(method: Method): boolean;
  /** Are the likely next calls prepared while nobody asks anything? Not with `BONNE_MESURE_AHEAD` set to `none`. */
  readonly ahead?: boolean;
  /** Milliseconds without a call after which the likely next ones are prepared. */
  readonly idle?: number;
  /** The same after the data were changed: whoever types is not to share the processor after each number. */
  readonly afterChange?: number;
  /** Milliseconds without work after which the second thread is let go with its memory. */
  readonly spare?: number;
}

/**
 * Two threads: a click must not wait for a replay of the past, and while nobody asks anything the models of the weeks
 * next to the one that is shown are fitted; after a change that week and what the next morning opens on are fitted
 * anew. Where a week must be fitted while somebody waits, the second thread begins at its other end. The threads share
 * what is kept in the data folder, nothing else.
 */
export class WorkerPool implements JobRunner {
  readonly #front: JobRunner;
  readonly #back: JobRunner;
  readonly #runsInBackground: PoolOptions['runsInBackground'];
  readonly #preparesAhead: boolean;
  readonly #idle: number;
  readonly #afterChange: number;
  readonly #spare: number;
  #open = 0;
  /** What to prepare, the likeliest first. */
  #ahead: readonly JobRequest[] = [];
  /** The week that a page was given last. */
  #shown: JobRequest | undefined;
  /** Is what is to be prepared what a change asks for? */
  #changed = false;
  #preparing: Job | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PoolOptions) {
    const { interactive, background, runsInBackground } = options;
    const { idle = 1_000, afterChange = 5_000, spare = 10_000 } = options;
    const { ahead = process.env.BONNE_MESURE_AHEAD !== 'none' } = options;
    this.#front = interactive ?? new WorkerJobs();
    this.#back = background ?? new WorkerJobs();
    this.#runsInBackground = runsInBackground;
    this.#preparesAhead = ahead;
    this.#idle = idle;
    this.#afterChange = afterChange;
    this.#spare = spare;
  }

  start(request: JobRequest, onProgress: ProgressListener): Job {
    this.#rest();
    const lane = this.#runsInBackground(request.method) ? this.#back : this.#front;
    let alone = isShownWeek(request);
    const job = lane.start(request, (stage, done) => {
      onProgress(stage, done);
      // Not at the very beginning: the window is still being drawn.
      if (stage === 'fit' && done > 0 && alone) {
        alone = false;
        void this.#prepare({ ...request, ahead: true });
      }
    });
    this.#open++;
    void job.result.then(({ ok }) => {
      this.#open--;
      this.#preparing?.cancel();
      if (this.#preparesAhead && ok && isShownWeek(request)) {
        this.#shown = request;
        this.#changed = false;
        this.#ahead = predictNextRequests(request);
      }
      this.#wait();
    });
    return job;
  }

  warmUp(request: WarmUpRequest): void {
    this.#front.warmUp(request);
  }

  /** A page that shows the week asks for it anew at once, and that is then what is known; no other page does. */
  dataChanged(time: Pick<JobRequest, 'today' | 'now'>): void {
    if (!this.#shown) return;
    this.#changed = true;
    this.#ahead = predictAfterChange(this.#shown, time);
    this.#preparing?.cancel();
    this.#wait();
  }

  async close(): Promise<void> {
    this.#rest();
    this.#shown = undefined;
    this.#ahead = [];
    await Promise.all([this.#front.close(), this.#back.close()]);
    clearTimeout(this.#timer);
  }

  /** Makes way for a call: what was being prepared is begun again later, from the models that it had kept. */
  #rest(): void {
    clearTimeout(this.#timer);
    this.#preparing?.cancel();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#open > 0) return;
    const [next] = this.#ahead;
    const act = next ? () => void this.#prepare(next) : () => this.#letGo();
    const quiet = this.#changed ? this.#afterChange : this.#idle;
    this.#timer = setTimeout(act, next ? quiet : this.#spare).unref();
  }

  #letGo(): void {
    void this.#back.close();
    freeMemory();
  }

  async #prepare(next: JobRequest): Promise<void> {
    if (this.#preparing) return;
    // Nobody waits for it: it leaves when it looks, with what its thread has kept.
    const job = this.#back.start({ ...next, mayBeStopped: false }, () => undefined);
    this.#preparing = job;
    const result = await job.result;
    this.#preparing = undefined;
    // A refusal is told when somebody asks; only what was stopped is tried again.
    const stopped = !result.ok && result.error.kind === 'cancelled';
    if (!stopped) this.#ahead = this.#ahead.filter((one) => one !== next);
    this.#wait();
  }
}
