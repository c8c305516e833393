import type { ApiEvent, ProgressStage } from '../../electron/api/contract.ts';

export interface JobProgress {
  readonly stage: ProgressStage;
  /** 0 to 1. */
  readonly done: number;
}

/**
 * How far each piece of work has come. Work is known by a key (what is asked for); each run of it has a job name
 * of its own, so that news of a cancelled run is not taken for news of the next one.
 */
export class ProgressStore {
  /** Two windows on one host must not hear each other's progress. */
  readonly #window = Math.random().toString(36).slice(2);
  readonly #keyOfJob = new Map<string, string>();
  readonly #progress = new Map<string, JobProgress>();
  readonly #listeners = new Set<() => void>();
  #runs = 0;

  start(key: string): string {
    this.#runs += 1;
    const job = `${this.#window}-${this.#runs}`;
    for (const [earlier, itsKey] of this.#keyOfJob) {
      if (itsKey === key) this.#keyOfJob.delete(earlier);
    }
    this.#keyOfJob.set(job, key);
    this.#progress.delete(key);
    this.#tell();
    return job;
  }

  /** Forgets a run, unless a later run of the same work has begun. */
  end(job: string): void {
    const key = this.#keyOfJob.get(job);
    if (key === undefined) return;
    this.#keyOfJob.delete(job);
    this.#progress.delete(key);
    this.#tell();
  }

  hear(event: ApiEvent): void {
    if (event.type !== 'progress') return;
    const key = this.#keyOfJob.get(event.job);
    if (key === undefined) return;
    this.#progress.set(key, { stage: event.stage, done: event.done });
    this.#tell();
  }

  get(key: string): JobProgress | null {
    return this.#progress.get(key) ?? null;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
