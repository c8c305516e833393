import { type ClipboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CoverageDay, IsoDate } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useAppState } from '../../shell/use-settings.ts';
import { Icon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { CountField } from './count-field.tsx';
import { EntryNote, useDayWords } from './entry-note.tsx';
import { fieldPlaceOf, useFieldKeys } from './field-keys.ts';
import { type PasteProblem, placeColumn, readBlock } from './paste.ts';
import { type Entries, type EntryDraft, entryKey, useEntries } from './use-entries.ts';

interface DaysProps {
  readonly siteId: number;
  readonly days: readonly CoverageDay[];
  readonly date: IsoDate | null;
}

/** The days of one month of one site, as fields. */
export function Days({ siteId, days, date }: DaysProps) {
  const { t } = useTranslation();
  const { job, ...entries } = useEntries();
  const [problem, setProblem] = useState<PasteProblem | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const draftAt = (row: number) => entries.drafts.get(entryKey(siteId, days[row]?.date ?? ''));
  const onKeyDown = useFieldKeys((row) => draftAt(row) !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the panel opens on that day.
  useEffect(() => {
    const row = days.findIndex((day) => day.date === date);
    body.current?.querySelector<HTMLInputElement>(`input[data-place="${row}-0"]`)?.focus();
  }, [date]);
  const onPaste = (event: ClipboardEvent) => {
    const block = readBlock(event.clipboardData.getData('text'));
    const place = fieldPlaceOf(event.target);
    if (!place || (block.length === 1 && block[0]?.length === 1)) return;
    event.preventDefault();
    const placed = placeColumn(block, days, place.row);
    setProblem(placed.type === 'refused' ? placed.problem : null);
    if (placed.type === 'placed' && placed.values.length > 0) {
      entries.enter(placed.values.map((value) => ({ siteId, ...value })));
    }
  };
  return (
    <div className="days-form">
      <div className="body">
        {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
        <Missing days={days} />
        <p role="status" className="wrong">
          {problem && t(`coverage.paste.${problem}`)}
        </p>
        <table className="past days-of-month">
          <thead>
            <tr>
              <th scope="col">{t('coverage.day')}</th>
              <th scope="col">{t('coverage.staff')}</th>
              <th scope="col">{t('coverage.served')}</th>
              <th scope="col">{t('coverage.state')}</th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown} onPaste={onPaste}>
            {days.map((day, row) => (
              <DayRow
                key={day.date}
                siteId={siteId}
                day={day}
                row={row}
                draft={entries.drafts.get(entryKey(siteId, day.date))}
                actions={entries}
              />
            ))}
          </tbody>
        </table>
      </div>
      <footer className="panel-foot">
        <p className="mute">{t('coverage.keysHint')}</p>
      </footer>
    </div>
  );
}

/** How many days are missing, and what can be done about it. */
function Missing({ days }: Pick<DaysProps, 'days'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { importFiles } = useShell();
  const missing = days.filter(({ expected, served }) => expected && served === null).length;
  if (missing === 0) {
    const any = days.some(({ expected }) => expected);
    return (
      <p className="missing">
        {any && (
          <span className="tag good">
            <Icon name="done" small />
            {t('coverage.complete')}
          </span>
        )}
      </p>
    );
  }
  return (
    <div className="missing">
      <span className="tag warn">
        <Icon name="warning" small />
        {t('coverage.summary', { count: missing, n: format.count(missing) })}
      </span>
      <p>{t('coverage.todo')}</p>
      <div className="row">
        <button type="button" className="link" onClick={() => importFiles({ type: 'dialog' })}>
          {t('coverage.toImport')}
        </button>
        <Link className="link" href="/data/calendars">
          {t('coverage.toClosures')}
        </Link>
      </div>
    </div>
  );
}

interface DayRowProps {
  readonly siteId: number;
  readonly day: CoverageDay;
  readonly row: number;
  readonly draft: EntryDraft | undefined;
  readonly actions: Entries;
}

function DayRow({ siteId, day, row, draft, actions }: DayRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const noteId = useId();
  return (
    <tr className={day.expected || day.served !== null ? '' : 'mute'}>
      <th scope="row">{format.dayShort(day.date)}</th>
      <td>{day.staff === null ? '' : format.count(day.staff)}</td>
      <td>
        <CountField
          siteId={siteId}
          day={day}
          draft={draft}
          label={t('coverage.servedOn', { day: format.day(day.date) })}
          noteId={noteId}
          place={`${row}-0`}
          actions={actions}
        />
      </td>
      <td>
        {draft?.answer ? (
          <EntryNote
            id={noteId}
            draft={draft}
            onSure={() => actions.enter([{ siteId, date: day.date, text: draft.text }], true)}
          />
        ) : (
          <DayStateWord day={day} />
        )}
      </td>
    </tr>
  );
}

function DayStateWord({ day }: { readonly day: CoverageDay }) {
  const { t } = useTranslation();
  const { data } = useAppState();
  const words = useDayWords(data?.today ?? '')(day);
  if (day.file !== null) return <span className="tag own">{words}</span>;
  if (words !== null) {
    return (
      <span className="mute cut" title={words}>
        {words}
      </span>
    );
  }
  if (day.typed) return <span className="tag own">{t('coverage.states.typed')}</span>;
  if (day.served !== null) return <span className="mute">{t('coverage.states.recorded')}</span>;
  return day.expected ? <span className="tag warn">{t('coverage.states.missing')}</span> : null;
}
