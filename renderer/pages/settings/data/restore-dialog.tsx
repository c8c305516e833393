import { useId } from 'react';
import type { DataContents, RestorePreview } from '../../../../electron/api/records.ts';
import { useApiQuery } from '../../../bridge/use-api.ts';
import { type Format, useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button } from '../../../ui/button.tsx';
import { DialogView } from '../../../ui/dialog.tsx';
import { ProgressView, useDelayed } from '../../../ui/progress-view.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { type BackupWork, type Chosen, useRestore } from './use-backups.ts';

interface RestoreDialogProps {
  readonly source: Chosen;
  readonly work: BackupWork;
}

/** Says what a restore changes before it is done. */
export function RestoreDialog({ source, work }: RestoreDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = useId();
  const preview = useApiQuery('backups.inspect', source.input);
  const job = useRestore();
  const late = useDelayed(job.running);
  const close = () => work.choose(null);
  const restore = async () => {
    if (await job.restore(source)) close();
  };
  const { name, backup } = source;
  const question = backup
    ? t('backups.askOf', { when: format.moment(backup.at) })
    : t('backups.askFile', { name });
  return (
    <DialogView open shape="box" labelledBy={title} dismissable={!job.running} onClose={close}>
      <h2 id={title}>{question}</h2>
      {preview.error ? (
        <ErrorNotice error={preview.error} />
      ) : (
        <QueryView query={preview}>{(data) => <Comparison preview={data} />}</QueryView>
      )}
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      {late && <ProgressView progress={job.progress} onCancel={job.cancel} />}
      <footer>
        <Button disabled={job.running} onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" disabled={!preview.data || job.running} onClick={() => void restore()}>
          {t('backups.restoreNow')}
        </Button>
      </footer>
    </DialogView>
  );
}

/** What there is against what would be there. */
function Comparison({ preview }: { readonly preview: RestorePreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = ['sites', 'siteDays', 'menuDays', 'imports', 'lastDay'] as const;
  return (
    <>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t('backups.what')}</span>
            </th>
            <th scope="col" className="r">
              {t('backups.now')}
            </th>
            <th scope="col" className="r">
              {t('backups.inBackup')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`backups.rows.${row}`)}</th>
              <td className="r num">{cell(preview.now, row, format)}</td>
              <td className="r num">{cell(preview.file, row, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="after">{t(preview.now ? 'backups.keptFirst' : 'backups.unreadable')}</p>
    </>
  );
}

function cell(contents: DataContents | null, row: keyof DataContents, format: Format): string {
  const value = contents?.[row] ?? null;
  if (value === null) return '–';
  return typeof value === 'number' ? format.count(value) : format.date(value);
}
