import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../electron/api/contract.ts';
import type { SupplierOrderKey } from '../../../electron/api/records.ts';
import { useCall } from '../../bridge/use-api.ts';
import { useShell } from '../../shell/shell-context.tsx';

/** Keeps orders as sent; what was kept is said, and can be taken back. */
export function useSend(): (input: Input<'orders.send'>, words: string) => Promise<void> {
  const call = useCall();
  const { did, tell, failed } = useShell();
  return useCallback(
    async (input, words) => {
      let sent: readonly SupplierOrderKey[] = [];
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
      else did(words, () => call('orders.unsend', { orders: sent }), send);
    },
    [call, did, tell, failed],
  );
}

/** Takes back what was sent last. */
export function useUnsend(): (
  orders: readonly SupplierOrderKey[],
  undo: Input<'orders.send'>,
) => Promise<void> {
  const call = useCall();
  const { t } = useTranslation();
  const { did, failed } = useShell();
  return useCallback(
    async (orders, undo) => {
      const keys = orders.map(({ supplier, date, version }) => ({ supplier, date, version }));
      const unsend = () => call('orders.unsend', { orders: keys });
      try {
        await unsend();
        did(t('orderFile.taken'), () => call('orders.send', undo), unsend);
      } catch (problem) {
        failed(problem);
      }
    },
    [call, did, failed, t],
  );
}
