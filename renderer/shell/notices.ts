import { apiErrorOf } from '../bridge/failure.ts';
import type { Edit, Undoing, Way } from './edit-stack.ts';

export interface NoticeOptions {
  /** What had the focus is gone: the notice takes it. */
  readonly takesFocus?: boolean;
  /** What was done looks like a slip: no tick over it. */
  readonly doubt?: boolean;
}

/** What is said: that something was done (`doubt`: and looks like a slip), what became of taking it back, or why it was refused. */
export type Notice = (
  | { readonly type: 'done'; readonly words: string; readonly edit: Edit | null; readonly doubt: boolean }
  | { readonly type: 'step'; readonly step: Undoing }
  | { readonly type: 'failed'; readonly problem: unknown }
) & { readonly takesFocus: boolean };

/** What was thrown; `null`: it was done. */
export function failureIn(notice: Notice): unknown {
  if (notice.type === 'done') return null;
  return notice.type === 'step' ? notice.step.problem : notice.problem;
}

/** A refusal stays until somebody closes it. */
export const isRefusal = (notice: Notice): boolean => failureIn(notice) !== null;

const messageOf = (notice: Notice) => apiErrorOf(failureIn(notice)).message;

/** A notice as it is shown: another one is never taken for it. */
export type ShownNotice = Notice & { readonly id: number };

/** A new notice takes the place of what was done before it; refusals stay above it, each said once. */
export function withNotice(shown: readonly ShownNotice[], notice: Notice): readonly ShownNotice[] {
  const again = isRefusal(notice) ? messageOf(notice) : null;
  const id = (shown.at(-1)?.id ?? 0) + 1;
  return [...shown.filter((one) => isRefusal(one) && messageOf(one) !== again), { ...notice, id }];
}

interface Offered {
  readonly way: Way;
  readonly edit: Edit | null;
}

/** What was done can be taken back; what was taken back can be done again. */
export function stepOffered(shown: Notice): Offered {
  if (shown.type === 'done') return { way: 'undo', edit: shown.edit };
  if (shown.type === 'failed') return { way: 'undo', edit: null };
  const { edit, way, problem } = shown.step;
  if (problem !== null) return { way, edit: null };
  return way === 'redo' ? { way: 'undo', edit } : { way: 'redo', edit: edit.redo ? edit : null };
}
