import { weekday } from '../calendar/day.ts';
import type { Series } from '../frame/frame.ts';

/** Days in the windows of recent ordinary days; the first is the level that everything is compared with. */
export const levelWindow = 20;
const windows = { recent4: 4, recent8: 8, long: 60 } as const;
/** Same weekdays in each window. */
export const sameWeekdayCounts = [1, 2, 4, 10, 30] as const;
const longestWeekday = 30;
const weekdayMedianOf = 6;

/**
 * Recent levels of one site, as they stood after each of its days. All are means of the last ordinary days,
 * each day held within a factor of the median of the days before it, so that a count typed with an extra
 * digit does not move them, while a lasting change is followed within a week.
 */
export interface Levels {
  readonly series: Series;
  /** Index of the last day of the series at or before each day of the frame, −1 before the first. */
  last(day: number): number;
  readonly level: Float64Array;
  readonly recent4: Float64Array;
  readonly recent8: Float64Array;
  readonly long: Float64Array;
  /** Median of the last `levelWindow` days. */
  readonly median: Float64Array;
  /** Median of the last same weekdays as of each ordinary day. */
  readonly weekdayMedian: Float64Array;
  /** Mean spread of the last days around the level, as a share of it. */
  readonly spread: Float64Array;
  /** Sum and number of the held counts of the ordinary days before each index. */
  readonly sum: Float64Array;
  readonly number: Int32Array;
  /** Index of the last ordinary day on a weekday, at `k * 8 + weekday`; −1 where there is none. */
  readonly onWeekday: Int32Array;
  /** Per entry of `sameWeekdayCounts`, the mean of the last same weekdays as of each ordinary day. */
  readonly sameWeekday: readonly Float64Array[];
}

export function buildLevels(series: Series, firstDay: number, lastDay: number): Levels {
  const held = holdOutliers(series);
  const n = held.length;
  const ordinary = series.ordinary;
  const lastAt = new Int32Array(lastDay - firstDay + 1).fill(-1);
  for (let k = 0; k < n; k++) lastAt[(series.days[k] ?? 0) - firstDay] = k;
  for (let i = 1; i < lastAt.length; i++) {
    if (lastAt[i] === -1) lastAt[i] = lastAt[i - 1] ?? -1;
  }
  const level = runningMean(held, ordinary, levelWindow);
  const sum = new Float64Array(n + 1);
  const number = new Int32Array(n + 1);
  for (let k = 0; k < n; k++) {
    sum[k + 1] = (sum[k] ?? 0) + (ordinary[k] === 1 ? (held[k] ?? 0) : 0);
    number[k + 1] = (number[k] ?? 0) + (ordinary[k] ?? 0);
  }
  return {
    series,
    sum,
    number,
    last: (day) => (day < firstDay ? -1 : (lastAt[Math.min(day, lastDay) - firstDay] ?? -1)),
    level,
    recent4: runningMean(held, ordinary, windows.recent4),
    recent8: runningMean(held, ordinary, windows.recent8),
    long: runningMean(held, ordinary, windows.long),
    median: runningMedian(held, ordinary),
    weekdayMedian: sameWeekdayMedian(series, held),
    spread: runningSpread(held, ordinary, level),
    onWeekday: lastOnWeekday(series),
    sameWeekday: sameWeekdayMeans(series, held),
  };
}

/** Each count held within a factor of 2.5 of the median of the seven ordinary days before it. */
function holdOutliers(series: Series): Float64Array {
  const held = Float64Array.from(series.served);
  const window: number[] = [];
  for (let k = 0; k < held.length; k++) {
    const count = held[k] ?? 0;
    if (window.length >= 3) {
      const middle = [...window].sort((a, b) => a - b)[window.length >> 1] ?? 0;
      held[k] = Math.min(Math.max(count, middle / 2.5 - 2), middle * 2.5 + 6);
    }
    if (series.ordinary[k] === 1) {
      window.push(count);
      if (window.length > 7) window.shift();
    }
  }
  return held;
}

function runningMean(values: Float64Array, use: Uint8Array, size: number): Float64Array {
  const out = new Float64Array(values.length);
  const ring = new Float64Array(size);
  let count = 0;
  for (let k = 0; k < values.length; k++) {
    if (use[k] === 1) {
      ring[count % size] = values[k] ?? 0;
      count++;
    }
    const filled = Math.min(count, size);
    let sum = 0;
    for (let i = 0; i < filled; i++) sum += ring[i] ?? 0;
    out[k] = filled === 0 ? (values[k] ?? 0) : sum / filled;
  }
  return out;
}

function runningSpread(values: Float64Array, use: Uint8Array, level: Float64Array): Float64Array {
  const out = new Float64Array(values.length);
  let spread = 0.08;
  for (let k = 0; k < values.length; k++) {
    if (use[k] === 1 && k > 0) {
      const before = level[k - 1] ?? 0;
      const share = Math.min(0.5, Math.abs((values[k] ?? 0) - before) / Math.max(1, before));
      spread += 0.03 * (share - spread);
    }
    out[k] = spread;
  }
  return out;
}

/** For each day and weekday, the index of the last ordinary day on that weekday; −1 where there is none. */
function lastOnWeekday(series: Series): Int32Array {
  const out = new Int32Array(series.days.length * 8).fill(-1);
  for (let k = 0; k < series.days.length; k++) {
    if (k > 0) out.copyWithin(k * 8, (k - 1) * 8, k * 8);
    if (series.ordinary[k] === 1) out[k * 8 + weekday(series.days[k] ?? 0)] = k;
  }
  return out;
}

function sameWeekdayMeans(series: Series, held: Float64Array): readonly Float64Array[] {
  const out = sameWeekdayCounts.map(() => new Float64Array(held.length));
  const recent: number[][] = Array.from({ length: 8 }, () => []);
  for (let k = 0; k < held.length; k++) {
    if (series.ordinary[k] !== 1) continue;
    const list = recent[weekday(series.days[k] ?? 0)] ?? [];
    list.unshift(held[k] ?? 0);
    if (list.length > longestWeekday) list.pop();
    sameWeekdayCounts.forEach((count, c) => {
      const used = Math.min(count, list.length);
      let sum = 0;
      for (let i = 0; i < used; i++) sum += list[i] ?? 0;
      (out[c] as Float64Array)[k] = sum / used;
    });
  }
  return out;
}

function runningMedian(values: Float64Array, use: Uint8Array): Float64Array {
  const out = new Float64Array(values.length);
  const window: number[] = [];
  for (let k = 0; k < values.length; k++) {
    if (use[k] === 1) {
      window.push(values[k] as number);
      if (window.length > levelWindow) window.shift();
    }
    out[k] = window.length === 0 ? (values[k] as number) : medianOf(window);
  }
  return out;
}

function sameWeekdayMedian(series: Series, held: Float64Array): Float64Array {
  const out = new Float64Array(held.length);
  const recent: number[][] = Array.from({ length: 8 }, () => []);
  for (let k = 0; k < held.length; k++) {
    if (series.ordinary[k] !== 1) continue;
    const list = recent[weekday(series.days[k] ?? 0)] ?? [];
    list.push(held[k] as number);
    if (list.length > weekdayMedianOf) list.shift();
    out[k] = medianOf(list);
  }
  return out;
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] as number)) / 2;
}
