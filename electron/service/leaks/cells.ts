import type { TrialPlace } from '../../../db/leak-trials.ts';
import { toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { DishFamily, IsoDate, LeakDay, Weekday } from '../../../forecasting/domain/records.ts';
import { eurosPerKilogram } from '../../../forecasting/impact/factors.ts';
import type { LeakFacts } from '../../../forecasting/leaks/causes.ts';
import type { Excess } from '../../../forecasting/leaks/leaks.ts';
import type { Leak, LeakKey } from '../../api/records.ts';

/** A day with the chance that its surplus was subject to. */
export interface ChanceDay extends LeakDay {
  readonly variance: number;
}

/** A place with its days, in order, and what is known of its causes. */
export interface LeakPlace {
  readonly key: LeakKey;
  readonly weekday: Weekday | null;
  readonly family: DishFamily | null;
  readonly pack: Leak['pack'];
  readonly days: readonly ChanceDay[];
  /** Euros of one meal or portion too many. */
  readonly euros: number;
  readonly facts: Omit<LeakFacts, 'mean'>;
}

export const keyText = ({ siteId, kitchenId, kind, part }: TrialPlace): string =>
  `${kind} ${siteId ?? `kitchen-${kitchenId}`} ${part}`;

/** Months are the periods: an excess has to last over three of the last four. */
const periodOf = (date: IsoDate) => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));

export const excessOf = ({ date, surplus, expected, variance, served }: ChanceDay): Excess => ({
  day: toDay(date),
  excess: surplus - expected,
  variance,
  served,
  period: periodOf(date),
});

export const weekdayOfDate = (date: IsoDate): Weekday => weekday(toDay(date)) as Weekday;

const gramsPerKilogram = 1000;

/** Euros of one portion by its weight, the mean of those whose weight is known; `null`: of none. */
export function eurosOfPortion(grams: readonly (number | null)[]): number | null {
  const mean = meanKnown(grams, (one) => one);
  return mean === null ? null : (eurosPerKilogram.value * mean) / gramsPerKilogram;
}

/** Mean of what is known of some days; `null`: of none. */
export function meanKnown<T>(days: readonly T[], of: (day: T) => number | null): number | null {
  const known = days.map(of).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

export const noFacts: LeakPlace['facts'] = {
  overAdvice: null,
  packRounding: null,
  withoutHeadCount: null,
  enrolmentAge: null,
  adultsTooMany: null,
  serviceLevel: null,
  neededLevel: null,
  lateOutings: null,
  refusedShare: null,
};
