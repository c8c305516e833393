import { useCallback } from 'react';
import { useCall } from '../bridge/use-api.ts';
import type { Way } from './edit-stack.ts';
import type { NoticeOptions } from './notices.ts';
import { useShell } from './shell-context.tsx';

export type UndoableNotice = (words: string, edits: readonly number[], options?: NoticeOptions) => void;

/** Says what a person did, and keeps how to take it back and do it again to the letter. */
export function useUndoableNotice(): UndoableNotice {
  const { notifyUndoable, tell, tellWithFocus } = useShell();
  const call = useCall();
  return useCallback(
    (words, edits, options = {}) => {
      const step = (way: Way) => () => call('edits.step', { edits, way });
      if (edits.length > 0) notifyUndoable(words, step('undo'), step('redo'), options);
      else if (options.takesFocus) tellWithFocus(words);
      else tell(words);
    },
    [notifyUndoable, tell, tellWithFocus, call],
  );
}
