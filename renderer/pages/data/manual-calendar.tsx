import { type FormEvent, useId, useState } from 'react';
import type { AppState, ManualCalendar } from '../../../electron/api/records.ts';
import { jobsTogether } from '../../bridge/jobs-together.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { parseDate } from '../../format/parse-date.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSaveSettings } from '../../shell/use-settings.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Select } from '../../ui/select.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { ALL_SITES } from './closure-draft.ts';

/** Each change of the calendar, with the way back that its notice offers. */
function useManualCalendar() {
  const notifyUndoable = useUndoableNotice();
  const jobs = {
    saveHoliday: useJob('calendar.saveHoliday'),
    removeHoliday: useJob('calendar.removeHoliday'),
    unconfirmDays: useJob('calendar.unconfirmDays'),
    openDay: useJob('calendar.openDay'),
    closeDay: useJob('calendar.closeDay'),
  };
  const told = (done: { readonly edits: readonly number[] } | null | undefined, words: string): boolean => {
    if (!done) return false;
    notifyUndoable(words, done.edits);
    return true;
  };
  return {
    jobs,
    told,
    ...jobsTogether(Object.values(jobs)),
  };
}

type Changes = ReturnType<typeof useManualCalendar>;

/** What is entered of the calendar by hand: school holidays, days opened, and the question about Good Friday. */
export function ManualCalendarBlock(props: { readonly state: AppState }) {
  const { t } = useTranslation();
  const query = useApiQuery('calendar.manual', {}, { keep: () => true });
  const changes = useManualCalendar();
  return (
    <section className="block">
      <h2 id="manual-calendar">
        {t('calendars.manual.title')} <span>{t('calendars.manual.hint')}</span>
      </h2>
      {props.state.asksGoodFriday && <GoodFriday />}
      <HolidayForm changes={changes} />
      <OpenDayForm changes={changes} />
      {changes.error && <ErrorNotice error={changes.error} onClose={changes.reset} />}
      {query.data && (
        <ScrollArea className="growing" label={t('calendars.manual.title')}>
          <Entered calendar={query.data} changes={changes} />
        </ScrollArea>
      )}
    </section>
  );
}

function GoodFriday() {
  const { t } = useTranslation();
  const save = useSaveSettings();
  return (
    <p className="row">
      <span>{t('calendars.manual.goodFriday')}</span>
      <Button onClick={() => void save({ goodFriday: true })}>{t('calendars.manual.yes')}</Button>
      <Button onClick={() => void save({ goodFriday: false })}>{t('calendars.manual.no')}</Button>
    </p>
  );
}

const EMPTY = { name: '', from: '', to: '' };

function HolidayForm({ changes }: { readonly changes: Changes }) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const wrongId = useId();
  const [from, to] = [parseDate(fields.from), parseDate(fields.to)];
  const wrong = {
    name: fields.name.trim() === '',
    from: from === null,
    to: to === null || (from !== null && to < from),
  };
  const first = tried ? (['name', 'from', 'to'] as const).find((name) => wrong[name]) : undefined;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (from === null || to === null || wrong.name || wrong.to) return;
    const done = await changes.jobs.saveHoliday.edit({ name: fields.name, from, to });
    if (!changes.told(done, t('calendars.manual.saved', { name: fields.name.trim() }))) return;
    setFields(EMPTY);
    setTried(false);
  };
  const input = (name: keyof typeof EMPTY, hint: string) => (
    <input
      className={name === 'name' ? 'field' : 'field num closure-input'}
      aria-label={t(`calendars.manual.fields.${name}`)}
      placeholder={hint}
      value={fields[name]}
      aria-invalid={tried && wrong[name]}
      aria-describedby={first === name ? wrongId : undefined}
      onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
    />
  );
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={t('calendars.manual.addTitle')}>
      <div className="row closure-form">
        {input('name', t('calendars.manual.nameHint'))}
        {input('from', t('calendars.manual.fromHint'))}
        {input('to', t('calendars.manual.toHint'))}
        <Button type="submit" icon="add" disabled={changes.running}>
          {t('calendars.manual.add')}
        </Button>
      </div>
      <p id={wrongId} role="status" className="wrong">
        {first && t(`calendars.manual.wrong.${first}`)}
      </p>
    </form>
  );
}

