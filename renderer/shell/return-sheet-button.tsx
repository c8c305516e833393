import type { IsoDate } from '../../electron/api/records.ts';
import { useBridge } from '../bridge/bridge-context.tsx';
import { useJob } from '../bridge/use-api.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/states.tsx';
import { useShell } from './shell-context.tsx';

interface ReturnSheetButtonProps {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** `null`: of all sites, an archive of workbooks. */
  readonly siteId: number | null;
}

/** The workbook that a school fills in and sends back. */
export function ReturnSheetButton({ from, to, siteId }: ReturnSheetButtonProps) {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const { tell } = useShell();
  const job = useJob('returns.make');
  const save = async () => {
    const file = await job.run({ from, to, ...(siteId === null ? {} : { siteId }) });
    if (file && (await bridge.saveSheet(file))) tell(t('returns.saved', { name: file.fileName }));
  };
  return (
    <>
      <Button icon="save" disabled={job.running} title={t('returns.hint')} onClick={() => void save()}>
        {t(siteId === null ? 'returns.sheets' : 'returns.sheet')}
      </Button>
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
    </>
  );
}
