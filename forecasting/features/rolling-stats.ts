import { weekday } from '../calendar/day.ts';
import type { Series } from '../frame/frame.ts';
import { type LevelShift, OutlierAdjusted } from './outlier-adjusted.ts';

/** Ordinary days in the window of the level that everything is compared with. */
export const rollingWindow = 20;
const windows = { recent4: 4, recent8: 8, long: 60 } as const;
/** Same weekdays in each window. */
export const sameWeekdayCounts = [1, 2, 4, 10, 30] as const;
const weekdayMedianOf = 6;

/**
 * Recent levels of one site, as they stood after each of its days; entry `k` rests on the days up to `k`
 * alone. All are taken from steadied counts, see `Steady`.
 */
export interface RollingStats {
  readonly series: Series;
  /** Index of the last day of the series at or before a day, −1 before the first. */
  last(day: number): number;
  /** The lasting change of level in force as of each day; `null`: none. */
  readonly shift: readonly (LevelShift | null)[];
  /** The largest count so far, as it was recorded. */
  readonly largest: Float64Array;
  /** Means of the last ordinary days. */
  readonly level: Float64Array;
  readonly recent4: Float64Array;
  readonly recent8: Float64Array;
  readonly long: Float64Array;
  /** Median of the last `levelWindow` days. */
  readonly median: Float64Array;
  /** Median of the last same weekdays as of each ordinary day. */
  readonly weekdayMedian: Float64Array;
  /** Running mean distance of the days from the level before them, as a share of it. */
  readonly spread: Float64Array;
  /** Sum and number of the steadied counts of the ordinary days before each index. */
  readonly sum: Float64Array;
  readonly number: Int32Array;
  /** Index of the last ordinary day on a weekday, at `k * 8 + weekday`; −1 where there is none. */
  readonly onWeekday: Int32Array;
  /** Per entry of `sameWeekdayCounts`, the mean of the last same weekdays as of each ordinary day. */
  readonly sameWeekday: readonly Float64Array[];
}

/** Levels without the look-up by day. */
type Growing = Omit<RollingStats, 'last' | 'shift'> & { readonly shift: (LevelShift | null)[] };

/** The levels of a whole series. Those of its beginning are their beginning, see `levelsUpTo`. */
export function growRollingStats(series: Series): Growing {
  const n = series.days.length;
  const out = {
    series,
    shift: new Array<LevelShift | null>(n).fill(null),
    largest: new Float64Array(n),
    level: new Float64Array(n),
    recent4: new Float64Array(n),
    recent8: new Float64Array(n),
    long: new Float64Array(n),
    median: new Float64Array(n),
    weekdayMedian: new Float64Array(n),
    spread: new Float64Array(n),
    sum: new Float64Array(n + 1),
    number: new Int32Array(n + 1),
    onWeekday: lastOnWeekday(series),
    sameWeekday: sameWeekdayCounts.map(() => new Float64Array(n)),
  };
  const steady = new OutlierAdjusted(series.served);
  const byWeekday: number[][] = Array.from({ length: 8 }, () => []);
  for (let k = 0; k < n; k++) {
    const ordinary = series.ordinary[k] === 1;
    if (ordinary) {
      const same = byWeekday[weekday(series.days[k])];
      steady.add(k, same);
      same.push(k);
      noteWeekday(out, steady, same, k);
    }
    noteRecent(out, steady, k, ordinary);
  }
  return out;
}

/** The levels as they stood when a series had come as far as `series`, its beginning: parts of the same arrays. */
export function rollingStatsUpTo(
  whole: Growing,
  series: Series,
  firstDay: number,
  lastDay: number,
): RollingStats {
  const n = series.days.length;
  return {
    series,
    last: lastIndex(series, firstDay, lastDay),
    shift: whole.shift.slice(0, n),
    largest: whole.largest.subarray(0, n),
    level: whole.level.subarray(0, n),
    recent4: whole.recent4.subarray(0, n),
    recent8: whole.recent8.subarray(0, n),
    long: whole.long.subarray(0, n),
    median: whole.median.subarray(0, n),
    weekdayMedian: whole.weekdayMedian.subarray(0, n),
    spread: whole.spread.subarray(0, n),
    sum: whole.sum.subarray(0, n + 1),
    number: whole.number.subarray(0, n + 1),
    onWeekday: whole.onWeekday.subarray(0, n * 8),
    sameWeekday: whole.sameWeekday.map((means) => means.subarray(0, n)),
  };
}

function noteRecent(out: Growing, steady: OutlierAdjusted, k: number, ordinary: boolean): void {
  const { past } = steady;
  const own = out.series.served[k];
  const before = k > 0 ? out.level[k - 1] : own;
  out.shift[k] = steady.shift;
  out.largest[k] = Math.max(own, k > 0 ? out.largest[k - 1] : 0);
  out.level[k] = steady.mean(past, rollingWindow) ?? own;
  out.recent4[k] = steady.mean(past, windows.recent4) ?? own;
  out.recent8[k] = steady.mean(past, windows.recent8) ?? own;
  out.long[k] = steady.mean(past, windows.long) ?? own;
  out.median[k] = steady.median(past, rollingWindow) ?? own;
  const spread = k > 0 ? out.spread[k - 1] : 0.08;
  const value = ordinary ? steady.values[k] : before;
  const away = Math.min(0.5, Math.abs(value - before) / Math.max(1, before));
  out.spread[k] = ordinary && k > 0 ? spread + 0.03 * (away - spread) : spread;
  out.sum[k + 1] = out.sum[k] + (ordinary ? value : 0);
  out.number[k + 1] = out.number[k] + (ordinary ? 1 : 0);
}

function noteWeekday(out: Growing, steady: OutlierAdjusted, same: readonly number[], k: number): void {
  sameWeekdayCounts.forEach((count, c) => {
    out.sameWeekday[c][k] = steady.mean(same, count) ?? 0;
  });
  out.weekdayMedian[k] = steady.median(same, weekdayMedianOf) ?? 0;
}

function lastIndex(series: Series, firstDay: number, lastDay: number): (day: number) => number {
  const at = new Int32Array(lastDay - firstDay + 1).fill(-1);
  for (let k = 0; k < series.days.length; k++) at[series.days[k] - firstDay] = k;
  for (let i = 1; i < at.length; i++) if (at[i] === -1) at[i] = at[i - 1];
  return (day) => (day < firstDay ? -1 : at[Math.min(day, lastDay) - firstDay]);
}

function lastOnWeekday(series: Series): Int32Array {
  const out = new Int32Array(series.days.length * 8).fill(-1);
  for (let k = 0; k < series.days.length; k++) {
    if (k > 0) out.copyWithin(k * 8, (k - 1) * 8, k * 8);
    if (series.ordinary[k] === 1) out[k * 8 + weekday(series.days[k])] = k;
  }
  return out;
}
