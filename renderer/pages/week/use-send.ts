import { useCallback } from 'react';
import type { Input } from '../../../electron/api/contract.ts';
import type { PurchaseOrderKey } from '../../../electron/api/records.ts';
import { useEditCall } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';

/** Keeps orders as sent; what was kept is said, and can be taken back. */
export function useSend(): (input: Input<'orders.send'>, words: string) => Promise<void> {
  const call = useEditCall();
  const { failed } = useShell();
  const notifyUndoable = useUndoableNotice();
  return useCallback(
    async (input, words) => {
      try {
        notifyUndoable(words, (await call('orders.send', input)).edits);
      } catch (problem) {
        failed(problem);
      }
    },
    [call, notifyUndoable, failed],
  );
}

/** Takes back what was sent last. */
export function useRecall(): (orders: readonly PurchaseOrderKey[]) => Promise<void> {
  const call = useEditCall();
  const { t } = useTranslation();
  const { failed } = useShell();
  const notifyUndoable = useUndoableNotice();
  return useCallback(
    async (orders) => {
      const keys = orders.map(({ supplier, date, version }) => ({ supplier, date, version }));
      try {
        notifyUndoable(t('orderFile.taken'), (await call('orders.recall', { orders: keys })).edits);
      } catch (problem) {
        failed(problem);
      }
    },
    [call, notifyUndoable, failed, t],
  );
}
