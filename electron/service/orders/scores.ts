import { fold } from '../../../db/fold.ts';
import { listOrders } from '../../../db/orders.ts';
import { toIso } from '../../../forecasting/calendar/day.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type {
  AttendanceColumns,
  IsoDate,
  OrderRecord,
  OrderVersion,
} from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { OrderScore, OrderScores, ScoredGroup } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';

/** What was ordered and what had been recommended, as both stood when the meal was served. */
interface Decided {
  readonly quantity: number;
  readonly recommended: number;
  readonly reason: string;
}

interface Scored extends Decided {
  readonly served: number;
}

const inTime =
  (date: IsoDate) =>
  ({ at }: { readonly at: string }) =>
    at.slice(0, 10) <= date;

/** The approved order that was in force when the meal was served; a figure written down later knows how it ended. */
export const versionInTime = ({ date, versions }: OrderRecord): OrderVersion | undefined =>
  versions.findLast(inTime(date));

/** The same, or what a person noted without approving. */
export function decidedInTime(order: OrderRecord): Decided | null {
  const { date, versions, override } = order;
  return (
    versionInTime(order) ?? (versions.length === 0 && override && inTime(date)(override) ? override : null)
  );
}

function score(days: readonly Scored[], ordered: (day: Scored) => number): OrderScore {
  const gaps = days.map((day) => ordered(day) - day.served);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    over: sum(gaps.map((gap) => Math.max(0, gap))),
    under: sum(gaps.map((gap) => Math.max(0, -gap))),
    shortDays: gaps.filter((gap) => gap < 0).length,
  };
}

const groupOf = (days: readonly Scored[]): ScoredGroup => ({
  n: days.length,
  served: days.reduce((total, { served }) => total + served, 0),
  decided: score(days, ({ quantity }) => quantity),
  recommended: score(days, ({ recommended }) => recommended),
});

/** Reasons that differ by case, accents or spaces are one; it is shown as it was written first. */
function byReason(days: readonly Scored[]): OrderScores['byReason'] {
  return [...Map.groupBy(days, ({ reason }) => fold(reason)).values()]
    .map((group) => ({ reason: group[0]?.reason ?? '', ...groupOf(group) }))
    .toSorted((a, b) => b.n - a.n || a.reason.localeCompare(b.reason));
}

/** Served meals by site and date, of a period. */
function servedMeals(columns: AttendanceColumns, from: IsoDate, to: IsoDate): ReadonlyMap<string, number> {
  const served = new Map<string, number>();
  for (let i = 0; i < columns.day.length; i++) {
    const meals = numberAt(columns.served, i);
    const date = toIso(numberAt(columns.day, i));
    if (!Number.isNaN(meals) && date >= from && date <= to) {
      served.set(`${columns.site[i]} ${date}`, meals);
    }
  }
  return served;
}

/** People's figures against the recommendations that they replaced, once it is known how many ate. */
export function orderScores(context: Context, { from, to }: Input<'orders.scores'>): OrderScores {
  const { attendance } = context.models.history(context);
  const served = servedMeals(attendance, from, to);
  const decided = listOrders(context.db, from, to).flatMap((order) => {
    const inTime = decidedInTime(order);
    return inTime ? [{ ...inTime, served: served.get(`${order.siteId} ${order.date}`) }] : [];
  });
  const changed = decided.filter(({ quantity, recommended }) => quantity !== recommended);
  const scored = changed.filter((day): day is Scored => day.served !== undefined);
  return {
    from,
    to,
    ...groupOf(scored),
    followed: decided.length - changed.length,
    waiting: changed.length - scored.length,
    byReason: byReason(scored),
  };
}
