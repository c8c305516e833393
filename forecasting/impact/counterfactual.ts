import { toDay, weekday } from '../calendar/day.ts';
import type { ImpactDay } from '../domain/impact-records.ts';
import { shortageOf } from './impact.ts';

/** A past site-day on which the staff's own figure and the mean of four same weekdays before it are known. */
export interface StaffDay {
  readonly siteId: number;
  readonly date: string;
  readonly staff: number;
  /** Above 0. */
  readonly baseline: number;
}

/** From so few days a weekday's margins are those of chance: then all weekdays of the site count. */
const fewestMargins = 8;
/** Margins kept of one cell; the mean over all of them is the expectation of a draw. */
const mostMargins = 60;

/**
 * The staff's margins over the mean of four, staff ÷ mean, by site and weekday, in the last year before the app was
 * used. What they would have ordered on a day is its mean of four times any of these, each as likely: the exact
 * expectation of drawing them (counterfactual b).
 */
export function staffMargins(
  past: readonly StaffDay[],
): (siteId: number, date: string) => readonly number[] | null {
  const known = past.filter(({ baseline }) => baseline > 0);
  const marginsOf = (days: readonly StaffDay[]) =>
    days.length < fewestMargins
      ? null
      : days.slice(-mostMargins).map(({ staff, baseline }) => staff / baseline);
  const bySite = new Map(
    [...Map.groupBy(known, ({ siteId }) => siteId)].map(([siteId, own]) => {
      const byWeekday = Map.groupBy(own, ({ date }) => weekday(toDay(date)));
      const all = marginsOf(own);
      return [siteId, [1, 2, 3, 4, 5, 6, 7].map((day) => marginsOf(byWeekday.get(day) ?? []) ?? all)];
    }),
  );
  return (siteId, date) => bySite.get(siteId)?.[weekday(toDay(date)) - 1] ?? null;
}

/** The least and the most that a baseline may be stretched. */
const bounds = [0, 10] as const;
/** Halvings: finer than any sum of whole meals. */
const halvings = 60;

/**
 * Multiplies the counterfactual of every day by one factor, so that it falls as short as the orders did: surplus can
 * be compared at equal shortage (counterfactual c, and the headline of any). Σ U(f c) falls as f rises, so f is found
 * by bisection. `null` when no factor does it: there is no day, or nothing to stretch.
 */
export function atEqualShortage(
  days: readonly ImpactDay[],
): { readonly factor: number; readonly days: readonly ImpactDay[] } | null {
  const target = days.reduce((sum, { order, served }) => sum + shortageOf(order, served), 0);
  // Flat, since it is summed for every halving: meals, what was wanted, and how much of a day each one is.
  const meals = Float64Array.from(days.flatMap(({ other }) => other));
  const served = Float64Array.from(days.flatMap((day) => day.other.map(() => day.served)));
  const weight = Float64Array.from(days.flatMap(({ other }) => other.map(() => 1 / other.length)));
  const shortageAt = (factor: number) => {
    let sum = 0;
    for (let i = 0; i < meals.length; i++) {
      const short = served[i] - factor * meals[i];
      if (short > 0) sum += weight[i] * short;
    }
    return sum;
  };
  let [low, high]: [number, number] = [...bounds];
  if (days.length === 0 || shortageAt(low) < target || shortageAt(high) > target) return null;
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (shortageAt(middle) > target) low = middle;
    else high = middle;
  }
  return {
    factor: high,
    days: days.map((day) => ({ ...day, other: day.other.map((meals) => high * meals) })),
  };
}
