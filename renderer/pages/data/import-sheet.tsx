import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ImportFileReport, ImportReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import type { ImportRequest } from '../../shell/shell-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { DialogView } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ProgressView } from '../../ui/progress-view.tsx';
import { ErrorNotice, ErrorView } from '../../ui/states.tsx';
import { ImportCountsView } from './counts.tsx';
import type { MappingEditor } from './file-reading.ts';
import { FileReport } from './file-report.tsx';
import { FileTable } from './file-table.tsx';
import { fileToLookAt, totalCounts, writtenRows } from './import-counts.ts';
import { type ImportStep, useImportFlow } from './import-flow.ts';
import { useUndoImport } from './imports-list.tsx';
import { NewQuestions } from './new-questions.tsx';

interface ImportSheetProps {
  readonly source: ImportRequest;
  onClose(): void;
}

/** From files to stored rows: what was recognised, what is wrong, then one button. */
export function ImportSheet({ source, onClose }: ImportSheetProps) {
  const { state, job, confirm, editor } = useImportFlow(source, onClose);
  const close = () => {
    job.cancel();
    onClose();
  };
  return (
    <DialogView open shape="sheet" labelledBy="import-title" dismissable={!job.running} onClose={close}>
      <SheetHead state={state} onClose={close} />
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
        <Report report={state.report} editor={state.step === 'preview' ? editor : null} />
      )}
      {state.step === 'preview' && (
        <PreviewFoot
          report={state.report}
          busy={editor.busy}
          onConfirm={() => void confirm()}
          onClose={close}
        />
      )}
      {state.step === 'done' && <DoneFoot report={state.report} onClose={onClose} />}
    </DialogView>
  );
}

function SheetHead(props: { readonly state: ImportStep; onClose(): void }) {
  const { state } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const report = state.step === 'preview' || state.step === 'done' ? state.report : null;
  const only = report?.files.length === 1 ? report.files[0] : undefined;
  const counts = report ? totalCounts(report) : null;
  const rows = counts ? t('data.rows', { count: counts.read, n: format.count(counts.read) }) : null;
  return (
    <header>
      <Icon name="file" />
      <div>
        <h2 id="import-title">{only?.file ?? t(TITLES[state.step])}</h2>
        {only && <RowsAndDates file={only} />}
        {!only && report && (
          <p className="num">
            {t('import.files', { count: report.files.length, n: format.count(report.files.length) })}, {rows}
          </p>
        )}
      </div>
      <span className="push" />
      {only && <Recognised file={only} />}
      <IconButton look="ghost" icon="close" label={t('common.close')} onClick={props.onClose} />
    </header>
  );
}

const TITLES = {
  choosing: 'import.preview',
  reading: 'import.preview',
  preview: 'import.preview',
  importing: 'import.working',
  done: 'import.done',
  failed: 'import.failed',
} as const;

function RowsAndDates(props: { readonly file: ImportFileReport }) {
  const { file } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const rows = t('data.rows', { count: file.read, n: format.count(file.read) });
  const { firstDay, lastDay } = file;
  return (
    <p className="num">
      {firstDay && lastDay
        ? t('import.rowsFromTo', { rows, from: format.date(firstDay), to: format.date(lastDay) })
        : rows}
    </p>
  );
}

function Recognised(props: { readonly file: ImportFileReport }) {
  const { t } = useTranslation();
  const { file } = props;
  const { kind } = file;
  if (!kind) {
    return (
      <span className="tag bad">
        <Icon name="refused" small />
        {t('import.notRecognised')}
      </span>
    );
  }
  if (file.read === 0 && file.reading?.sure === false) {
    return (
      <span className="tag warn">
        <Icon name="warning" small />
        {t('reading.incomplete', { kind: t(`fileKind.${kind}`) })}
      </span>
    );
  }
  return (
    <span className="tag good">
      <Icon name="done" small />
      {t('import.recognised', { kind: t(`fileKind.${kind}`) })}
    </span>
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
  /** `null` after the import: nothing can be changed any more. */
  readonly editor: MappingEditor | null;
}

function Report({ report, editor }: ReportProps) {
  const done = editor === null;
  const [index, setIndex] = useState(() => fileToLookAt(report.files));
  const file = report.files[index] ?? report.files[0];
  return (
    <div className="sbody">
      {done && <DoneLine report={report} />}
      {done && <NewQuestions />}
      {report.files.length > 1 && <FileTable files={report.files} current={index} onChoose={setIndex} />}
      {file && <FileReport key={index} file={file} named={report.files.length > 1} editor={editor} />}
    </div>
  );
}

function DoneLine(props: { readonly report: ImportReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const written = writtenRows(totalCounts(props.report));
  return (
    <p className="tag good" role="status">
      <Icon name="done" small />
      {written === 0
        ? t('import.nothingHint')
        : t('import.doneHint', { rows: t('data.rows', { count: written, n: format.count(written) }) })}
    </p>
  );
}

interface PreviewFootProps {
  readonly report: ImportReport;
  readonly busy: boolean;
  onConfirm(): void;
  onClose(): void;
}

function PreviewFoot({ report, busy, onConfirm, onClose }: PreviewFootProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const counts = totalCounts(report);
  const rows = writtenRows(counts);
  return (
    <footer>
      <ImportCountsView counts={counts} />
      <span className="push" />
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button look="primary" disabled={rows === 0 || busy} onClick={onConfirm}>
        {rows === 0
          ? t('import.nothing')
          : t('import.importRows', { rows: t('data.rows', { count: rows, n: format.count(rows) }) })}
      </Button>
    </footer>
  );
}

function DoneFoot(props: { readonly report: ImportReport; onClose(): void }) {
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
      <ImportCountsView counts={totalCounts(report)} />
      <span className="push" />
      {undo.error && <ErrorNotice error={undo.error} onClose={undo.reset} />}
      {batch !== null && (
        <Button icon="undo" disabled={undo.running} onClick={() => void takeBack()}>
          {t('import.undo')}
        </Button>
      )}
      <Button
        look="primary"
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
