import { useEffect, useState } from 'react';
import type { ImportReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ImportRequest } from '../../shell/shell-context.tsx';
import { DialogView } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ProgressView } from '../../ui/progress-view.tsx';
import { ErrorNotice, ErrorView } from '../../ui/states.tsx';
import { FileReport } from './file-report.tsx';
import { FileTable } from './file-table.tsx';
import { shownFiles } from './guard-model.ts';
import { fileToLookAt, totalCounts, writtenRows } from './import-counts.ts';
import { type ImportEditor, type ImportStep, useImportFlow } from './import-flow.ts';
import { DoneFoot, PreviewFoot } from './import-foot.tsx';
import { ImportHead } from './import-head.tsx';
import { ImportQuestions } from './import-questions.tsx';
import { NewQuestions } from './new-questions.tsx';
import { ReturnSheetsView } from './return-sheets-view.tsx';
import { type ReturnSheets, useReturnSheets } from './use-return-sheets.ts';

interface ImportSheetProps {
  readonly source: ImportRequest;
  onClose(): void;
}

/** From files to stored rows: what is asked, what will be read, then one button. */
export function ImportSheet({ source, onClose }: ImportSheetProps) {
  const { state, job, confirm, editor } = useImportFlow(source, onClose);
  const returns = useReturnSheets(state);
  const keep = async () => {
    // The host lets go of the files once they are imported.
    await returns?.merge();
    await confirm();
  };
  const close = () => {
    job.cancel();
    onClose();
  };
  return (
    <DialogView open shape="sheet" labelledBy="import-title" dismissable={!job.running} onClose={close}>
      <ImportHead state={state} onClose={close} />
      {state.step === 'failed' && <ErrorView error={state.error} />}
      {(state.step === 'choosing' || state.step === 'reading' || state.step === 'importing') && (
        <Working
          state={state}
          progress={job.progress}
          onCancel={state.step === 'importing' ? job.cancel : close}
        />
      )}
      {state.step === 'preview' && job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      {(state.step === 'preview' || state.step === 'done') && (
        <Report report={state.report} returns={returns} editor={state.step === 'preview' ? editor : null} />
      )}
      {state.step === 'preview' && (
        <PreviewFoot
          report={state.report}
          returned={returns?.values ?? 0}
          editor={editor}
          progress={job.progress}
          onConfirm={() => void keep()}
          onClose={close}
        />
      )}
      {state.step === 'done' && <DoneFoot report={state.report} onClose={onClose} />}
    </DialogView>
  );
}

interface WorkingProps {
  readonly state: ImportStep;
  readonly progress: Parameters<typeof ProgressView>[0]['progress'];
  onCancel(): void;
}

function Working({ state, progress, onCancel }: WorkingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const files = state.step === 'reading' || state.step === 'importing' ? state.files.length : 0;
  const label =
    files === 0
      ? t('import.sending')
      : t('import.reading', { files: t('import.files', { count: files, n: format.count(files) }) });
  return (
    <div className="sbody mid">
      <ProgressView progress={progress} label={label} onCancel={onCancel} />
    </div>
  );
}

interface ReportProps {
  readonly report: ImportReport;
  readonly returns: ReturnSheets | null;
  /** `null` after the import: nothing can be changed any more. */
  readonly editor: ImportEditor | null;
}

function Report({ report, returns, editor }: ReportProps) {
  const shown = shownFiles(report);
  const files = shown.map((file) => file.report);
  const [index, setIndex] = useState(() => fileToLookAt(files));
  const file = shown[index] ?? shown[0];
  return (
    <div className="sbody guard">
      {editor && <ImportQuestions report={report} editor={editor} />}
      {returns && <ReturnSheetsView returns={returns} />}
      {!editor && (files.length > 0 || !returns) && <DoneLine report={report} />}
      {!editor && <NewQuestions />}
      {files.length > 1 && <FileTable files={files} current={index} onChoose={setIndex} />}
      {file && (
        <FileReport
          key={index}
          file={file.report}
          aside={file.aside}
          named={files.length > 1}
          editor={editor}
        />
      )}
    </div>
  );
}

/** What happened: a tick only where nothing was refused and nothing waits. */
function DoneLine(props: { readonly report: ImportReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counts = totalCounts(props.report);
  const { refused, asked } = counts;
  const written = writtenRows(counts) - asked;
  const rows = (n: number) => t('data.rows', { count: n, n: format.count(n) });
  const whole = refused === 0 && asked === 0;
  useEffect(() => document.querySelector<HTMLElement>('[data-confirm]')?.focus(), []);
  return (
    <p className={whole ? 'tag good done-line' : 'tag warn done-line'} role="status">
      <Icon name={whole ? 'done' : 'warning'} small />
      <span>
        {[
          written === 0 ? t('import.nothingHint') : t('guard.saved', { count: written, rows: rows(written) }),
          asked > 0 && t('guard.savedWaiting', { count: asked, rows: rows(asked) }),
          refused > 0 && t('guard.savedRefused', { count: refused, rows: rows(refused) }),
        ]
          .filter(Boolean)
          .join(' ')}
      </span>
    </p>
  );
}
