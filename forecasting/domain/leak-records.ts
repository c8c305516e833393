import type { IsoDate } from './forecast-records.ts';

/**
 * Where surplus may persist: at a site on one weekday, at a site on the days on which its orders are changed by hand,
 * with one family of dishes at a site, in a kitchen with what it buys in one kind of packs.
 */
export const leakKinds = ['weekday', 'override', 'dish', 'pack'] as const;
export type LeakKind = (typeof leakKinds)[number];

/** What surplus that persists may come from, in the order in which they are tested. */
export const leakCauses = [
  'override-above',
  'pack-rounding',
  'head-count-missing',
  'enrolment-stale',
  'adults-too-high',
  'level-above-need',
  'outings',
  'dish-refused',
] as const;
export type LeakCause = (typeof leakCauses)[number];

/** One day that taught a leak. Meals, of a dish portions. */
export interface LeakDay {
  readonly date: IsoDate;
  readonly ordered: number;
  readonly served: number;
  readonly surplus: number;
  /** Surplus that the chosen level itself makes on such a day. */
  readonly expected: number;
}
