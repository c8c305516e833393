import { useState } from 'react';
import type { IsoDate, Plan } from '../../../electron/api/records.ts';
import { useCall } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { findOpenWeek } from '../../routes/open-week.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressView, useDelayed } from '../../ui/progress-view.tsx';
import { StateView } from '../../ui/states.tsx';

interface ClosedWeekProps {
  readonly plan: Plan;
  readonly monday: IsoDate;
  onGo(monday: IsoDate): void;
}

/** A week without an open day: why, and the way to the nearest open ones. */
export function ClosedWeek({ plan, monday, onGo }: ClosedWeekProps) {
  const { t } = useTranslation();
  const call = useCall();
  const [looking, setLooking] = useState(false);
  const [none, setNone] = useState(false);
  const late = useDelayed(looking);
  const look = async (step: 1 | -1) => {
    setLooking(true);
    const open = await findOpenWeek(monday, step, (from, to) => call('plan.week', { from, to })).catch(
      () => null,
    );
    setLooking(false);
    if (open) onGo(open);
    else setNone(true);
  };
  return (
    <StateView icon="closed" title={t('week.closedTitle')} text={useReasons(plan)}>
      {late ? (
        <ProgressView progress={null} />
      ) : (
        <>
          <Button disabled={looking} onClick={() => void look(-1)}>
            {t('week.previousOpen')}
          </Button>
          <Button look="primary" disabled={looking} onClick={() => void look(1)}>
            {t('week.nextOpen')}
          </Button>
        </>
      )}
      {none && <p role="status">{t('week.noneOpen')}</p>}
    </StateView>
  );
}

function useReasons(plan: Plan): string {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = plan.days.map((day) => day.label ?? (day.closed ? t(`closed.${day.closed}`) : ''));
  const different = [...new Set(reasons)];
  if (different.length === 1 && different[0]) return `${different[0]}.`;
  const lines = plan.days.map((day, i) => `${format.dayShort(day.date)} (${reasons[i]})`);
  return `${t('week.closedHint')} ${lines.join(', ')}.`;
}
