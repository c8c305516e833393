import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate, StaffFigureRow, StaffFigureWeek } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { useFieldKeys } from '../coverage/field-keys.ts';
import { readCount } from '../record/typed-value.ts';

interface StaffFiguresProps {
  readonly week: StaffFigureWeek;
}

const placeOf = (siteId: number, date: IsoDate) => `${siteId} ${date}`;

/** A week for which the staff write what they would order, before anything of ours is shown. */
export function StaffFigures({ week }: StaffFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { drafts, change, keep, error, reset } = useFigures();
  const show = useJob('staffFigures.show');
  const body = useRef<HTMLTableSectionElement>(null);
  const days = week.sites.flatMap((site) => site.days);
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
      <FigureTable week={week} drafts={drafts} body={body} onChange={change} onKeep={keep} />
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
    // Typed on meanwhile: that is another figure.
    setDrafts((before) => {
      if (before.get(place) !== text) return before;
      const next = new Map(before);
      next.delete(place);
      return next;
    });
  };
  return { drafts, change, keep, error, reset };
}

interface TableProps extends StaffFiguresProps {
  readonly drafts: ReadonlyMap<string, string>;
  readonly body: RefObject<HTMLTableSectionElement | null>;
  onChange(row: StaffFigureRow, date: IsoDate, text: string): void;
  onKeep(row: StaffFigureRow, date: IsoDate, kept: number | null): void;
}

function FigureTable({ week, drafts, body, onChange, onKeep }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const dates = [...new Set(week.sites.flatMap(({ days }) => days.map(({ date }) => date)))].toSorted();
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
        <tbody ref={body} onKeyDown={moves}>
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
