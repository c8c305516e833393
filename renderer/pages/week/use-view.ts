import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Attention, IsoDate, WeekPlan } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { withSeats } from './seats-attention.ts';
import type { Week } from './week-model.ts';
import { type ShownWeek, shownWeek, type View, WHOLE_WEEK } from './week-view.ts';

/** How the grid was sorted and grouped last: it stays so while the window is open. */
let kept: View = WHOLE_WEEK;

export interface WeekView {
  readonly view: View;
  readonly attention: readonly Attention[];
  readonly shown: ShownWeek | null;
  /** What is typed to find sites is what is shown. */
  readonly found: boolean;
  change(part: Partial<View>): void;
}

const NOTHING: readonly Attention[] = [];

/** What of the week is shown. What was looked for is gone with the page; the order of the sites stays. */
export function useView(week: Week | null, plan: WeekPlan | undefined, today: IsoDate): WeekView {
  const { t } = useTranslation();
  const format = useFormat();
  const [view, setView] = useState<View>(() => ({ ...WHOLE_WEEK, sort: kept.sort, grouping: kept.grouping }));
  const change = useCallback((part: Partial<View>) => {
    setView((before) => {
      kept = { ...before, ...part };
      return kept;
    });
  }, []);
  const attention = useMemo(() => {
    if (!plan) return NOTHING;
    const words = (order: number, capacity: number) =>
      t('look.seats', { order: format.count(order), capacity: format.count(capacity) });
    return withSeats(plan.attention, plan.rows, today, words);
  }, [plan, today, t, format]);
  // The field that is typed in answers first, its rows follow; order and choice are drawn with the head that says them.
  const find = useDeferredValue(view.find);
  const { reason, sort, grouping } = view;
  const shown = useMemo(
    () => (week && plan ? shownWeek(week, attention, plan.sites, { find, reason, sort, grouping }) : null),
    [week, plan, attention, find, reason, sort, grouping],
  );
  return { view, attention, shown, found: find === view.find, change };
}
