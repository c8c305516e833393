import { existsSync } from 'node:fs';
import type { ApiError, ApiEvent, Input, Method, Output, Result } from '../../api/contract.ts';
import type { FileRef, FolderNote, IsoDate, Language, Moment } from '../../api/records.ts';
import { localTime, today as todayByTheClock } from '../context/clock.ts';
import { databaseFile } from '../context/data-folder.ts';
import { ServiceError, toApiError } from '../context/errors.ts';
import { folderNotes } from '../context/folder-notes.ts';
import { lastSeen, rememberFolder } from '../context/known-folders.ts';
import { Tickets } from '../context/tickets.ts';
import type { UseCase } from '../context/use-case.ts';
import { earliest } from '../orders/deadlines.ts';
import { type FileIdentity, identityOf } from './file-identity.ts';
import { type Job, type JobRunner, runHere } from './job-runner.ts';
import type { JobRequest } from './protocol.ts';
import { useCases } from './use-cases.ts';
import { isMethod, validate } from './validate.ts';
import { Workspace } from './workspace.ts';

/** Methods that change no data, but say or keep something of the folder: it must be the one of the open data. */
const ofTheFolder: ReadonlySet<Method> = new Set<Method>(['backups.make', 'backups.daily', 'data.check']);

function mayWrite(method: Method): boolean {
  const { edit, changes } = useCases[method];
  return edit === true || changes !== undefined || ofTheFolder.has(method);
}

/** Milliseconds between looks at the clock: so long after its sleep a computer may show yesterday as today. */
const clockCheckEvery = 5_000;

export interface ServiceOptions {
  readonly dataFolder: string;
  readonly today?: () => IsoDate;
  /** Where it is kept, apart from all data, which folders held data; without it nobody remembers. */
  readonly userFolder?: string;
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
  /** What to know of a folder in which no data lie yet, before the first call makes some. */
  notesOfNewFolder(language: Language): readonly FolderNote[];
  /** Called by a host whose page is about to load: what it will ask for is read meanwhile. */
  warmUp(): void;
  /**
   * Called by a host that stays: deadlines that have passed are settled now, and others as they pass; when a new day
   * has begun, those who have read something are told. A call that looks at orders settles deadlines before it in any
   * case.
   */
  followClock(): void;
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
  /** Which files the open data are, in whichever thread; not known before the first call. */
  #identity: FileIdentity | undefined;
  /** Whether this thread had the data open after the last call. */
  #wasOpen = false;
  readonly #userFolder: string | undefined;
  readonly #isNew: boolean;
  readonly #lastSeen: IsoDate | null;
  #clockTimer: NodeJS.Timeout | undefined;
  /** When the next deadline passes, as was found last. */
  #nextDeadline: Moment | null = null;

  constructor(options: ServiceOptions) {
    this.dataFolder = options.dataFolder;
    this.#today = options.today ?? todayByTheClock;
    this.#jobs = options.jobs;
    this.#workspace = new Workspace(options.dataFolder);
    this.#userFolder = options.userFolder;
    this.#isNew = !existsSync(databaseFile(this.dataFolder));
    const known = this.#isNew ? this.#userFolder : undefined;
    this.#lastSeen = known === undefined ? null : lastSeen(known, this.dataFolder);
  }

