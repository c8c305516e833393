import type { Work } from './use-api.ts';

type Job = Pick<Work<never, never>, 'running' | 'error' | 'reset'>;

/** Jobs of a part of the page as one: the first error, whether any is running, and how all begin anew. */
export function jobsTogether(jobs: readonly Job[]): Job {
  return {
    error: jobs.find(({ error }) => error !== null)?.error ?? null,
    running: jobs.some(({ running }) => running),
    reset: () => {
      for (const job of jobs) job.reset();
    },
  };
}
