import { memo, useCallback } from 'react';
import type { AppState, IsoDate } from '../../../electron/api/records.ts';
import { addCalendarDays, daysBetween, isoWeek } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { LAST_DAY_OF_WEEK } from '../../routes/open-week.ts';
import { ClearSample } from '../../shell/clear-sample.tsx';
import { useSaveSettings, useShowSettings } from '../../shell/use-settings.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { LevelSlider } from '../../ui/level-slider.tsx';
import { Refreshing, type RefreshingProps } from '../../ui/refreshing.tsx';
import { ExportOrders } from './export-orders.tsx';
import { NoteSent } from './note-sent.tsx';
import { PrintWeek } from './print-button.tsx';
import { ApproveButton } from './validate-button.tsx';
import { isDecided, type Week } from './week-model.ts';
import { WeekStatus } from './week-status.tsx';

const WEEK = 7;

interface WeekHeaderProps {
  readonly monday: IsoDate;
  readonly state: AppState;
  readonly week: Week | null;
  readonly query: RefreshingProps['query'];
  onGo(monday: IsoDate): void;
  onStep(weeks: 1 | -1): void;
}

/** Drawn again for another week, not for a cell that is opened. */
export const WeekHeader = memo(function WeekHeader(props: WeekHeaderProps) {
  const { monday, state, week, query, onGo, onStep } = props;
  const { t } = useTranslation();
  const format = useFormat();
  // When the records end long ago, the week proposed is not the one the calendar shows.
  const near = Math.abs(daysBetween(state.today, state.suggestedWeek)) <= WEEK;
  return (
    <div className="head">
      <h1>{t('week.title', { n: isoWeek(monday) })}</h1>
      <span className="soft">{format.range(monday, addCalendarDays(monday, LAST_DAY_OF_WEEK))}</span>
      <span className="group">
        <IconButton icon="previous" label={t('week.previous')} onClick={() => onStep(-1)} />
        <Button onClick={() => onGo(state.suggestedWeek)}>
          {near ? t('week.current') : t('week.suggested')}
        </Button>
        <IconButton icon="next" label={t('week.next')} onClick={() => onStep(1)} />
      </span>
      <Refreshing query={query} />
      {state.sample && <ClearSample />}
      {week && week.sites.length > 0 && (
        <>
          <ExportOrders from={monday} to={addCalendarDays(monday, LAST_DAY_OF_WEEK)} />
          <PrintWeek week={week} today={state.today} />
          <NoteSent week={week} state={state} />
          <ApproveButton week={week} state={state} />
        </>
      )}
    </div>
  );
});

interface WeekBarProps {
  readonly state: AppState;
  readonly week: Week | null;
}

export const WeekBar = memo(function WeekBar({ state, week }: WeekBarProps) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  const show = useShowSettings();
  const onShow = useCallback((serviceLevel: number) => show({ serviceLevel }), [show]);
  const onLevel = useCallback((serviceLevel: number) => void save({ serviceLevel }), [save]);
  return (
    <div className="bar">
      <WeekStatus state={state} week={week} />
      <span className="push" />
      <LevelSlider
        value={state.settings.serviceLevel}
        {...(week && isDecided(week) ? { still: t('look.levelDone') } : {})}
        onShow={onShow}
        onChange={onLevel}
      />
    </div>
  );
});
