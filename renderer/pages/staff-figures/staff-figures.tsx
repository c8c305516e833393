import { type ClipboardEvent, type RefObject, useRef, useState } from 'react';
import type { IsoDate, StaffFigureRow, StaffFigureWeek } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { readCount } from '../../format/typed-value.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { fieldPlaceOf, useFieldKeys } from '../coverage/field-keys.ts';
import { readBlock } from '../coverage/paste.ts';
import type { PlacedSites } from '../coverage/paste-sites.ts';
import { datesOfWeek, placeWeek } from './paste-week.ts';

interface StaffFiguresProps {
  readonly week: StaffFigureWeek;
}

const placeOf = (siteId: number, date: IsoDate) => `${siteId} ${date}`;

/** A week for which the staff write what they would order, before anything of ours is shown. */
export function StaffFigures({ week }: StaffFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { drafts, change, keep, enter, error, reset } = useFigures();
  const [problem, setProblem] = useState<PlacedSites['problem']>(null);
  const show = useJob('staffFigures.show');
  const body = useRef<HTMLTableSectionElement>(null);
  const days = week.sites.flatMap((site) => site.days);
  const onPaste = (event: ClipboardEvent) => {
    const block = readBlock(event.clipboardData.getData('text'));
    const place = fieldPlaceOf(event.target);
    if (!place || (block.length === 1 && block[0]?.length === 1)) return;
    event.preventDefault();
    const placed = placeWeek(block, week, place);
    setProblem(placed.problem);
    if (placed.entries.length > 0) void enter(placed.entries);
  };
  const typed = days.filter(({ quantity }) => quantity !== null).length;
  return (
    <>
      <div className="bar staff-bar">
        <h2>{t('staffFigures.title')}</h2>
        <span className="soft">{t('staffFigures.lead')}</span>
        <span className="push" />
        <span role="status">
          {t('staffFigures.typed', { n: format.count(typed), all: format.count(days.length) })}
        </span>
        <Button look="primary" disabled={show.running} onClick={() => void show.run({ monday: week.monday })}>
          {t('staffFigures.show')}
        </Button>
      </div>
      {error && <ErrorNotice error={error} onClose={reset} />}
      {show.error && <ErrorNotice error={show.error} onClose={show.reset} />}
      <p role="status" className="wrong staff-pasted">
        {problem && t(`staffFigures.paste.${problem}`)}
      </p>
      <FigureTable
        week={week}
        drafts={drafts}
        body={body}
        onChange={change}
        onKeep={keep}
        onPaste={onPaste}
      />
    </>
  );
}

/** Figures as they are typed, each kept when one leaves its field. */
function useFigures() {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const { edit, error, reset } = useJob('staffFigures.save');
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const put = (place: string, text: string | null) =>
    setDrafts((before) => {
      const next = new Map(before);
      if (text === null) next.delete(place);
      else next.set(place, text);
      return next;
    });
  /** It is kept; typed on meanwhile, that is another figure. */
  const settle = (place: string, text: string) =>
    setDrafts((before) => {
      if (before.get(place) !== text) return before;
      const next = new Map(before);
      next.delete(place);
      return next;
    });
  const change = (row: StaffFigureRow, date: IsoDate, text: string) => put(placeOf(row.siteId, date), text);
  const keep = async (row: StaffFigureRow, date: IsoDate, kept: number | null) => {
    const { siteId, site } = row;
    const place = placeOf(siteId, date);
    const text = drafts.get(place);
    if (text === undefined) return;
    const read = readCount(text);
    if (read.type === 'wrong') return;
    if (read.value === kept) return put(place, null);
    const done = await edit({ figures: [{ siteId, date, quantity: read.value }] });
    if (!done) return;
    notifyUndoable(t('staffFigures.saved', { site, day: format.day(date) }), done.edits);
    settle(place, text);
  };
  /** Keeps what was pasted, in one step for undo; what is no figure stays in its field as it was pasted. */
  const enter = async (entries: PlacedSites['entries']) => {
    const read = entries.map((entry) => ({ ...entry, figure: readCount(entry.text) }));
    for (const { siteId, date, text } of read) put(placeOf(siteId, date), text);
    const figures = read.flatMap(({ siteId, date, figure }) =>
      figure.type === 'value' ? [{ siteId, date, quantity: figure.value }] : [],
    );
    if (figures.length === 0) return;
    const done = await edit({ figures });
    if (!done) return;
    const words = { count: figures.length, n: format.count(figures.length) };
    notifyUndoable(t('staffFigures.pasted', words), done.edits);
    for (const { siteId, date, text, figure } of read) {
      if (figure.type === 'value') settle(placeOf(siteId, date), text);
    }
  };
  return { drafts, change, keep, enter, error, reset };
}

interface TableProps extends StaffFiguresProps {
  readonly drafts: ReadonlyMap<string, string>;
  readonly body: RefObject<HTMLTableSectionElement | null>;
  onChange(row: StaffFigureRow, date: IsoDate, text: string): void;
  onKeep(row: StaffFigureRow, date: IsoDate, kept: number | null): void;
  onPaste(event: ClipboardEvent): void;
}

function FigureTable({ week, drafts, body, onChange, onKeep, onPaste }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const dates = datesOfWeek(week);
  const moves = useFieldKeys((row, column) => {
    const [site, date] = [week.sites[row], dates[column]];
    return site !== undefined && date !== undefined && drafts.has(placeOf(site.siteId, date));
  });
  return (
    <div className="record-wrap staff-figures">
      <table className="list staff-table" aria-label={t('staffFigures.table')}>
        <thead>
          <tr>
            <th scope="col">
              {t('site.count', { count: week.sites.length, n: format.count(week.sites.length) })}
            </th>
            {dates.map((date) => (
              <th key={date} scope="col" className="r">
                {format.dayShort(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={moves} onPaste={onPaste}>
          {week.sites.map((row, index) => (
            <tr key={row.siteId}>
              <th scope="row" title={row.site}>
                {row.site}
              </th>
              {dates.map((date, column) => (
                <td key={date} className="r">
                  <FigureField
                    row={row}
                    date={date}
                    place={`${index}-${column}`}
                    draft={drafts.get(placeOf(row.siteId, date))}
                    onChange={onChange}
                    onKeep={onKeep}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FieldProps extends Pick<TableProps, 'onChange' | 'onKeep'> {
  readonly row: StaffFigureRow;
  readonly date: IsoDate;
  readonly place: string;
  readonly draft: string | undefined;
}

/** A site that is closed on the day has none. */
function FigureField({ row, date, place, draft, onChange, onKeep }: FieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = row.days.find((day) => day.date === date);
  if (!own) return <span className="mute">–</span>;
  const read = draft === undefined ? null : readCount(draft);
  const wrong = read?.type === 'wrong' ? read.problem : null;
  return (
    <>
      <input
        type="text"
        className="field num"
        inputMode="numeric"
        autoComplete="off"
        data-place={place}
        data-state={wrong ? 'refused' : own.quantity === null ? 'open' : 'kept'}
        aria-label={t('staffFigures.field', { site: row.site, day: format.day(date) })}
        aria-invalid={wrong !== null}
        value={draft ?? (own.quantity === null ? '' : String(own.quantity))}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => onKeep(row, date, own.quantity)}
        onChange={(event) => onChange(row, date, event.currentTarget.value)}
      />
      {wrong && (
        <span className="wrong" role="alert">
          {t(`record.problems.${wrong}`)}
        </span>
      )}
    </>
  );
}
