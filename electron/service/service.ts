import type { ApiEvent, Input, Method, Output, Result } from '../api/contract.ts';
import type { FileRef, IsoDate, Language } from '../api/records.ts';
import { localTime, today as todayByTheClock } from './clock.ts';
import { ServiceError, toApiError } from './errors.ts';
import { type Job, type JobRunner, runHere } from './jobs/job-runner.ts';
import type { JobRequest } from './jobs/protocol.ts';
import { Tickets } from './tickets.ts';
import type { UseCase } from './use-case.ts';
import { useCases } from './use-cases.ts';
import { isMethod, validate } from './validate.ts';
import { Workspace } from './workspace.ts';

export interface ServiceOptions {
  readonly dataFolder: string;
  readonly today?: () => IsoDate;
  /** Where long work and writing is done; without it in the caller's thread. */
  readonly jobs?: JobRunner;
}

export interface ServiceCallOptions {
  readonly language: Language;
  /** A name under which progress is told and the call can be cancelled. */
  readonly job?: string;
}

/** What every host carries: one method, one input, one answer. */
export interface Service {
  readonly dataFolder: string;
  call<M extends Method>(method: M, input: unknown, options: ServiceCallOptions): Promise<Result<Output<M>>>;
  cancel(job: string): void;
  subscribe(listener: (event: ApiEvent) => void): () => void;
  /** Called by a host whose page is about to load: what it will ask for is read meanwhile. */
  warmUp(): void;
  /** Makes a file readable under a ticket. */
  registerFile(path: string, name?: string): Promise<FileRef>;
  /** Makes a file writable under a ticket: where the user wants a copy of the data. */
  registerTarget(path: string): string;
  close(): Promise<void>;
}

class LocalService implements Service {
  readonly dataFolder: string;
  readonly #today: () => IsoDate;
  readonly #jobs: JobRunner | undefined;
  readonly #workspace: Workspace;
  readonly #tickets = new Tickets();
  readonly #listeners = new Set<(event: ApiEvent) => void>();
  readonly #running = new Map<string, Job>();

  constructor(options: ServiceOptions) {
    this.dataFolder = options.dataFolder;
    this.#today = options.today ?? todayByTheClock;
    this.#jobs = options.jobs;
    this.#workspace = new Workspace(options.dataFolder);
  }

  async call<M extends Method>(
    method: M,
    input: unknown,
    options: ServiceCallOptions,
  ): Promise<Result<Output<M>>> {
    try {
      const request = this.#request(method, input, options.language);
      const result = (await this.#run(request, options.job)) as Result<Output<M>>;
      const useCase: UseCase<M> = useCases[method];
      if (result.ok && useCase.changes?.(result.value, request.input as Input<M>)) {
        this.#tell({ type: 'changed' });
      }
      return result;
    } catch (thrown) {
      return { ok: false, error: toApiError(thrown, options.language) };
    }
  }

  cancel(job: string): void {
    this.#running.get(job)?.cancel();
  }

  subscribe(listener: (event: ApiEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  warmUp(): void {
    this.#jobs?.warmUp({ dataFolder: this.dataFolder, ...this.#time() });
  }

  registerFile(path: string, name?: string): Promise<FileRef> {
    return this.#tickets.add(path, name);
  }

  registerTarget(path: string): string {
    return this.#tickets.addTarget(path);
  }

  async close(): Promise<void> {
    await this.#jobs?.close();
    this.#workspace.close();
  }

  #request(method: Method, raw: unknown, language: Language): JobRequest {
    if (!isMethod(method)) {
      throw new ServiceError('invalid-input', (t) => t.errors.unknownMethod(String(method)));
    }
    const input = validate(method, raw);
    const tickets = 'tickets' in input && input.tickets ? input.tickets : [];
    const files = tickets.map((ticket) => this.#tickets.get(ticket));
    return { method, input, language, dataFolder: this.dataFolder, files, ...this.#time() };
  }

  #time() {
    const today = this.#today();
    return { today, now: `${today}T${localTime()}` };
  }

  async #run(request: JobRequest, name: string | undefined): Promise<Result<unknown>> {
    const onProgress = (stage: Extract<ApiEvent, { type: 'progress' }>['stage'], done: number) => {
      if (name !== undefined) {
        this.#tell({ type: 'progress', job: name, stage, done });
      }
    };
    const elsewhere = useCases[request.method].inWorker ? this.#jobs : undefined;
    const job = elsewhere?.start(request, onProgress) ?? runHere(this.#workspace, request, onProgress);
    if (name === undefined) {
      return job.result;
    }
    this.#running.set(name, job);
    try {
      return await job.result;
    } finally {
      this.#running.delete(name);
    }
  }

  #tell(event: ApiEvent): void {
    for (const listener of this.#listeners) {
      listener(event);
    }
  }
}

export const createService = (options: ServiceOptions): Service => new LocalService(options);
