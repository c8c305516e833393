import { useState } from 'react';
import type { IsoDate, OrderFileKind, SheetFormat } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ReturnSheetButton } from '../../shell/return-sheet-button.tsx';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DialogView } from '../../ui/dialog.tsx';
import { ProgressView, useDelayed } from '../../ui/progress-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { ReturnedOrders } from './returned-orders.tsx';
import { PurchaseOrders } from './sent-orders.tsx';
import { useSend } from './use-send.ts';

const KINDS: readonly OrderFileKind[] = ['supplier', 'kitchen', 'delivery'];
const FORMATS = ['xlsx', 'csv', 'pdf'] as const;

interface OrderFileProps {
  readonly from: IsoDate;
  readonly to: IsoDate;
  onClose(): void;
}

/** The week's order as a file, and the comparison of one that a supplier sent back. */
export function OrderFileDialog({ from, to, onClose }: OrderFileProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [kind, setKind] = useState<OrderFileKind>('supplier');
  const [fileFormat, setFileFormat] = useState<(typeof FORMATS)[number]>('xlsx');
  const [sends, setSends] = useState(false);
  const files = useOrderFiles({ kind, from, to }, kind === 'supplier' && sends, onClose);
  // Not `disabled`: the focus would be lost while a file is made.
  const whileIdle = (work: () => Promise<void>) =>
    files.job.running ? { 'aria-disabled': true } : { onClick: () => void work() };
  return (
    <DialogView open shape="box" labelledBy="order-file-title" onClose={onClose}>
      <h2 id="order-file-title">
        {t('orderFile.title')} <span className="mute">{format.range(from, to)}</span>
      </h2>
      <p>{t('orderFile.hint')}</p>
      <div className="form order-file">
        <span className="label">{t('orderFile.kind')}</span>
        <Choice
          label={t('orderFile.kind')}
          options={KINDS.map((id) => ({ id, label: t(`orderFile.${id}`) }))}
          value={kind}
          onChange={(id) => setKind(id)}
        />
        <p className="mute">{t(`orderFile.${kind}Hint`)}</p>
        <span className="label">{t('orderFile.format')}</span>
        <Choice
          label={t('orderFile.format')}
          options={FORMATS.map((id) => ({ id, label: id.toUpperCase() }))}
          value={fileFormat}
          onChange={(id) => setFileFormat(id)}
        />
        {kind === 'supplier' && (
          <label className="tick">
            <input
              type="checkbox"
              // biome-ignore lint/a11y/noAutofocus: the one thing to decide in a dialog that was asked for; Enter exports.
              autoFocus
              checked={sends}
              onChange={(event) => setSends(event.target.checked)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !files.job.running) void files.save(fileFormat);
              }}
            />
            <span>
              {t('orderFile.sends')} <span className="mute">{t('orderFile.sendsHint')}</span>
            </span>
          </label>
        )}
      </div>
      {files.job.error && <ErrorNotice error={files.job.error} onClose={files.job.reset} />}
      {kind === 'supplier' && (
        <>
          <PurchaseOrders from={from} to={to} />
          <ReturnedOrders />
        </>
      )}
      <footer>
        {files.late && <ProgressView progress={files.job.progress} onCancel={files.job.cancel} />}
        <ReturnSheetButton from={from} to={to} siteId={null} />
        <Button onClick={onClose}>{t('common.close')}</Button>
        <Button icon="print" {...whileIdle(files.print)}>
          {t('orderFile.print')}
        </Button>
        <Button look="primary" icon="save" {...whileIdle(() => files.save(fileFormat))}>
          {t('orderFile.save', { format: fileFormat.toUpperCase() })}
        </Button>
      </footer>
    </DialogView>
  );
}

interface Wish {
  readonly kind: OrderFileKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

function useOrderFiles(wish: Wish, sends: boolean, onSaved: () => void) {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const { tell } = useShell();
  const job = useJob('orders.export');
  const late = useDelayed(job.running);
  const send = useSend();
  const { from, to } = wish;
  const said = (words: string) => (sends ? send({ from, to }, words) : tell(words));
  const save = async (format: SheetFormat) => {
    const file = await job.run({ ...wish, format });
    if (!file || !(await bridge.saveSheet(file))) return;
    const { fileName: name } = file;
    await said(sends ? t('orderFile.savedSent', { name }) : t('orderFile.saved', { name }));
    onSaved();
  };
  const print = async () => {
    const file = await job.run({ ...wish, format: 'html' });
    if (!file) return;
    await bridge.printSheet(file.body);
    if (sends) await said(t('orderFile.printedSent'));
  };
  return { job, late, save, print };
}
