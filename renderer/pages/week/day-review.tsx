import { type KeyboardEvent, useId } from 'react';
import { Link } from 'wouter';
import type { AppState, IsoDate, LastDay } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { addCalendarDays } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSaveSettings } from '../../shell/use-settings.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { openRows, type ReviewedRow, reviewedRows, rowsToCheck } from './day-review-model.ts';
import { DayReviewOpen } from './day-review-open.tsx';
import { DayReviewTable } from './day-review-table.tsx';

interface DayReviewProps {
  readonly day: LastDay;
  readonly today: IsoDate;
  readonly settings: AppState['settings'];
  /** Until the next start. */
  onLater(): void;
}

/** How the last day went and what is still open from it, in the panel of the week, at the first start of a day. */
export function DayReview({ day, today, settings, onLater }: DayReviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = useId();
  const date = format.day(day.date);
  const words = addCalendarDays(day.date, 1) === today ? 'yesterday.title' : 'yesterday.last';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLater();
  };
  return (
    <aside className="panel day-review" aria-labelledby={title} onKeyDown={onKeyDown}>
      <header>
        <div>
          <h2 id={title}>{t(words, { day: date })}</h2>
          <p>{t('yesterday.lead')}</p>
        </div>
        <span className="push" />
        <IconButton look="ghost" icon="close" label={t('common.close')} onClick={onLater} />
      </header>
      <div className="body">
        <Totals day={day} />
        <DayReviewTable rows={reviewedRows(day.rows)} />
        <ToCheck day={day} />
        {(openRows(day).length > 0 || rowsToCheck(day.rows).length === 0) && (
          <DayReviewOpen rows={openRows(day)} date={day.date} />
        )}
        <SameWeekday date={day.date} today={today} />
        <ToLookAt date={day.date} today={today} />
      </div>
      <Foot today={today} daily={settings.dayReview} onLater={onLater} />
    </aside>
  );
}

function Totals({ day }: Pick<DayReviewProps, 'day'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = reviewedRows(day.rows);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const served = sum(({ children }) => children);
  const ordered = rows.filter((row) => row.ordered !== null);
  const forecast = rows.every((row) => row.forecast !== null);
  const went = useWentWords(rows);
  return (
    <section>
      <div className="decide">
        <span className="big">{format.count(served)}</span>
        <dl>
          {forecast && (
            <>
              <dt>{t('yesterday.expected')}</dt>
              <dd>{format.count(sum((row) => row.forecast?.expected ?? 0))}</dd>
            </>
          )}
          <dt>{t('yesterday.ordered')}</dt>
          <dd>
            {t('yesterday.onSites', {
              n: format.count(ordered.reduce((total, row) => total + (row.ordered ?? 0), 0)),
              count: ordered.length,
            })}
          </dd>
        </dl>
      </div>
      <p className="how-it-went">{went}</p>
    </section>
  );
}

const mostNamed = 3;

/** « Surplus 42, 3,1 % des repas servis ; manque 5 (Colette). » */
function useWentWords(rows: readonly ReviewedRow[]): string {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = (of: (row: ReviewedRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const served = sum(({ children }) => children);
  const surplus = sum(({ difference }) => Math.max(0, -(difference ?? 0)));
  const short = rows.filter(({ difference }) => (difference ?? 0) > 0);
  const missing = sum(({ difference }) => Math.max(0, difference ?? 0));
  return t('yesterday.went', {
    surplus:
      surplus > 0
        ? t('yesterday.surplus', {
            n: format.count(surplus),
            rate: format.rate(served > 0 ? (100 * surplus) / served : 0),
          })
        : t('yesterday.noSurplus'),
    missing:
      missing > 0
        ? t('yesterday.missing', {
            n: format.count(missing),
            sites: format.list(short.slice(0, mostNamed).map(({ site }) => site)),
          })
        : t('yesterday.noMissing'),
  });
}

/** What is on record and stays out of the sums until somebody says that it is right. */
function ToCheck({ day }: Pick<DayReviewProps, 'day'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = rowsToCheck(day.rows);
  if (rows.length === 0) return null;
  const n = format.count(rows.length);
  const sites = format.list(rows.map(({ site }) => site));
  return (
    <section>
      <p>
        {rows.length > mostNamed
          ? t('yesterday.manyToCheck', { n })
          : t('yesterday.toCheck', { count: rows.length, n, sites })}{' '}
        <Link className="link" href="/record">
          {t('yesterday.checkNow')}
        </Link>
      </p>
    </section>
  );
}

/** How the same weekday went a week ago: what one orders and cooks today is nearest to it. */
function SameWeekday({ date, today }: { readonly date: IsoDate; readonly today: IsoDate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const weekAgo = addCalendarDays(today, -7);
  const query = useApiQuery('records.day', { date: weekAgo }, { enabled: weekAgo !== date });
  const rows = reviewedRows(query.data ?? []).filter(({ ordered }) => ordered !== null);
  const went = useWentWords(rows);
  if (weekAgo === date || rows.length === 0) return null;
  const sum = (of: (row: ReviewedRow) => number) =>
    format.count(rows.reduce((total, row) => total + of(row), 0));
  return (
    <section className="week-ago">
      <h3>{t('yesterday.weekAgo', { day: format.day(weekAgo) })}</h3>
      <p>
        {t('yesterday.weekAgoSums', {
          ordered: sum(({ ordered }) => ordered ?? 0),
          served: sum(({ children }) => children),
        })}{' '}
        {went}
      </p>
    </section>
  );
}

/** A place where surplus persists and did so again. */
function ToLookAt({ date, today }: { readonly date: IsoDate; readonly today: IsoDate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useApiQuery('leaks.report', {
    from: addCalendarDays(today, -120),
    to: date,
    of: 'orders',
  });
  const again = query.data?.leaks.flatMap((leak) => {
    const day = leak.days.find((one) => one.date === date);
    return leak.leaks && day && day.surplus > day.expected ? [{ leak, day }] : [];
  })[0];
  if (!again) return null;
  const { leak, day } = again;
  return (
    <section>
      <h3>{t('yesterday.check')}</h3>
      <p>
        {t('yesterday.leak', {
          site: leak.site,
          n: format.count(day.surplus),
          seen: format.count(leak.inExcess),
          all: format.count(leak.occurrences),
        })}{' '}
        <Link className="link" href="/impact">
          {t('yesterday.see')}
        </Link>
      </p>
    </section>
  );
}

interface FootProps extends Pick<DayReviewProps, 'today' | 'onLater'> {
  readonly daily: boolean;
}

function Foot({ today, daily, onLater }: FootProps) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  const notify = useUndoableNotice();
  const stop = async () => {
    const edits = await save({ dayReview: false });
    notify(t('yesterday.off'), edits, { takesFocus: true });
  };
  return (
    <footer className="review-foot">
      <label className="tick">
        <input type="checkbox" checked={daily} onChange={() => void stop()} />
        {t('yesterday.daily')}
      </label>
      <span className="push" />
      <Button look="ghost" onClick={onLater}>
        {t('yesterday.later')}
      </Button>
      <Button look="primary" onClick={() => void save({ dayReviewed: today })}>
        {t('yesterday.finish')}
      </Button>
    </footer>
  );
}
