import type { ImportFileReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { shownFiles } from './guard-model.ts';
import { equationOf } from './guard-report.ts';
import type { ImportStep } from './import-flow.ts';

const TITLES = {
  choosing: 'import.preview',
  reading: 'import.preview',
  preview: 'import.preview',
  importing: 'import.working',
  done: 'import.done',
  failed: 'import.failed',
} as const;

/** Which file it is, what it was taken for, and its days. */
export function ImportHead(props: { readonly state: ImportStep; onClose(): void }) {
  const { state } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const report = state.step === 'preview' || state.step === 'done' ? state.report : null;
  const shown = report ? shownFiles(report) : [];
  const only = shown.length === 1 ? shown[0]?.report : undefined;
  const sheets = report?.returnSheets?.length ?? 0;
  const hasFiles = shown.length > 0 || sheets === 0;
  const rows = report ? equationOf(report.files).lines : 0;
  return (
    <header>
      <Icon name="file" />
      <div>
        <h2 id="import-title" title={only?.workbook ?? only?.file}>
          {only?.workbook ?? only?.file ?? t(TITLES[state.step])}
        </h2>
        {only && <FileFacts file={only} />}
        {!only && report && (
          <p className="num">
            {[
              hasFiles && t('import.files', { count: shown.length, n: format.count(shown.length) }),
              hasFiles && t('data.rows', { count: rows, n: format.count(rows) }),
              sheets > 0 && t('returns.count', { count: sheets, n: format.count(sheets) }),
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
        )}
      </div>
      <span className="push" />
      {only && <Recognised file={only} />}
      <IconButton look="ghost" icon="close" label={t('common.close')} onClick={props.onClose} />
    </header>
  );
}

/** « 13 feuilles aux mêmes titres, du 01/09/2025 au 27/11/2026 » */
function FileFacts(props: { readonly file: ImportFileReport }) {
  const { sheets, kind, firstDay, lastDay } = props.file;
  const { t } = useTranslation();
  const format = useFormat();
  const words = { count: sheets.length, n: format.count(sheets.length), sheet: sheets[0] ?? '' };
  const ofSheets =
    sheets.length === 0
      ? null
      : sheets.length === 1
        ? t('guard.oneSheet', words)
        : t(kind === null ? 'guard.sheets' : 'guard.sameSheets', words);
  const { lines } = equationOf([props.file]);
  const rows =
    lines > 0 || (sheets.length === 0 && kind !== null)
      ? t('data.rows', { count: lines, n: format.count(lines) })
      : null;
  const dates =
    firstDay && lastDay
      ? t('guard.fromTo', { from: format.dateNumeric(firstDay), to: format.dateNumeric(lastDay) })
      : null;
  return <p className="num">{[ofSheets, rows, dates].filter(Boolean).join(', ')}</p>;
}

function Recognised({ file }: { readonly file: ImportFileReport }) {
  const { t } = useTranslation();
  const { kind } = file;
  if (!kind) {
    return (
      <span className="tag bad">
        <Icon name="refused" small />
        {t('import.notRecognised')}
      </span>
    );
  }
  const name = t(`fileKind.${kind}`);
  const waits = file.questions.some(({ blocking }) => blocking);
  if (file.read === 0 && !waits && file.reading?.sure === false) {
    return (
      <span className="tag warn">
        <Icon name="warning" small />
        {t('reading.incomplete', { kind: name })}
      </span>
    );
  }
  // No tick above a loss, nor above what is still open.
  const whole = file.refused === 0 && !waits;
  return (
    <span className={whole ? 'tag good' : 'tag'}>
      {whole && <Icon name="done" small />}
      {t('import.recognised', { kind: name })}
    </span>
  );
}
