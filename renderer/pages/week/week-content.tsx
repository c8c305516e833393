import { type Ref, useCallback } from 'react';
import { Link } from 'wouter';
import type { IsoDate, Plan } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { StateView } from '../../ui/states.tsx';
import { ClosedWeek } from './closed-week.tsx';
import { Legend } from './legend.tsx';
import { Refused } from './refused.tsx';
import { WeekGrid, type WeekGridHandle } from './week-grid.tsx';
import type { Week } from './week-model.ts';
import { type ShownWeek, type Sort, type View, WHOLE_WEEK } from './week-view.ts';
import type { Supposition } from './what-if-model.ts';

interface WeekContentProps {
  readonly plan: Plan;
  readonly week: Week | null;
  readonly shown: ShownWeek | null;
  readonly monday: IsoDate;
  readonly today: IsoDate;
  readonly view: View;
  readonly selected: { readonly siteId: number; readonly date: IsoDate } | null;
  readonly grid: Ref<WeekGridHandle>;
  onView(part: Partial<View>): void;
  onOpen(siteId: number, date: IsoDate, supposed?: Supposition | null): void;
  onFind(): void;
  onClose(): void;
  onGo(monday: IsoDate): void;
}

/** The grid, or why there is none. */
export function WeekContent(props: WeekContentProps) {
  const { plan, week, shown, onView } = props;
  const { t } = useTranslation();
  // The head of the grid is drawn again only when it changes.
  const onSort = useCallback((sort: Sort) => onView({ sort }), [onView]);
  if (!week || !shown) return null;
  const open = plan.days.some((day) => day.closed === null);
  if (!open) return <ClosedWeek plan={plan} monday={props.monday} onGo={props.onGo} />;
  if (week.sites.length === 0) return <NoOrders plan={plan} />;
  return shown.week.sites.length === 0 ? (
    <StateView icon="help" title={t('week.noMatch')}>
      <Button onClick={() => onView({ find: '', reason: WHOLE_WEEK.reason })}>{t('week.clearFind')}</Button>
    </StateView>
  ) : (
    <WeekGrid
      week={shown.week}
      whole={week}
      shown={shown}
      sort={props.view.sort}
      grouping={props.view.grouping}
      onSort={onSort}
      today={props.today}
      selected={props.selected}
      alone={week.sites.length === 1}
      handle={props.grid}
      onOpen={props.onOpen}
      onFind={props.onFind}
      onClose={props.onClose}
    >
      <Legend week={week} />
    </WeekGrid>
  );
}

function NoOrders(props: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const { importFiles } = useShell();
  const portions = props.plan.refused.find((one) => one.portions);
  return (
    <>
      <div className="bar">
        <Refused refused={props.plan.refused} />
      </div>
      {portions === undefined ? (
        <StateView icon="no-history" title={t('week.noOrders')} text={t('week.noOrdersHint')}>
          <Button look="primary" onClick={() => importFiles({ type: 'dialog' })}>
            {t('first.importButton')}
          </Button>
        </StateView>
      ) : (
        <StateView icon="no-history" title={t('week.portionsAlone')} text={t('week.portionsAloneHint')}>
          <Link className="btn primary" href={`/day/${portions.date ?? props.plan.from}`}>
            {t('week.toDay')}
          </Link>
        </StateView>
      )}
    </>
  );
}
