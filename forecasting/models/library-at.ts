import { toDay } from '../calendar/day.ts';
import type { Library } from '../domain/library.ts';
import type { History } from '../domain/records.ts';
import type { Series } from '../frame/frame.ts';

/**
 * Different days of service from which a town knows enough by itself: more than a school year. With two years of
 * records a canteen of Nantes was forecast as well without the others' library as with it, see
 * `test/forecasting/transfer`.
 */
export const enoughDays = 220;

/** Different days on which any of some sites served, up to one. */
export function servedDays(series: readonly Series[], origin: number): number {
  const days = new Set<number>();
  for (const { days: own } of series) for (const day of own) if (day <= origin) days.add(day);
  return days.size;
}

/**
 * The library that a forecast made at the end of `origin` may lean on, `null` where there is none or where the town's
 * own records do. It is known from the day after the last one that it was learned from: no forecast sees its future.
 */
export function libraryAt({ library }: History, series: readonly Series[], origin: number): Library | null {
  if (library === undefined || toDay(library.learnedFrom.to) >= origin) return null;
  return servedDays(series, origin) < enoughDays ? library : null;
}
