import { useBridge } from '../bridge/bridge-context.tsx';
import { useJob } from '../bridge/use-api.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/states.tsx';
import { useShell } from './shell-context.tsx';

/** Saves the workbook to fill in, for whoever has no file that can be read. */
export function ModelWorkbookButton() {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const { tell } = useShell();
  const job = useJob('data.model');
  const save = async () => {
    const file = await job.run({});
    if (file && (await bridge.saveSheet(file))) tell(t('modelWorkbook.saved', { name: file.fileName }));
  };
  return (
    <>
      <Button icon="file" disabled={job.running} onClick={() => void save()}>
        {t('modelWorkbook.save')}
      </Button>
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
    </>
  );
}
