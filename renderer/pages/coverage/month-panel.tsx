import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CoverageDay, SiteCoverage } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { addMonths } from '../../format/months.ts';
import { useFormat } from '../../format/use-format.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { type CountDraft, changedCounts, isOpen, parseServed } from './count-draft.ts';
import { useCountEdits } from './use-count-edits.ts';

interface MonthPanelProps {
  readonly site: SiteCoverage;
  readonly month: string;
  onGo(siteId: number, month: string): void;
  onClose(): void;
}

/** The days of one square: what is there, what is missing, and where missing counts are typed in. */
export function MonthPanel({ site, month, onGo, onClose }: MonthPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const panel = useRef<HTMLElement>(null);
  const { siteId } = site;
  const query = useApiQuery('data.coverageDays', { siteId, month });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel takes the focus once for each square it shows.
  useEffect(() => panel.current?.focus(), [siteId, month]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <aside className="panel" ref={panel} tabIndex={-1} aria-label={t('coverage.panel')} onKeyDown={onKeyDown}>
      <header>
        <div>
          <h2 title={site.site}>{site.site}</h2>
          <p>{format.month(month)}</p>
        </div>
        <span className="push" />
        <IconButton
          look="ghost"
          icon="previous"
          label={t('coverage.previousMonth')}
          onClick={() => onGo(siteId, addMonths(month, -1))}
        />
        <IconButton
          look="ghost"
          icon="next"
          label={t('coverage.nextMonth')}
          onClick={() => onGo(siteId, addMonths(month, 1))}
        />
        <IconButton look="ghost" icon="close" label={t('common.close')} onClick={onClose} />
      </header>
      <QueryView query={query}>
        {(days) => (
          <DaysForm
            key={`${siteId} ${month}`}
            site={site}
            days={days}
            onDone={() => panel.current?.focus()}
          />
        )}
      </QueryView>
    </aside>
  );
}

interface DaysFormProps {
  readonly site: SiteCoverage;
  readonly days: readonly CoverageDay[];
  /** What had the focus has nothing to do any more. */
  onDone(): void;
}

function DaysForm({ site, days, onDone }: DaysFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [draft, setDraft] = useState<CountDraft>({});
  const edits = useCountEdits(site);
  const wrongId = useId();
  const changes = changedCounts(days, draft);
  const count = changes?.length ?? 0;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!changes || count === 0 || edits.running) return;
    if (!(await edits.save(changes))) return;
    setDraft({});
    onDone();
  };
  return (
    <form className="days-form" noValidate onKeyDown={moveByKey} onSubmit={(event) => void submit(event)}>
      <div className="body">
        {edits.error && <ErrorNotice error={edits.error} onClose={edits.reset} />}
        <Missing days={days} />
        <table className="past days-of-month">
          <thead>
            <tr>
              <th scope="col">{t('coverage.day')}</th>
              <th scope="col">{t('coverage.staff')}</th>
              <th scope="col">{t('coverage.served')}</th>
              <th scope="col">{t('coverage.state')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <DayRow
                key={day.date}
                day={day}
                text={draft[day.date]}
                wrongId={wrongId}
                onType={(text) => setDraft((before) => ({ ...before, [day.date]: text }))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {days.some(isOpen) && (
        <footer className="panel-foot">
          <p id={wrongId} role="status" className="wrong">
            {changes === null && t('coverage.wrong')}
          </p>
          <span className="push" />
          <Button look="primary" type="submit" disabled={count === 0 || edits.running}>
            {count === 0 ? t('coverage.nothing') : t('coverage.save', { count, n: format.count(count) })}
          </Button>
        </footer>
      )}
    </form>
  );
}

/** Enter and the arrows lead from count to count; Enter on the last one keeps them all. */
function moveByKey(event: KeyboardEvent<HTMLFormElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input')];
  const at = fields.indexOf(event.target as HTMLInputElement);
  const next = at < 0 || step === undefined ? undefined : fields[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

/** How many days are missing, and what can be done about it. */
function Missing({ days }: Pick<DaysFormProps, 'days'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { importFiles } = useShell();
  const missing = days.filter(({ expected, served }) => expected && served === null).length;
  if (missing === 0) {
    return (
      <p className="missing">
        <span className="tag good">
          <Icon name="done" small />
          {t('coverage.complete')}
        </span>
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
  readonly day: CoverageDay;
  /** What is being typed; absent: what is kept. */
  readonly text: string | undefined;
  readonly wrongId: string;
  onType(text: string): void;
}

function DayRow({ day, text, wrongId, onType }: DayRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const kept = day.served === null ? '' : String(day.served);
  const wrong = text !== undefined && parseServed(text) === undefined;
  return (
    <tr className={day.expected || day.served !== null ? '' : 'mute'}>
      <th scope="row">{format.dayShort(day.date)}</th>
      <td>{day.staff === null ? '' : format.count(day.staff)}</td>
      <td>
        {isOpen(day) ? (
          <input
            type="text"
            inputMode="numeric"
            className="field num"
            aria-label={t('coverage.servedOn', { day: format.day(day.date) })}
            aria-invalid={wrong}
            aria-describedby={wrong ? wrongId : undefined}
            value={text ?? kept}
            onChange={(event) => onType(event.target.value)}
          />
        ) : (
          day.served !== null && format.count(day.served)
        )}
      </td>
      <td>
        <DayStateWord day={day} />
      </td>
    </tr>
  );
}

function DayStateWord({ day }: { readonly day: CoverageDay }) {
  const { t } = useTranslation();
  if (day.typed) return <span className="tag own">{t('coverage.states.typed')}</span>;
  if (day.served !== null) return <span className="mute">{t('coverage.states.recorded')}</span>;
  if (day.expected) return <span className="tag warn">{t('coverage.states.missing')}</span>;
  if (day.closed === 'strike') return <span className="mute">{t('coverage.states.strike')}</span>;
  return (
    <span className="mute cut" title={day.label ?? undefined}>
      {day.label ?? t(`closed.${day.closed ?? 'no-service'}`)}
    </span>
  );
}
