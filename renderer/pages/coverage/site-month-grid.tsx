import { type ClipboardEvent, type FocusEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { CoverageDay, IsoDate, SiteMonth } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ErrorNotice } from '../../ui/states.tsx';
import type { DinerColumn } from './block-columns.ts';
import { countColumns, dinersOf, hasClasses, monthSum } from './count-columns.ts';
import type { DayColumn } from './day-column.ts';
import { DayRow } from './day-row.tsx';
import { fieldPlaceOf, useFieldKeys } from './field-keys.ts';
import { dayOn, MarkBar } from './mark-day.tsx';
import { Missing } from './missing-days.tsx';
import { type PasteProblem, placeBlock, readBlock } from './paste.ts';
import { entryKey, useEntries } from './use-entries.ts';
import { useMarks } from './use-marks.ts';

interface SiteMonthGridProps extends DayParts {
  readonly month: SiteMonth;
  /** A day whose first field takes the focus. */
  readonly date?: IsoDate | null;
  /** The day in which one is. */
  onDay?(date: IsoDate): void;
}

/** What a page adds to the days. */
export interface DayParts {
  readonly columns?: readonly DayColumn[];
  /** What `=` stands for in a field of a day; `null`: nothing. */
  headCountOf?(day: CoverageDay, column: DinerColumn): number | null;
  /** What is to be said of a day; `null`: what the month itself says. */
  wordsOf?(day: CoverageDay): ReactNode;
}

const noColumns: readonly DayColumn[] = [];
const nothing = () => null;

/**
 * The days of one month of one site: children and adults typed, pasted from a spreadsheet with all its columns, and
 * corrected in place; strikes, outings and closures marked on the day. Fields keep what is typed when one leaves them.
 */
export function SiteMonthGrid(props: SiteMonthGridProps) {
  const { month, date = null, columns = noColumns, headCountOf = nothing, wordsOf = nothing, onDay } = props;
  const { t } = useTranslation();
  const { siteId, siteKind, days } = month;
  const { job, ...entries } = useEntries();
  const marks = useMarks(siteId);
  const [asked, setByClass] = useState<boolean | null>(null);
  const byClass = hasClasses(siteKind) && (asked ?? month.countsByClass);
  const counts = countColumns(byClass);
  const [problem, setProblem] = useState<PasteProblem | null>(null);
  const [active, setActive] = useState<IsoDate | null>(date);
  const body = useRef<HTMLTableSectionElement>(null);
  // Whoever goes on to another day stays in the column.
  const column = useRef(1);
  const draftOf = (day: IsoDate, column: DinerColumn) =>
    entries.drafts.get(entryKey({ siteId, date: day, ...dinersOf(column) }));
  const onKeyDown = useFieldKeys((row, column) => {
    const [day, count] = [days[row], counts[column - 1]];
    return day !== undefined && count !== undefined && draftOf(day.date, count) !== undefined;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the month opens on that day.
  useEffect(() => {
    const row = days.findIndex((day) => day.date === date);
    body.current?.querySelector<HTMLElement>(`[data-place="${row}-${column.current}"]`)?.focus();
  }, [date]);
  const onPaste = (event: ClipboardEvent) => {
    const block = readBlock(event.clipboardData.getData('text'));
    const place = fieldPlaceOf(event.target);
    if (!place || place.column > counts.length || (block.length === 1 && block[0]?.length === 1)) return;
    event.preventDefault();
    const from = counts.slice(Math.max(0, place.column - 1));
    const placed = placeBlock(block, days, { row: place.row, columns: from });
    setProblem(placed.type === 'refused' ? placed.problem : null);
    if (placed.type === 'refused' || placed.values.length === 0) return;
    if (placed.values.some(({ diners }) => diners === 'M' || diners === 'E')) setByClass(true);
    entries.enter(placed.values.map((value) => ({ siteId, ...value })));
  };
  const onFocus = (event: FocusEvent) => {
    const place = fieldPlaceOf(event.target);
    const day = days[place?.row ?? -1];
    if (!place || !day) return;
    column.current = place.column;
    setActive(day.date);
    onDay?.(day.date);
  };
  return (
    <div className="days-form">
      <div className="body">
        {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
        {marks.error && <ErrorNotice error={marks.error} onClose={marks.reset} />}
        <Missing days={days} />
        {hasClasses(siteKind) && (
          <label className="tick">
            <input type="checkbox" checked={byClass} onChange={(event) => setByClass(event.target.checked)} />
            {t('coverage.byClass')}
          </label>
        )}
        <p role="status" className="wrong">
          {problem && t(`coverage.paste.${problem}`)}
        </p>
        <table className="past days-of-month">
          <Head counts={counts} byClass={byClass} columns={columns} />
          <tbody ref={body} onKeyDown={onKeyDown} onPaste={onPaste} onFocus={onFocus}>
            {days.map((day, row) => (
              <DayRow
                key={day.date}
                siteId={siteId}
                day={day}
                row={row}
                counts={counts}
                byClass={byClass}
                columns={columns}
                draftOf={(column) => draftOf(day.date, column)}
                actions={entries}
                headCountOf={headCountOf}
                words={wordsOf(day)}
                onMark={(kind) => marks.toggle(day, kind)}
              />
            ))}
          </tbody>
          <Foot month={month} counts={counts} byClass={byClass} columns={columns} />
        </table>
      </div>
      <footer className="panel-foot">
        <MarkBar day={dayOn(days, active)} onMark={marks.toggle} />
        <p className="mute">{t('coverage.keysHint')}</p>
      </footer>
    </div>
  );
}

interface PartProps {
  readonly counts: readonly DinerColumn[];
  readonly byClass: boolean;
  readonly columns: readonly DayColumn[];
}

function Head({ counts, byClass, columns }: PartProps) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('coverage.day')}</th>
        {counts.map((column) => (
          <th key={column} scope="col">
            {t(`coverage.columns.${column}`)}
          </th>
        ))}
        {byClass && <th scope="col">{t('coverage.columns.sum')}</th>}
        {columns.map(({ id, title }) => (
          <th key={id} scope="col">
            {title}
          </th>
        ))}
        <th scope="col">{t('coverage.state')}</th>
      </tr>
    </thead>
  );
}

/** Below the days: how many have a count, and the sums. */
function Foot({ month, counts, byClass, columns }: PartProps & { readonly month: SiteMonth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const all = monthSum(month, 'all');
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('coverage.days', { count: all.days, n: format.count(all.days) })}</th>
        {counts.map((column) => {
          const { days, sum } = monthSum(month, column);
          return <td key={column}>{days > 0 && format.count(sum)}</td>;
        })}
        {byClass && <td>{all.days > 0 && format.count(all.sum)}</td>}
        {columns.map(({ id, foot }) => (
          <td key={id}>{foot}</td>
        ))}
        <td />
      </tr>
    </tfoot>
  );
}
