import { listOrders } from '../../../db/orders.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import type { LastDay } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { decidedInTime } from '../orders/scores.ts';
import { recordsOfDay } from './records-of-day.ts';

/** Longer ago nobody remembers how it went. */
const daysBack = 7;

/**
 * The last day before today for which something was ordered, with how it went; `null` where there is none within a
 * week, or where nothing at all was recorded of it.
 */
export function lastDay(context: Context): LastDay | null {
  const { db, today } = context;
  const ordered = listOrders(db, addDays(today, -daysBack), addDays(today, -1)).filter(
    (order) => decidedInTime(order) !== null,
  );
  const date = ordered
    .map((order) => order.date)
    .toSorted()
    .at(-1);
  if (date === undefined) return null;
  const rows = recordsOfDay(context, { date }).filter(
    ({ ordered: quantity, children }) => quantity !== null || children !== null,
  );
  return rows.some(({ children }) => children !== null) ? { date, rows } : null;
}
