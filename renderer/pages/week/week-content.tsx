import { type Ref, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate, Plan } from '../../../electron/api/records.ts';
import { foldForSearch } from '../../format/fold.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { StateView } from '../../ui/states.tsx';
import { ClosedWeek } from './closed-week.tsx';
import { Legend } from './legend.tsx';
import { Refused } from './refused.tsx';
import { WeekGrid, type WeekGridHandle } from './week-grid.tsx';
import type { Week } from './week-model.ts';

interface WeekContentProps {
  readonly plan: Plan;
  readonly week: Week | null;
  readonly monday: IsoDate;
  readonly today: IsoDate;
  readonly find: string;
  readonly selected: { readonly siteId: number; readonly date: IsoDate } | null;
  readonly grid: Ref<WeekGridHandle>;
  onFind(text: string): void;
  onOpen(siteId: number, date: IsoDate): void;
  onClose(): void;
  onGo(monday: IsoDate): void;
}

/** The grid, or why there is none. */
export function WeekContent(props: WeekContentProps) {
  const { plan, week, find } = props;
  const { t } = useTranslation();
  // The field answers first, the rows follow.
  const wanted = useDeferredValue(find);
  const found = useMemo(() => (week ? findSites(week, wanted) : null), [week, wanted]);
  if (!week || !found) return null;
  const open = plan.days.some((day) => day.closed === null);
  if (!open) return <ClosedWeek plan={plan} monday={props.monday} onGo={props.onGo} />;
  if (week.sites.length === 0) return <NoOrders plan={plan} />;
  return (
    <>
      <Refused refused={plan.refused} />
      {found.sites.length === 0 ? (
        <StateView icon="help" title={t('week.noMatch')}>
          <Button onClick={() => props.onFind('')}>{t('week.clearFind')}</Button>
        </StateView>
      ) : (
        <WeekGrid
          week={found}
          today={props.today}
          selected={props.selected}
          alone={week.sites.length === 1}
          handle={props.grid}
          onOpen={props.onOpen}
          onClose={props.onClose}
        >
          <Legend week={found} />
        </WeekGrid>
      )}
    </>
  );
}

function NoOrders(props: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const { importFiles } = useShell();
  return (
    <>
      <Refused refused={props.plan.refused} />
      <StateView icon="no-history" title={t('week.noOrders')} text={t('week.noOrdersHint')}>
        <Button look="primary" onClick={() => importFiles({ type: 'dialog' })}>
          {t('first.importButton')}
        </Button>
      </StateView>
    </>
  );
}

/** The sites whose name holds the text; totals stay those of all sites. */
function findSites(week: Week, text: string): Week {
  const wanted = foldForSearch(text);
  if (!wanted) return week;
  return { ...week, sites: week.sites.filter((site) => foldForSearch(site.name).includes(wanted)) };
}
