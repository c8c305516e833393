import { useEffect, useState } from 'react';
import { Trans } from 'react-i18next';
import type { Deadline, IsoDate } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { type NextOrder, timeLeft } from './deadline.ts';

const MINUTE_MS = 60_000;

/** Today as the program sees it, with the time of the clock on the wall: `YYYY-MM-DDTHH:MM`, kept up to date. */
export function useNow(today: IsoDate): string {
  const [time, setTime] = useState(wallTime);
  useEffect(() => {
    const timer = setInterval(() => setTime(wallTime()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  return `${today}T${time}`;
}

function wallTime(): string {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}

/** « Commande de jeudi et vendredi : reste 1 j 3 h (mardi à 12 h) » */
export function DeadlineLine(props: { readonly order: NextOrder }) {
  const { deadline, dates, minutesLeft } = props.order;
  const { t } = useTranslation();
  const format = useFormat();
  const days = format.list(dates.map((date) => format.weekday(date)));
  return (
    <span className="status warn">
      <Icon name="deadline" />
      <span>
        <Trans
          t={t}
          i18nKey="week.deadline"
          values={{ days, left: useLeft(minutesLeft), moment: useMoment(deadline, minutesLeft) }}
          components={{ b: <b />, i: <span className="mute" /> }}
        />
      </span>
    </span>
  );
}

/** The two largest units: nobody plans a week by the minute. */
function useLeft(minutesLeft: number): string {
  const { t } = useTranslation();
  const { days, hours, minutes } = timeLeft(minutesLeft);
  if (days > 0) return t('week.leftDays', { days, hours });
  return hours > 0 ? t('week.leftHours', { hours, minutes }) : t('week.leftMinutes', { minutes });
}

const WEEK_MINUTES = 7 * 24 * 60;

function useMoment(deadline: Deadline, minutesLeft: number): string {
  const { t } = useTranslation();
  const format = useFormat();
  const day = minutesLeft < WEEK_MINUTES ? format.weekday(deadline.date) : format.day(deadline.date);
  return t('week.moment', { day, time: format.time(deadline.time) });
}
