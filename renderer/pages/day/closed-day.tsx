import { useState } from 'react';
import type { IsoDate, PlanDay } from '../../../electron/api/records.ts';
import { useCall } from '../../bridge/use-api.ts';
import { addCalendarDays } from '../../format/dates.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { findOpenDay } from '../../routes/open-week.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressView, useDelayed } from '../../ui/progress-view.tsx';
import { StateView } from '../../ui/states.tsx';

/** A day without service: why, and the way to the next one with it. */
export function ClosedDay(props: { readonly day: PlanDay; onGo(date: IsoDate): void }) {
  const { day, onGo } = props;
  const { t } = useTranslation();
  const call = useCall();
  const [looking, setLooking] = useState(false);
  const [none, setNone] = useState(false);
  const late = useDelayed(looking);
  const look = async () => {
    setLooking(true);
    const read = (from: IsoDate, to: IsoDate) => call('plan.week', { from, to });
    const next = await findOpenDay(addCalendarDays(day.date, 1), read).catch(() => null);
    setLooking(false);
    if (next) onGo(next);
    else setNone(true);
  };
  const reason = day.label ?? (day.closed ? t(`closed.${day.closed}`) : '');
  return (
    <StateView icon="closed" title={t('day.closed', { reason })} text={t('day.closedHint')}>
      {late ? (
        <ProgressView progress={null} />
      ) : (
        <Button look="primary" disabled={looking} onClick={() => void look()}>
          {t('day.nextOpen')}
        </Button>
      )}
      {none && <p role="status">{t('week.noneOpen')}</p>}
    </StateView>
  );
}
