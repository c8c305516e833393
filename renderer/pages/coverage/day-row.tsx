import { type ReactNode, useId } from 'react';
import type { ClosureKind, CoverageDay } from '../../../electron/api/records.ts';
import { weekdayOf } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAppState } from '../../shell/use-settings.ts';
import type { DinerColumn } from './block-columns.ts';
import { dinersOf, keptOf } from './count-columns.ts';
import { CountField } from './count-field.tsx';
import type { DayColumn } from './day-column.ts';
import { EntryNote, useDayWords } from './entry-note.tsx';
import { DayCell } from './mark-day.tsx';
import type { Entries, EntryDraft } from './use-entries.ts';

interface DayRowProps {
  readonly siteId: number;
  readonly day: CoverageDay;
  readonly row: number;
  readonly counts: readonly DinerColumn[];
  readonly byClass: boolean;
  readonly columns: readonly DayColumn[];
  readonly actions: Entries;
  /** What the page says of the day; `null`: nothing. */
  readonly words: ReactNode;
  headCountOf(day: CoverageDay, column: DinerColumn): number | null;
  draftOf(column: DinerColumn): EntryDraft | undefined;
  onMark(kind: ClosureKind): void;
}

/** One day: its cell, a field for each count, what the page adds, and what is to be said of it. */
export function DayRow(props: DayRowProps) {
  const { siteId, day, row, counts, byClass, columns, draftOf, actions, headCountOf, words, onMark } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const noteId = useId();
  const open = counts.find((column) => draftOf(column)?.answer);
  const draft = open && draftOf(open);
  const { data } = useAppState();
  const waits = day.closed === null && day.date <= (data?.today ?? '');
  return (
    <tr
      className={day.expected || day.served !== null ? '' : 'mute'}
      data-off={waits ? undefined : ''}
      data-week={weekdayOf(day.date) === 1 ? '' : undefined}
    >
      <th scope="row">
        <DayCell day={day} place={`${row}-0`} onMark={onMark} />
      </th>
      {counts.map((column, i) => (
        <td key={column}>
          <CountField
            of={{ siteId, date: day.date, ...dinersOf(column) }}
            kept={keptOf(day, column)}
            typed={column === 'all' ? day.typed : keptOf(day, column) !== null}
            draft={draftOf(column)}
            label={t(`coverage.fields.${column}`, { day: format.day(day.date) })}
            noteId={noteId}
            place={`${row}-${i + 1}`}
            headCount={headCountOf(day, column)}
            actions={actions}
          />
        </td>
      ))}
      {byClass && <td>{day.served !== null && format.count(day.served)}</td>}
      {columns.map(({ id, cell }, i) => (
        <td key={id}>{cell(day, `${row}-${counts.length + 1 + i}`)}</td>
      ))}
      <td>
        {open && draft ? (
          <EntryNote
            id={noteId}
            draft={draft}
            onSure={() =>
              actions.enter([{ siteId, date: day.date, ...dinersOf(open), text: draft.text }], true)
            }
          />
        ) : (
          (words ?? <DayStateWord day={day} byClass={byClass} />)
        )}
      </td>
    </tr>
  );
}

function DayStateWord({ day, byClass }: { readonly day: CoverageDay; readonly byClass: boolean }) {
  const { t } = useTranslation();
  const { data } = useAppState();
  const words = useDayWords(data?.today ?? '')(day);
  if (day.file !== null) return <span className="tag own">{words}</span>;
  const isPart = byClass && (day.byClass.M === undefined) !== (day.byClass.E === undefined);
  if (isPart && day.served === null) return <span className="tag warn">{t('coverage.states.part')}</span>;
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
