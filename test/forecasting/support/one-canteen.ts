import { weekday } from '../../../forecasting/calendar/day.ts';
import { growRollingStats, rollingStatsUpTo } from '../../../forecasting/features/rolling-stats.ts';

const monday = 17_778;
/** Two hundred and more school days from a Monday on. */
export const schoolDays: readonly number[] = Array.from({ length: 400 }, (_, i) => monday + i).filter((day) =>
  [1, 2, 4, 5].includes(weekday(day)),
);

/** What is known of a canteen with these counts on the first school days. */
export function levelsOf(served: readonly number[]) {
  const own = schoolDays.slice(0, served.length);
  const site = { id: 1, name: 'Canteen', kind: 'E' as const, capacity: null, sector: null };
  const series = {
    site,
    days: Int32Array.from(own),
    served: Float64Array.from(served),
    ordinary: new Uint8Array(served.length).fill(1),
    strike: new Uint8Array(served.length),
  };
  return rollingStatsUpTo(growRollingStats(series), series, own[0], own[own.length - 1]);
}
