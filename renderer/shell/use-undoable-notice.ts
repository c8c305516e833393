import { useCallback } from 'react';
import { useCall } from '../bridge/use-api.ts';
import type { Way } from './edit-stack.ts';
import { useShell } from './shell-context.tsx';

/** Says what a person did, and keeps how to take it back and do it again to the letter. */
export function useUndoableNotice(): (words: string, edits: readonly number[]) => void {
  const { notifyUndoable, tell } = useShell();
  const call = useCall();
  return useCallback(
    (words, edits) => {
      const step = (way: Way) => () => call('edits.step', { edits, way });
      if (edits.length > 0) notifyUndoable(words, step('undo'), step('redo'));
      else tell(words);
    },
    [notifyUndoable, tell, call],
  );
}
