import type { Method, Result } from '../api/contract.ts';
import { toApiError } from './errors.ts';
import type { JobHooks, JobRequest } from './jobs/protocol.ts';
import { messagesIn } from './messages/messages.ts';
import type { Context, UseCase } from './use-case.ts';
import { useCases } from './use-cases.ts';
import type { Workspace } from './workspace.ts';

function contextOf(workspace: Workspace, request: JobRequest, hooks: JobHooks): Context {
  return {
    db: workspace.db,
    dataFolder: workspace.dataFolder,
    models: workspace.models,
    language: request.language,
    texts: messagesIn(request.language),
    today: request.today,
    now: request.now,
    files: request.files,
    progress: hooks.onProgress,
    cancelled: hooks.cancelled,
  };
}

/** Runs one checked request on a workspace, in whichever thread this is. Never throws. */
export async function perform(
  workspace: Workspace,
  request: JobRequest,
  hooks: JobHooks,
): Promise<Result<unknown>> {
  const useCase: UseCase<Method> = useCases[request.method] as UseCase<Method>;
  try {
    const context = contextOf(workspace, request, hooks);
    return { ok: true, value: await useCase.run(context, request.input as never) };
  } catch (thrown) {
    const error = toApiError(thrown, request.language);
    if (error.kind === 'internal') {
      console.error(thrown);
    }
    return { ok: false, error };
  }
}
