import type { Input } from '../../../../electron/api/contract.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { useJob } from '../../../bridge/use-api.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useShell } from '../../../shell/shell-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';

const FORMATS = ['xlsx', 'csv'] as const;

/** Writes a list as a file that can be changed in a spreadsheet and imported again. */
export function ExportList({ kind }: Pick<Input<'catalogue.export'>, 'kind'>) {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const { tell } = useShell();
  const job = useJob('catalogue.export');
  const save = async (format: (typeof FORMATS)[number]) => {
    const file = await job.run({ kind, format });
    if (file && (await bridge.saveSheet(file))) tell(t('provision.exported', { name: file.fileName }));
  };
  return (
    <>
      {FORMATS.map((format) => (
        <Button key={format} icon="file" disabled={job.running} onClick={() => void save(format)}>
          {t(`provision.export.${format}`)}
        </Button>
      ))}
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
    </>
  );
}
