import { countAttendance } from '../../../db/attendance.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import type { Input } from '../../api/contract.ts';
import type { Context } from '../context/use-case.ts';
import { planModels } from './plan-models.ts';
import { siteDays } from './plan-rows.ts';

/** Of more rows each thread would hold hundreds of megabytes: one must do. Some 300 sites of ten years. */
const mostRows = 500_000;

/**
 * Fits, and so keeps, the models that the plan of a week will need, from its last day back: the plan itself may be
 * under way in another thread, from its first day on. Nothing is done where the records are so many that two threads cannot hold them.
 */
export function prefetchModels(context: Context, { from, to }: Input<'plan.week'>): void {
  if (countAttendance(context.db) > mostRows) return;
  const { sites } = context.models.history(context);
  const models = planModels(context, from, undefined);
  for (let date = to; date >= from; date = addDays(date, -1)) {
    for (const { current, forecast } of siteDays(models, sites, date)) void [current, forecast];
  }
}
