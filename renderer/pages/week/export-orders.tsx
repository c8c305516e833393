import { lazy, Suspense, useState } from 'react';
import type { IsoDate } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOffer } from '../../shell/commands.tsx';
import { IconButton } from '../../ui/button.tsx';

const OrderFileDialog = lazy(() =>
  import('./order-file-dialog.tsx').then((m) => ({ default: m.OrderFileDialog })),
);

/** Opens the order files of a week: for suppliers, kitchens and drivers, and what suppliers send back. */
export function ExportOrders(props: { readonly from: IsoDate; readonly to: IsoDate }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useOffer('export-orders', () => setOpen(true));
  return (
    <>
      <IconButton look="ghost" icon="save" label={t('orderFile.open')} onClick={() => setOpen(true)} />
      {open && (
        <Suspense>
          <OrderFileDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