function OpenDayForm({ changes }: { readonly changes: Changes }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sites = useApiQuery('sites.list', {});
  const [text, setText] = useState('');
  const [site, setSite] = useState(ALL_SITES);
  const [tried, setTried] = useState(false);
  const wrongId = useId();
  const date = parseDate(text);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (date === null) return;
    const done = await changes.jobs.openDay.edit({ date, siteId: site === ALL_SITES ? null : site });
    if (!changes.told(done, t('calendars.manual.opened', { day: format.dayFull(date) }))) return;
    setText('');
    setTried(false);
  };
  const places = (sites.data ?? []).map(({ id, name }) => ({ id, label: name }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={t('calendars.manual.openTitle')}>
      <div className="row closure-form">
        <Select<number>
          label={t('calendars.site')}
          options={[{ id: ALL_SITES, label: t('calendars.allSites') }, ...places]}
          value={site}
          width={220}
          onChange={setSite}
        />
        <input
          className="field num closure-input"
          aria-label={t('calendars.manual.openDay')}
          placeholder={t('calendars.dateHint')}
          value={text}
          aria-invalid={tried && date === null}
          aria-describedby={tried && date === null ? wrongId : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" icon="add" disabled={changes.running}>
          {t('calendars.manual.open')}
        </Button>
      </div>
      <p id={wrongId} role="status" className="wrong">
        {tried && date === null && t('calendars.manual.wrong.from')}
      </p>
    </form>
  );
}

interface Line {
  readonly key: string;
  readonly what: string;
  readonly when: string;
  remove(): Promise<boolean>;
}

/** The lines of the list, each with what takes it away. */
function useLines(
  { holidays, confirmed, openDays }: ManualCalendar,
  { jobs, told }: Changes,
): readonly Line[] {
  const { t } = useTranslation();
  const format = useFormat();
  const sites = useApiQuery('sites.list', {});
  const removed = t('calendars.manual.removed');
  const period = (from: string, to: string) =>
    from === to ? format.dayFull(from) : `${format.date(from)} – ${format.date(to)}`;
  const place = (siteId: number | null) =>
    siteId === null ? t('calendars.allSites') : (sites.data?.find(({ id }) => id === siteId)?.name ?? '–');
  return [
    ...holidays.map(({ id, name, firstDay, lastDay }) => ({
      key: `holiday ${id}`,
      what: name,
      when: period(firstDay, lastDay),
      remove: async () => told(await jobs.removeHoliday.edit({ id }), removed),
    })),
    ...confirmed.map(({ id, firstDay, lastDay }) => ({
      key: `confirmed ${id}`,
      what: t('calendars.manual.confirmed'),
      when: period(firstDay, lastDay),
      remove: async () => told(await jobs.unconfirmDays.edit({ id }), removed),
    })),
    ...openDays.map((day) => ({
      key: `open ${day.date} ${day.siteId}`,
      what: t('calendars.manual.openAt', { site: place(day.siteId) }),
      when: format.dayFull(day.date),
      remove: async () => told(await jobs.closeDay.edit(day), removed),
    })),
  ];
}

function Entered(props: { readonly calendar: ManualCalendar; readonly changes: Changes }) {
  const { t } = useTranslation();
  const lines = useLines(props.calendar, props.changes);
  if (lines.length === 0) return <p className="mute">{t('calendars.manual.none')}</p>;
  return (
    <table className="list" aria-labelledby="manual-calendar">
      <thead>
        <tr>
          <th scope="col">{t('calendars.manual.what')}</th>
          <th scope="col">{t('calendars.manual.when')}</th>
          <th scope="col">
            <span className="sr">{t('calendars.remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row" className="cut" title={line.what}>
              {line.what}
            </th>
            <td>{line.when}</td>
            <td className="r">
              <Button
                disabled={props.changes.running}
                aria-label={t('calendars.manual.removeLabel', { what: line.what, when: line.when })}
                onClick={() => void line.remove()}
              >
                {t('calendars.remove')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
