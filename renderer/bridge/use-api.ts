import { type Query, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ApiError, Input, Method, Output } from '../../electron/api/contract.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useBridge } from './bridge-context.tsx';
import { ApiFailure, apiErrorOf } from './failure.ts';
import type { JobProgress } from './progress-store.ts';
import { readAgain } from './read-again.ts';

type Call = <M extends Method>(method: M, input: Input<M>, job?: string) => Promise<Output<M>>;

/** What was done, and the numbers under which `edits.step` takes it back. */
export interface Done<T> {
  readonly output: T;
  /** Empty: nothing was changed. */
  readonly edits: readonly number[];
}

type EditCall = <M extends Method>(method: M, input: Input<M>, job?: string) => Promise<Done<Output<M>>>;

function useAnyCall(): EditCall {
  const { bridge, warnings } = useBridge();
  const language = useLanguage();
  return useCallback(
    async (method, input, job) => {
      const result = await bridge.call(method, input, job === undefined ? { language } : { language, job });
      if (!result.ok) throw new ApiFailure(result.error);
      if (result.warnings) warnings.tell(result.warnings);
      return { output: result.value, edits: result.edit === undefined ? [] : [result.edit] };
    },
    [bridge, language, warnings],
  );
}

/**
 * Calls a method that a person may want to take back; a refusal is thrown as `ApiFailure`. Without a job it is short:
 * what is taken back meanwhile waits for its answer.
 */
export function useEditCall(): EditCall {
  const { underway } = useBridge();
  const call = useAnyCall();
  return useCallback(
    (method, input, job) => {
      const done = call(method, input, job);
      return job === undefined ? underway.add(done) : done;
    },
    [call, underway],
  );
}

/** Calls a method in the page's language; a refusal is thrown as `ApiFailure`. */
export function useCall(): Call {
  const call = useAnyCall();
  return useCallback(async (method, input, job) => (await call(method, input, job)).output, [call]);
}

/** Reads again what is shown; resolves once it is there. */
export function useReadAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => readAgain(queries), [queries]);
}

function useProgress(key: string): JobProgress | null {
  const { progress } = useBridge();
  return useSyncExternalStore(progress.subscribe, () => progress.get(key));
}

export interface ApiQuery<T> {
  readonly data: T | undefined;
  readonly error: ApiError | null;
  /** Nothing to show yet. */
  readonly loading: boolean;
  /** Older data are shown while newer ones are on their way. */
  readonly refreshing: boolean;
  /** The user stopped the work before there was anything to show. */
  readonly stopped: boolean;
  readonly progress: JobProgress | null;
  cancel(): void;
  again(): void;
}

interface QueryOptions<M extends Method> {
  readonly enabled?: boolean;
  /** May the answer to an earlier input stay on the page until the new one is here? */
  keep?(earlier: Input<M>): boolean;
  /** Long work: its answer is kept for as long as the data do not change, though no page shows it. */
  readonly stays?: boolean;
  /** A proposal: read once while a page shows it, and not again at each number that is typed. */
  readonly once?: boolean;
}

/** Reads a method's answer, keeps it until the data change, and stops the work when nobody waits for it. */
export function useApiQuery<M extends Method>(
  method: M,
  input: Input<M>,
  options: QueryOptions<M> = {},
): ApiQuery<Output<M>> {
  const call = useCall();
  const language = useLanguage();
  const queries = useQueryClient();
  const { bridge, progress } = useBridge();
  const key = `${method} ${JSON.stringify(input)}`;
  const queryKey = [method, input, language];
  const query = useQuery<unknown>({
    queryKey,
    enabled: options.enabled ?? true,
    ...(options.stays ? { gcTime: Number.POSITIVE_INFINITY } : {}),
    ...(options.once ? { staleTime: 'static', gcTime: 0 } : {}),
    placeholderData: (data: unknown, earlier: Query<unknown> | undefined) =>
      earlier && options.keep?.(earlier.queryKey[1] as Input<M>) ? data : undefined,
    queryFn: async ({ signal }): Promise<Output<M>> => {
      const job = progress.start(key);
      signal.addEventListener('abort', () => void bridge.cancel(job));
      try {
        return await call(method, input, job);
      } finally {
        progress.end(job);
      }
    },
  });
  const { error, isPending, isFetching, fetchStatus, refetch } = query;
  const data = query.data as Output<M> | undefined;
  const stopped = isPending && fetchStatus === 'idle' && (options.enabled ?? true);
  const told = useProgress(key);
  // The same until something of it changes: what is given it is not drawn again for another cell that is opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the method and its input.
  return useMemo(
    () => ({
      data,
      error: error ? apiErrorOf(error) : null,
      loading: isPending && fetchStatus === 'fetching',
      refreshing: isFetching && !isPending,
      stopped,
      progress: told,
      cancel: () => void queries.cancelQueries({ queryKey, exact: true }),
      again: () => void refetch(),
    }),
    [data, error, isPending, isFetching, fetchStatus, stopped, told, queries, key, language, refetch],
  );
}

/** Work that a page asks for and waits for. */
export interface Work<I, O> {
  readonly running: boolean;
  readonly progress: JobProgress | null;
  readonly error: ApiError | null;
  /**
   * Resolves, once all has been read again, to `null` when the work failed or was cancelled; the error says why.
   * `told` hears what was done at once: undo must not have to wait for what is drawn.
   */
  run(input: I, told?: (output: O) => void): Promise<O | null>;
  cancel(): void;
  reset(): void;
}

export interface PageJob<M extends Method> extends Work<Input<M>, Output<M>> {
  /** The same as `run`, with what takes it back. */
  edit(input: Input<M>, told?: (done: Done<Output<M>>) => void): Promise<Done<Output<M>> | null>;
}

/** A method that changes something, with its progress, its error and a way to stop it. */
export function useJob<M extends Method>(method: M): PageJob<M> {
  const call = useEditCall();
  const work = useCallback((input: Input<M>, job: string) => call(method, input, job), [call, method]);
  const { run: edit, ...rest } = useWork(method, work);
  const run = useCallback(async (input: Input<M>) => (await edit(input))?.output ?? null, [edit]);
  return { ...rest, run, edit };
}

/** The same for work that the host does itself, as long as it takes a job's name. `key` names the work. */
export function useWork<I, O>(key: string, work: (input: I, job: string) => Promise<O>): Work<I, O> {
  const queries = useQueryClient();
  const { bridge, progress, works } = useBridge();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const current = useRef<string | null>(null);
  const runOnce = useCallback(
    async (input: I, told?: (output: O) => void): Promise<O | null> => {
      const job = progress.start(key);
      current.current = job;
      setRunning(true);
      setError(null);
      try {
        const output = await work(input, job);
        told?.(output);
        await readAgain(queries);
        return output;
      } catch (thrown) {
        const failure = apiErrorOf(thrown);
        if (failure.kind !== 'cancelled') setError(failure);
        return null;
      } finally {
        progress.end(job);
        setRunning(false);
      }
    },
    [work, key, progress, queries],
  );
  const run = useCallback(
    (input: I, told?: (output: O) => void) => works.add(runOnce(input, told)),
    [works, runOnce],
  );
  const cancel = useCallback(() => {
    if (current.current) void bridge.cancel(current.current);
  }, [bridge]);
  const reset = useCallback(() => setError(null), []);
  return { running, progress: useProgress(key), error, run, cancel, reset };
}
