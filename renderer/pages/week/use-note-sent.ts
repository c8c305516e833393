import { useCallback } from 'react';
import type { PlanRow } from '../../../electron/api/records.ts';
import { useEditCall } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import type { Sending } from './sending-form.tsx';

const periodOf = (rows: readonly PlanRow[]) => {
  const dates = rows.map(({ date }) => date).toSorted();
  return { from: dates[0] ?? '', to: dates.at(-1) ?? '' };
};

/** Notes that orders were sent; `words` say which. */
export function useNoteSent(): (rows: readonly PlanRow[], sending: Sending, words: string) => Promise<void> {
  const call = useEditCall();
  const { failed } = useShell();
  const notifyUndoable = useUndoableNotice();
  return useCallback(
    async (rows, sending, words) => {
      try {
        notifyUndoable(words, (await call('orders.noteSent', { ...periodOf(rows), ...sending })).edits);
      } catch (problem) {
        failed(problem);
      }
    },
    [call, notifyUndoable, failed],
  );
}

/** Takes the note of one order back. */
export function useNoteUnsent(): (row: PlanRow) => Promise<void> {
  const call = useEditCall();
  const { t } = useTranslation();
  const format = useFormat();
  const { failed } = useShell();
  const notifyUndoable = useUndoableNotice();
  return useCallback(
    async ({ siteId, site, date }) => {
      try {
        const { edits } = await call('orders.noteUnsent', { from: date, to: date, siteIds: [siteId] });
        notifyUndoable(t('sending.unsent', { site, day: format.day(date) }), edits);
      } catch (problem) {
        failed(problem);
      }
    },
    [call, notifyUndoable, failed, t, format],
  );
}
