import type { ReturnSheetConflict, ReturnSheetReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Select } from '../../ui/select.tsx';
import { AskBox } from './table-ask.tsx';
import type { ReturnSheets } from './use-return-sheets.ts';

/** What the sheets that came back say, box by box: what is asked first, then what cannot be. */
export function ReturnSheetsView({ returns }: { readonly returns: ReturnSheets }) {
  const { t } = useTranslation();
  const { sheets, answer, busy } = returns;
  const open = sheets.flatMap(({ conflicts }) => conflicts).filter((one) => one.answer === null);
  return (
    <section className="returns" aria-busy={busy}>
      <h3>{t('returns.title')}</h3>
      {answer && open.length > 1 && (
        <div className="row">
          <Button disabled={busy} onClick={() => answer('all', 'file')}>
            {t('returns.allFile')}
          </Button>
          <Button disabled={busy} onClick={() => answer('all', 'mine')}>
            {t('returns.allMine')}
          </Button>
        </div>
      )}
      {sheets.map((sheet) => (
        <SheetView key={sheet.file} sheet={sheet} answer={answer} busy={busy} />
      ))}
    </section>
  );
}

interface SheetViewProps {
  readonly sheet: ReturnSheetReport;
  readonly answer: ReturnSheets['answer'];
  readonly busy: boolean;
}

function SheetView({ sheet, answer, busy }: SheetViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { site, date, taken, unchanged, conflicts, question, findings, file } = sheet;
  const counts = [
    t(answer ? 'returns.toTake' : 'returns.taken', { count: taken, n: format.count(taken) }),
    ...(unchanged > 0 ? [t('returns.unchanged', { count: unchanged, n: format.count(unchanged) })] : []),
  ];
  const name = site !== null && date !== null ? `${site}, ${format.day(date)}` : file;
  const refused = findings.some(({ severity }) => severity === 'refused');
  const whole = !refused && question === null && conflicts.every((one) => one.answer !== null);
  return (
    <div className="return-sheet">
      <p className="num" title={file}>
        <Icon name={whole ? 'done' : 'warning'} small />
        <span>
          <b>{name}</b> {counts.join(', ')}
        </span>
      </p>
      {question && answer && (
        <AskBox title={question.question} place={question.cell} why="">
          {question.choices.length <= 3 ? (
            question.choices.map(({ value, label }) => (
              <Button key={value} disabled={busy} onClick={() => answer(question.id, value)}>
                {label}
              </Button>
            ))
          ) : (
            <Select
              label={question.question}
              options={question.choices.map(({ value, label }) => ({ id: value, label }))}
              value=""
              onChange={(value) => answer(question.id, value)}
            />
          )}
        </AskBox>
      )}
      {conflicts.map((conflict) => (
        <ConflictView key={conflict.id} of={name} conflict={conflict} answer={answer} busy={busy} />
      ))}
      {findings.length > 0 && (
        <ul className="findings">
          {findings.map((finding) => (
            <li key={`${finding.cell} ${finding.message}`} className={finding.severity}>
              {finding.cell !== null && <b>{finding.cell}</b>} {finding.message}{' '}
              <span className="mute">{finding.remedy}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ConflictViewProps {
  /** Sheets have boxes of the same name. */
  readonly of: string;
  readonly conflict: ReturnSheetConflict;
  readonly answer: ReturnSheets['answer'];
  readonly busy: boolean;
}

function ConflictView({ of, conflict, answer, busy }: ConflictViewProps) {
  const { t } = useTranslation();
  const { id, what, cell, mine, mineFrom, file } = conflict;
  const choose = (value: 'mine' | 'file') => (
    <Button
      aria-pressed={conflict.answer === value}
      disabled={busy || answer === null}
      onClick={() => answer?.(id, value)}
    >
      {t(`returns.${value}`, { value: value === 'mine' ? mine : file })}
    </Button>
  );
  return (
    <AskBox
      name={`${of}, ${what}`}
      title={what}
      place={cell}
      why={mineFrom === null ? t('returns.differs') : t('returns.differsFrom', { file: mineFrom })}
    >
      {choose('mine')}
      {choose('file')}
    </AskBox>
  );
}
