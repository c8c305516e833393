import { lastChange } from '../../../db/last-change.ts';
import type { Input, Method, Result } from '../../api/contract.ts';
import { isDiskFull, ServiceError, toApiError } from '../context/errors.ts';
import { rememberChange } from '../context/known-folders.ts';
import type { Context, UseCase } from '../context/use-case.ts';
import { messagesIn } from '../messages/messages.ts';
import { recorded } from './edits.ts';
import type { JobHooks, JobRequest } from './protocol.ts';
import { useCases } from './use-cases.ts';
import type { Workspace } from './workspace.ts';

function contextOf(
  workspace: Workspace,
  request: JobRequest,
  hooks: JobHooks,
  warn: Context['warn'],
): Context {
  return {
    // Opened when it is asked for: data that cannot be opened can still be replaced by a backup.
    get db() {
      return workspace.db;
    },
    dataFolder: workspace.dataFolder,
    lastSeen: request.lastSeen ?? null,
    userFolder: request.userFolder ?? null,
    models: workspace.models,
    backups: workspace.backups,
    warn,
    language: request.language,
    texts: messagesIn(request.language),
    today: request.today,
    now: request.now,
    files: request.files,
    progress: hooks.onProgress,
    cancelled: hooks.cancelled,
    mayKeep: hooks.mayKeep,
  };
}

/** Before any work, so that nothing is half done. Data that cannot be opened at all may still be restored. */
function requireWritable(workspace: Workspace, method: Method): void {
  let reason: unknown;
  try {
    reason = workspace.whyLookOnly();
  } catch (error) {
    if (method === 'backups.restore') return;
    throw error;
  }
  if (reason === null) return;
  const isFull = isDiskFull(reason);
  throw new ServiceError('file', (t) => (isFull ? t.errors.diskFullLookOnly : t.errors.dataLookOnly));
}

/** What may take an import away without an edit. */
const undoes: ReadonlySet<Method> = new Set<Method>(['edits.step', 'sample.clear']);

function askedBy(method: Method) {
  if (method === 'backups.restore') return 'restore';
  return undoes.has(method) ? 'undo' : 'else';
}

/** So that an older copy in the place of the data is noticed at a later start. */
function rememberHowFar(workspace: Workspace, { method, userFolder, today }: JobRequest): void {
  if (userFolder === undefined) return;
  try {
    const seen = { day: today, change: lastChange(workspace.db), after: askedBy(method) } as const;
    rememberChange(userFolder, workspace.dataFolder, seen);
  } catch {
    // The work is done: what is not kept is only a warning less.
  }
}

/** Runs one checked request on a workspace, in whichever thread this is. Never throws. */
export async function perform(
  workspace: Workspace,
  request: JobRequest,
  hooks: JobHooks,
): Promise<Result<unknown>> {
  const useCase: UseCase<Method> = useCases[request.method] as UseCase<Method>;
  try {
    if (useCase.edit || useCase.changes) requireWritable(workspace, request.method);
    const problems: unknown[] = [];
    const context = contextOf(workspace, request, hooks, (problem) => problems.push(problem));
    const run = async () =>
      request.ahead
        ? (await import('../orders/prefetch-models.ts')).prefetchModels(
            context,
            request.input as Input<'plan.week'>,
          )
        : useCase.run(context, request.input as never);
    const done = useCase.edit ? await recorded(context, run) : { value: await run() };
    if (useCase.edit || useCase.changes) workspace.emptyLog();
    if (useCase.edit || useCase.changes || request.method === 'app.state') rememberHowFar(workspace, request);
    problems.push(...workspace.takeUnsaid());
    const warnings = problems.map((problem) => toApiError(problem, request.language));
    return { ok: true, ...done, ...(warnings.length > 0 ? { warnings } : {}) };
  } catch (thrown) {
    const error = toApiError(thrown, request.language);
    if (error.kind === 'internal') {
      console.error(thrown);
    }
    return { ok: false, error };
  }
}
