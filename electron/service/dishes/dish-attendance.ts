import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { DishAttendance } from '../../api/records.ts';

/** Days around a day whose same weekdays say what is usual. */
const around = [-21, -14, -7, 7, 14, 21];
/** Fewer say nothing. */
const fewestWeeks = 2;
const fewestDays = 3;

/** The meals of one site on one day; `null` when unknown. */
export type DishDiners = (siteId: number, day: number) => number | null;

/** Meals of all sites on a day, and what the same sites usually serve on that weekday. */
function compared(day: number, sites: readonly number[], diners: DishDiners, skip: (day: number) => boolean) {
  let served = 0;
  let usual = 0;
  for (const site of sites) {
    const own = diners(site, day);
    const others = around
      .filter((shift) => !skip(day + shift))
      .flatMap((shift) => diners(site, day + shift) ?? []);
    if (own !== null && others.length >= fewestWeeks) {
      served += own;
      usual += others.reduce((sum, count) => sum + count, 0) / others.length;
    }
  }
  return { served, usual };
}

/**
 * Attendance on the days of a dish against the same weekdays three weeks before and after, over the sites that had
 * it. A description: a dish on a feast day carries the feast. `skip`: a strike, on which nothing is usual.
 */
export function dishAttendance(
  days: readonly { readonly day: number; readonly sites: readonly number[] }[],
  diners: DishDiners,
  skip: (day: number) => boolean,
): DishAttendance | null {
  const ratios = days
    .filter(({ day }) => !skip(day))
    .map(({ day, sites }) => compared(day, sites, diners, skip))
    .filter(({ usual }) => usual > 0)
    .map(({ served, usual }) => (100 * served) / usual)
    .toSorted((a, b) => a - b);
  const at = (share: number) => numberAt(ratios, Math.round(share * (ratios.length - 1)));
  if (ratios.length < fewestDays) return null;
  return { days: ratios.length, median: at(0.5), low: at(0.1), high: at(0.9) };
}
