import { toDay } from '../calendar/day.ts';
import type { Library } from '../domain/library.ts';
import type { History } from '../domain/records.ts';
import type { Series } from '../frame/frame.ts';

/**
 * Different days of service up to which a library has its whole weight, and from which a town does without: two
 * school years of four days a week and a little. Between them the weight falls evenly, so that no day is a step.
 */
export const wholeUntil = 180;
export const enoughDays = 360;

/** Different days on which any of some sites served, up to one. */
export function servedDays(series: readonly Series[], origin: number): number {
  const days = new Set<number>();
  for (const { days: own } of series) for (const day of own) if (day <= origin) days.add(day);
  return days.size;
}

/** The part of its weight that a library still has for a town with so many days of its own, 1 to 0. */
export const libraryShare = (ownDays: number): number =>
  Math.max(0, Math.min(1, (enoughDays - ownDays) / (enoughDays - wholeUntil)));

/**
 * The library that a forecast made at the end of `origin` may lean on, `null` where there is none or where the town's
 * own records do. It is known from the day after the last one that it was learned from: no forecast sees its future.
 */
export const libraryAt = (history: History, series: readonly Series[], origin: number): Library | null =>
  libraryOfDays(history, servedDays(series, origin), origin);

function libraryOfDays({ library }: History, ownDays: number, origin: number): Library | null {
  if (library === undefined || toDay(library.learnedFrom.to) >= origin) return null;
  return libraryShare(ownDays) > 0 ? library : null;
}

/** The same told from the records alone, before anything is laid out to forecast. */
export function libraryOfRecords(history: History, origin: number): Library | null {
  const { day, served } = history.attendance;
  const days = new Set(day.filter((on, i) => on <= origin && served[i] > 0));
  return libraryOfDays(history, days.size, origin);
}
