import { useLocation } from 'wouter';
import type { ImportReport } from '../../../electron/api/records.ts';
import type { JobProgress } from '../../bridge/progress-store.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { useDelayed } from '../../ui/progress-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { ImportEquation } from './counts.tsx';
import { askedOf, isBlocking } from './guard-model.ts';
import { countingRows, totalCounts } from './import-counts.ts';
import type { ImportEditor } from './import-flow.ts';
import { useUndoImport } from './imports-list.tsx';

interface PreviewFootProps {
  readonly report: ImportReport;
  /** Values of return sheets that would be kept. */
  readonly returned: number;
  readonly editor: ImportEditor;
  readonly progress: JobProgress | null;
  onConfirm(): void;
  onClose(): void;
}

/** The equation, and the one button that writes. */
export function PreviewFoot({ report, returned, editor, progress, onConfirm, onClose }: PreviewFootProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const late = useDelayed(editor.busy);
  const rows = countingRows(totalCounts(report));
  const waiting = askedOf(report, editor.seen, editor.answers).filter(isBlocking).length;
  return (
    <footer>
      {report.files.some(({ read }) => read > 0) && <ImportEquation files={report.files} />}
      <span className="push" />
      {late && (
        <span className="mute" role="status">
          {t('guard.again')} {progress && format.percent(progress.done)}
        </span>
      )}
      {!late && waiting > 0 && (
        <span className="mute">{t('guard.answerFirst', { count: waiting, n: format.count(waiting) })}</span>
      )}
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button
        look="primary"
        data-confirm=""
        disabled={rows + returned === 0 || editor.busy}
        onClick={onConfirm}
      >
        {rows === 0
          ? returned > 0
            ? t('returns.take', { count: returned, n: format.count(returned) })
            : t(waiting > 0 ? 'guard.import' : 'import.nothing')
          : t('import.importRows', { rows: t('data.rows', { count: rows, n: format.count(rows) }) })}
      </Button>
    </footer>
  );
}

export function DoneFoot(props: { readonly report: ImportReport; onClose(): void }) {
  const { report, onClose } = props;
  const { t } = useTranslation();
  const [, go] = useLocation();
  const undo = useUndoImport();
  const { batch } = report;
  const takeBack = async () => {
    if (batch !== null && (await undo.undo(batch))) onClose();
  };
  return (
    <footer>
      {report.files.length > 0 && <ImportEquation files={report.files} />}
      <span className="push" />
      {undo.error && <ErrorNotice error={undo.error} onClose={undo.reset} />}
      {batch !== null && (
        <Button icon="undo" disabled={undo.running} onClick={() => void takeBack()}>
          {t('import.undo')}
        </Button>
      )}
      <Button
        look="primary"
        data-confirm=""
        onClick={() => {
          onClose();
          go('/week');
        }}
      >
        {t('import.toWeek')}
      </Button>
    </footer>
  );
}
