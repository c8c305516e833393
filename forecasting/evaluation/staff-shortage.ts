import type { Measures, StaffShortage, TradeOff } from '../domain/records.ts';
import { orderQuantity } from '../orders/service-level.ts';
import { measure } from './measures.ts';
import { type QuantileGrid, quantileAt } from './quantile-grid.ts';

export interface StaffOrder {
  readonly actual: number;
  readonly staff: number | null;
  readonly quantiles: QuantileGrid;
}

const lowest = 0.005;
const highest = 0.995;
/** Halvings of the range of levels: finer than one site-day of any window. */
const halvings = 40;

/**
 * What the model wastes when it runs as short as the staff. The order of each site-day is its forecast
 * quantile at one level q, the same for all, in whole meals; its `under` falls as q rises, so the lowest q
 * whose `under` is no more than the staff's is found by bisection. Site-days without a staff figure do not
 * count.
 */
export function staffShortage(lines: readonly StaffOrder[]): StaffShortage | null {
  const planned = lines.filter((line) => line.staff !== null);
  const staff = measure(planned.map((line) => [line.staff, line.actual] as const));
  if (staff.n === 0) return null;
  const at = (q: number) => ordersAt(planned, q);
  if (at(highest).under > staff.under || at(lowest).under < staff.under) return null;
  let low = lowest;
  let high = highest;
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (at(middle).under > staff.under) low = middle;
    else high = middle;
  }
  const { over, under, shortDays } = at(high);
  return { over, under, shortDays, serviceLevel: high };
}

const levels = Array.from({ length: 10 }, (_, i) => (50 + 5 * i) / 100);

/** What each service level that may be asked for would have wasted and missed. */
export function tradeOff(lines: readonly StaffOrder[]): readonly TradeOff[] {
  return levels.map((serviceLevel) => {
    const { over, under, shortDays } = ordersAt(lines, serviceLevel);
    return { serviceLevel, over, under, shortDays };
  });
}

/** The measures of orders at one level. */
function ordersAt(lines: readonly StaffOrder[], q: number): Measures {
  return measure(lines.map((line) => [orderAt(line, q), line.actual] as const));
}

function orderAt({ quantiles }: StaffOrder, q: number): number {
  const quantile = (p: number) => quantileAt(quantiles, p);
  return orderQuantity({ mean: quantile(0.5), quantile }, q);
}
