import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../electron/api/contract.ts';
import type { PurchaseOrderKey } from '../../../electron/api/records.ts';
import { useCall } from '../../bridge/use-api.ts';
import { useShell } from '../../shell/shell-context.tsx';

/** Keeps orders as sent; what was kept is said, and can be taken back. */
export function useSend(): (input: Input<'orders.send'>, words: string) => Promise<void> {
  const call = useCall();
  const { notifyUndoable, tell, failed } = useShell();
  return useCallback(
    async (input, words) => {
      let sent: readonly PurchaseOrderKey[] = [];
      const send = async () => {
        sent = (await call('orders.send', input)).sent;
      };
      try {
        await send();
      } catch (problem) {
        failed(problem);
        return;
      }
      if (sent.length === 0) tell(words);
      else notifyUndoable(words, () => call('orders.recall', { orders: sent }), send);
    },
    [call, notifyUndoable, tell, failed],
  );
}

/** Takes back what was sent last. */
export function useRecall(): (
  orders: readonly PurchaseOrderKey[],
  undo: Input<'orders.send'>,
) => Promise<void> {
  const call = useCall();
  const { t } = useTranslation();
  const { notifyUndoable, failed } = useShell();
  return useCallback(
    async (orders, undo) => {
      const keys = orders.map(({ supplier, date, version }) => ({ supplier, date, version }));
      const recall = () => call('orders.recall', { orders: keys });
      try {
        await recall();
        notifyUndoable(t('orderFile.taken'), () => call('orders.send', undo), recall);
      } catch (problem) {
        failed(problem);
      }
    },
    [call, notifyUndoable, failed, t],
  );
}
