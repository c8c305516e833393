import type { SheetFormat } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import type { PageJob } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOffer } from '../../shell/commands.tsx';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressView, useDelayed } from '../../ui/progress-view.tsx';
import type { SheetWish } from './sheet-preview.tsx';

interface SheetButtonsProps {
  readonly wish: SheetWish;
  /** Its error is shown by the page, where there is room for it. */
  readonly job: PageJob<'sheet.make'>;
}

export function SheetButtons(props: SheetButtonsProps) {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const { tell } = useShell();
  const { job } = props;
  const late = useDelayed(job.running);
  const make = (format: SheetFormat) => job.run({ ...props.wish, format });
  const save = async (format: SheetFormat) => {
    const sheet = await make(format);
    if (sheet && (await bridge.saveSheet(sheet))) tell(t('day.saved', { name: sheet.fileName }));
  };
  const print = async () => {
    const sheet = await make('html');
    if (sheet) await bridge.printSheet(sheet.body);
  };
  useOffer('print', job.running ? null : () => void print());
  if (late) return <ProgressView progress={job.progress} onCancel={job.cancel} />;
  return (
    <>
      <span className="group">
        <Button disabled={job.running} onClick={() => void save('csv')}>
          {t('day.csv')}
        </Button>
        <Button disabled={job.running} onClick={() => void save('xlsx')}>
          {t('sheets.xlsx')}
        </Button>
        <Button icon="save" disabled={job.running} onClick={() => void save('pdf')}>
          {t('day.pdf')}
        </Button>
      </span>
      <Button look="primary" icon="print" disabled={job.running} onClick={() => void print()}>
        {t('day.print')}
      </Button>
    </>
  );
}
