import { useId, useState } from 'react';
import type { IsoDate, ServiceWeek, SiteServiceWeek } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { parseDate } from '../../format/parse-date.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAppState } from '../../shell/use-settings.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { IconButton } from '../../ui/button.tsx';

/** The weekdays on which a site serves in weeks of school, stated from a date on; at least one. */
export function SiteWeek({ siteId }: { readonly siteId: number }) {
  const { data } = useApiQuery('sites.serviceWeek', { siteId });
  const { data: state } = useAppState();
  return data && state ? <Weekdays week={data} today={state.today} /> : null;
}

/** 4 January 2021 was a Monday. */
const aWeek = [4, 5, 6, 7, 8, 9, 10].map((day) => `2021-01-${String(day).padStart(2, '0')}`);

interface WeekProps {
  readonly week: SiteServiceWeek;
  readonly today: IsoDate;
}

/** The week that holds on a date: the last one stated until then, else that in force. */
const weekAt = ({ stated, week }: SiteServiceWeek, date: IsoDate): ServiceWeek =>
  stated.findLast(({ from }) => from <= date)?.week ?? week;

function Weekdays({ week: stated, today }: WeekProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const notifyUndoable = useUndoableNotice();
  const saving = useJob('sites.saveServiceWeek');
  const [typed, setTyped] = useState<string | null>(null);
  const [noDay, setNoDay] = useState(false);
  const date = typed === null ? today : parseDate(typed);
  const wrong = date === null ? 'notDate' : date < today ? 'weekInPast' : noDay ? 'noWeekday' : null;
  const shown = weekAt(stated, date ?? today);
  const toggle = async (day: number) => {
    if (date === null || date < today) return;
    const on = shown.term.weekdays.includes(day);
    const weekdays = on ? shown.term.weekdays.filter((one) => one !== day) : [...shown.term.weekdays, day];
    const none = weekdays.length + shown.term.everyOtherWeek.length === 0;
    setNoDay(none);
    if (none) return;
    const week = { ...shown, term: { ...shown.term, weekdays } };
    const done = await saving.edit({ siteId: stated.siteId, from: date, week });
    if (done) notifyUndoable(t('sitePage.weekSaved', { date: format.date(date) }), done.edits);
  };
  return (
    <fieldset className="line">
      <legend className="label">{t('sitePage.week')}</legend>
      <span className="group">
        {aWeek.map((of, i) => (
          <button
            key={of}
            type="button"
            className="btn"
            aria-pressed={shown.term.weekdays.includes(i + 1)}
            title={format.weekday(of)}
            onClick={() => void toggle(i + 1)}
          >
            {format.weekday(of).slice(0, 3)}
          </button>
        ))}
      </span>
      <span className="fromdate">
        <label htmlFor={id}>{t('sitePage.weekFromDate')}</label>
        <input
          id={id}
          className="field"
          value={typed ?? format.dateNumeric(today)}
          aria-invalid={wrong !== null && wrong !== 'noWeekday'}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      <span className="mute">
        {stated.since
          ? t('sitePage.weekSince', { date: format.date(stated.since) })
          : t(`sitePage.weekFrom.${stated.source}`)}
      </span>
      {wrong && (
        <span id={`${id}-wrong`} className="wrong">
          {t(`sitePage.${wrong}`, { date: format.dateNumeric(today) })}
        </span>
      )}
      <Coming week={stated} today={today} />
    </fieldset>
  );
}

/** What is stated for later, each to be taken away. */
function Coming({ week: { stated, siteId }, today }: WeekProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const removing = useJob('sites.removeServiceWeek');
  const remove = async (from: IsoDate) => {
    const done = await removing.edit({ siteId, from });
    if (done) notifyUndoable(t('sitePage.weekRemoved', { date: format.date(from) }), done.edits);
  };
  const daysOf = ({ term }: ServiceWeek) =>
    aWeek
      .filter((_, i) => [...term.weekdays, ...term.everyOtherWeek].includes(i + 1))
      .map((of) => format.weekday(of).slice(0, 3))
      .join(', ');
  return stated
    .filter(({ from }) => from > today)
    .map(({ from, week }) => (
      <span key={from} className="mute coming">
        {t('sitePage.weekComing', { date: format.date(from), days: daysOf(week) })}
        <IconButton
          look="ghost"
          icon="close"
          label={t('sitePage.weekRemove', { date: format.date(from) })}
          onClick={() => void remove(from)}
        />
      </span>
    ));
}
