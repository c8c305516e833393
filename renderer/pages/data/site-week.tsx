import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteServiceWeek } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useAppState } from '../../shell/use-settings.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';

/** The weekdays on which a site serves in weeks of school, stated from today on; at least one. */
export function SiteWeek({ siteId }: { readonly siteId: number }) {
  const { data } = useApiQuery('sites.serviceWeek', { siteId });
  return data ? <Weekdays week={data} /> : null;
}

/** 4 January 2021 was a Monday. */
const aWeek = [4, 5, 6, 7, 8, 9, 10].map((day) => `2021-01-${String(day).padStart(2, '0')}`);

function Weekdays({ week: stated }: { readonly week: SiteServiceWeek }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: state } = useAppState();
  const notifyUndoable = useUndoableNotice();
  const job = useJob('sites.saveServiceWeek');
  const [wrong, setWrong] = useState(false);
  const { week, source, since, siteId } = stated;
  const toggle = async (day: number) => {
    const on = week.term.weekdays.includes(day);
    const weekdays = on ? week.term.weekdays.filter((one) => one !== day) : [...week.term.weekdays, day];
    const none = weekdays.length + week.term.everyOtherWeek.length === 0;
    setWrong(none);
    if (none || !state) return;
    const changed = { ...week, term: { ...week.term, weekdays } };
    const done = await job.edit({ siteId, from: state.today, week: changed });
    if (done) notifyUndoable(t('sitePage.weekSaved'), done.edits);
  };
  return (
    <fieldset className="line">
      <legend className="label">{t('sitePage.week')}</legend>
      <span className="group">
        {aWeek.map((date, i) => (
          <button
            key={date}
            type="button"
            className="btn"
            aria-pressed={week.term.weekdays.includes(i + 1)}
            title={format.weekday(date)}
            onClick={() => void toggle(i + 1)}
          >
            {format.weekday(date).slice(0, 3)}
          </button>
        ))}
      </span>
      <span className="mute">
        {since ? t('sitePage.weekSince', { date: format.date(since) }) : t(`sitePage.weekFrom.${source}`)}
      </span>
      {wrong && <span className="wrong">{t('sitePage.noWeekday')}</span>}
    </fieldset>
  );
}
