import { addDays } from '../../../forecasting/calendar/day.ts';
import type { Input } from '../../api/contract.ts';
import type { ForecastCost } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { ModelCache } from '../models/model-cache.ts';
import { planWeek } from '../orders/plan-week.ts';

/** Watts of one busy core with its share of the computer: an office computer draws 30 to 60 W at work, on some cores. */
const watts = 15;

/** Forecasts a week from nothing, as on a new computer, and measures the processor's time. Nothing is kept. */
export function forecastCost(context: Context, { from }: Input<'about.cost'>): ForecastCost | null {
  const start = spent();
  const plan = planWeek({ ...context, models: new ModelCache() }, { from, to: addDays(from, 6) });
  const cpuSeconds = spent() - start;
  if (plan.rows.length === 0) return null;
  return {
    cpuSeconds,
    wattHours: (cpuSeconds * watts) / 3600,
    watts,
    orders: plan.rows.length,
    sites: new Set(plan.rows.map(({ siteId }) => siteId)).size,
  };
}

/** Seconds of processor time of this thread so far; of the process where Node is too old to tell them apart. */
function spent(): number {
  const usage = typeof process.threadCpuUsage === 'function' ? process.threadCpuUsage() : process.cpuUsage();
  return (usage.user + usage.system) / 1e6;
}