  async call<M extends Method>(
    method: M,
    input: unknown,
    options: ServiceCallOptions,
  ): Promise<Result<Output<M>>> {
    try {
      const request = this.#request(method, input, options.language);
      const { afterDeadlines } = useCases[method];
      const unsettled = afterDeadlines && (await this.#settleDeadlines(options, afterDeadlines));
      if (unsettled?.kind === 'cancelled') return { ok: false, error: unsettled };
      const result = await this.#perform<M>(request, options.job);
      return result.ok && unsettled
        ? { ...result, warnings: [...(result.warnings ?? []), unsettled] }
        : result;
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

  notesOfNewFolder(language: Language): readonly FolderNote[] {
    return this.#isNew ? folderNotes(this.dataFolder, { lastSeen: this.#lastSeen }, language) : [];
  }

  warmUp(): void {
    this.#jobs?.warmUp({ dataFolder: this.dataFolder, ...this.#time() });
  }

  followClock(): void {
    const settle = () => void this.#settleDeadlines({ language: 'fr' });
    if (existsSync(databaseFile(this.dataFolder))) settle();
    let day = this.#today();
    this.#clockTimer ??= setInterval(() => {
      // The wall clock is asked: a computer that slept missed no deadline, and no midnight.
      if (this.#today() !== day) {
        day = this.#today();
        this.#tell({ type: 'changed' });
      }
      if (this.#nextDeadline !== null && this.#time().now >= this.#nextDeadline) settle();
    }, clockCheckEvery).unref();
  }

  registerFile(path: string, name?: string): Promise<FileRef> {
    return this.#tickets.add(path, name);
  }

  registerTarget(path: string): string {
    return this.#tickets.addTarget(path);
  }

  async close(): Promise<void> {
    clearInterval(this.#clockTimer);
    await this.#jobs?.close();
    this.#workspace.close();
  }

  /** Answers what went wrong, if anything: orders can be looked at all the same. */
  async #settleDeadlines(
    { language, job }: ServiceCallOptions,
    what: UseCase<Method>['afterDeadlines'] = 'all',
  ): Promise<ApiError | null> {
    const request = this.#request(
      'orders.settleDeadlines',
      what === 'orders' ? { only: 'orders' } : {},
      language,
    );
    const result = await this.#perform<'orders.settleDeadlines'>(request, job);
    if (!result.ok) return result.error;
    // Without a look at purchase orders it may be earlier: the timer then looks at both.
    const known = what === 'all' ? null : this.#nextDeadline;
    this.#nextDeadline = earliest([result.value.next, known]);
    return null;
  }

  /** Runs a checked request, and tells the others when it changed what they have read. */
  async #perform<M extends Method>(request: JobRequest, job: string | undefined): Promise<Result<Output<M>>> {
    const useCase = useCases[request.method] as UseCase<M>;
    const writes = mayWrite(request.method);
    // Before, so that nothing is written into the void; after, so that what was is not taken for saved.
    if (writes && !this.#isInPlace) throw this.#moved();
    const result = (await this.#run(request, job)) as Result<Output<M>>;
    // A restore may put a new file in the place of one that cannot be opened.
    if (request.method === 'backups.restore' || this.#identity === undefined) {
      this.#remember();
    } else if (this.#workspace.isOpen && !this.#wasOpen) {
      this.#identity.opened();
    }
    this.#wasOpen = this.#workspace.isOpen;
    if (writes && result.ok && this.#isElsewhere) throw this.#moved();
    // A worker that fell may have saved what it was asked.
    const mayHaveChanged = writes && !result.ok && result.error.kind === 'internal';
    if (mayHaveChanged || (result.ok && useCase.changes?.(result.value, request.input as Input<M>))) {
      this.#jobs?.dataChanged?.(this.#time());
      this.#tell({ type: 'changed' });
    }
    return result;
  }

  #request(method: Method, raw: unknown, language: Language): JobRequest {
    if (!isMethod(method)) {
      throw new ServiceError('invalid-input', (t) => t.errors.unknownMethod(String(method)));
    }
    const input = validate(method, raw);
    const tickets = 'tickets' in input && input.tickets ? input.tickets : [];
    const files = tickets.map((ticket) => this.#tickets.get(ticket));
    const { asksToKeep } = useCases[method];
    const mayBeStopped = asksToKeep === true || !mayWrite(method);
    const common = {
      dataFolder: this.dataFolder,
      lastSeen: this.#lastSeen,
      ...this.#time(),
      userFolder: this.#userFolder,
    };
    return { method, input, language, files, mayBeStopped, ...common };
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
    // A worker that opens the data only now would open others, or none: this thread still has them.
    const isElsewhere = useCases[request.method].inWorker && (!this.#isElsewhere || !this.#workspace.isOpen);
    const elsewhere = isElsewhere ? this.#jobs : undefined;
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

  get #isInPlace(): boolean {
    return this.#identity?.isInPlace(this.#workspace.isOpen) ?? true;
  }

  /** Of what is done: that the system does not tell where the data lie is no proof that they went. */
  get #isElsewhere(): boolean {
    try {
      return !this.#isInPlace;
    } catch {
      return false;
    }
  }

  #remember(): void {
    const isFirst = this.#identity === undefined;
    try {
      this.#identity = identityOf(databaseFile(this.dataFolder));
      if (this.#identity !== undefined && this.#userFolder !== undefined) {
        rememberFolder(this.#userFolder, this.dataFolder, this.#today(), this.#isNew && isFirst);
      }
    } catch {
      // It is asked again after the next call.
    }
  }

  /** What is written to data that no longer lie where they were opened would be gone at the next start. */
  #moved(): ServiceError {
    return new ServiceError('file', (t) => t.errors.dataMoved(this.dataFolder));
  }

  #tell(event: ApiEvent): void {
    for (const listener of this.#listeners) {
      listener(event);
    }
  }
}

export const createService = (options: ServiceOptions): Service => new LocalService(options);
