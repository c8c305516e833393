import { Trans } from 'react-i18next';
import { Link } from 'wouter';
import type { AppState } from '../../../electron/api/records.ts';
import { daysBetween } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { AskServed } from './ask-served.tsx';
import { nextOrder } from './deadline.ts';
import { DeadlineLine, useNow } from './deadline-line.tsx';
import type { Week } from './week-model.ts';

interface WeekStatusProps {
  readonly state: AppState;
  readonly week: Week | null;
}

/** What needs an eye first: the next order to send; without one, until when the records go. */
export function WeekStatus({ state, week }: WeekStatusProps) {
  const now = useNow(state.today);
  const rows = week?.sites.flatMap((site) => site.cells.filter((cell) => cell !== null)) ?? [];
  const order = nextOrder(rows, now);
  return (
    <>
      {order ? <DeadlineLine order={order} /> : <Records state={state} week={week} />}
      <UnknownHolidays state={state} week={week} />
    </>
  );
}

/** Days of the week with an order of which nobody knows whether they are served. */
function unknownDays(week: Week | null): readonly string[] {
  const cells = week?.sites.flatMap((site) => site.cells.filter((cell) => cell !== null)) ?? [];
  const dates = cells.flatMap(({ flags, date }) => (flags.includes('unknown-holidays') ? [date] : []));
  return [...new Set(dates)].sort();
}

/** Past the last known holidays every weekday counts as a school day: better said than ordered. */
function UnknownHolidays({ state, week }: WeekStatusProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { holidaysTo } = state;
  const friday = week?.days.at(-1)?.date;
  const unknown = unknownDays(week);
  if (unknown.length > 0) return <AskServed dates={unknown} />;
  if (state.holidaysMissing) {
    return (
      <Link to="/data/calendars" className="status warn" title={t('week.holidaysUnknownHelp')}>
        <Icon name="warning" />
        {t('week.holidaysMissing', { from: state.holidaysMissing, to: state.holidaysMissing + 1 })}
      </Link>
    );
  }
  if (!friday || (holidaysTo !== null && friday <= holidaysTo)) return null;
  return (
    <Link to="/data/calendars" className="status warn" title={t('week.holidaysUnknownHelp')}>
      <Icon name="warning" />
      {holidaysTo
        ? t('week.holidaysUnknownAfter', { day: format.date(holidaysTo) })
        : t('week.holidaysUnknown')}
    </Link>
  );
}

/** Longer than the longest holidays but summer's: after that the habits may have changed. */
const OLD_AFTER_DAYS = 30;

function Records({ state, week }: WeekStatusProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lastDay } = state;
  if (!lastDay) {
    return (
      <span className="status">
        <Icon name="data" />
        {t('week.noRecords')}
      </span>
    );
  }
  if (week && week.asOf < lastDay) {
    return (
      <span className="status">
        <Icon name="data" />
        <span>
          <Trans
            t={t}
            i18nKey="week.knownOn"
            values={{ day: format.date(week.asOf) }}
            components={{ b: <b /> }}
          />
        </span>
      </span>
    );
  }
  const old = daysBetween(lastDay, week?.days[0]?.date ?? state.suggestedWeek) > OLD_AFTER_DAYS;
  return (
    <span className={old ? 'status warn' : 'status'}>
      <Icon name={old ? 'warning' : 'data'} />
      <span>
        <Trans
          t={t}
          i18nKey={old ? 'week.recordsOld' : 'week.recordsTo'}
          values={{ day: format.date(lastDay) }}
          components={{ b: <b /> }}
        />
      </span>
    </span>
  );
}
