import { toDay, toIso } from '../../../forecasting/calendar/day.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { AttendanceColumns, IsoDate } from '../../../forecasting/domain/records.ts';
import type { Distribution } from '../../../forecasting/domain/types.ts';
import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import type { Input } from '../../api/contract.ts';
import type { PastDay, PlanCell } from '../../api/records.ts';
import { closedLabel } from '../calendar/closed-label.ts';
import { mondayOfWeek } from '../calendar/suggested-week.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';
import { ordersFor } from './order-book.ts';
import { pastGaps } from './past-gaps.ts';
import { planModels } from './plan-models.ts';
import { type SiteDay, siteDay, whyNoOrder } from './plan-rows.ts';
import { serviceLevelOf } from './service-level.ts';

const pastDays = 12;
/** 0.50, 0.55 … 0.95. */
const levels = Array.from({ length: 10 }, (_, i) => (50 + 5 * i) / 100);

const known = (count: number): number | null => (Number.isNaN(count) ? null : count);

/** The last same weekdays of a site that hold a record, up to `asOf`, oldest first. */
export function pastSameWeekdays(
  columns: AttendanceColumns,
  siteId: number,
  date: IsoDate,
  asOf: IsoDate,
): readonly PastDay[] {
  const [target, last] = [toDay(date), toDay(asOf)];
  const past: PastDay[] = [];
  for (let i = columns.day.length - 1; i >= 0 && past.length < pastDays; i--) {
    const day = numberAt(columns.day, i);
    if (columns.site[i] === siteId && day <= last && (target - day) % 7 === 0) {
      const [served, staff] = [known(numberAt(columns.served, i)), known(numberAt(columns.staff, i))];
      past.push({ date: toIso(day), served, staff });
    }
  }
  return past.toReversed();
}

const ordersOf = (forecast: Distribution) =>
  levels.map((serviceLevel) => ({ serviceLevel, order: orderQuantity(forecast, serviceLevel) }));

/** Why nothing can be ordered for a day. */
export function noForecast(context: Context, siteDate: SiteDay): ServiceError {
  const { site, date, status } = siteDate;
  return new ServiceError('refused', (t) => {
    const reason = status.closed ? t.closed[status.closed] : whyNoOrder(siteDate, t);
    const label = closedLabel(status.label, t);
    const day = spelledDate(date, context.language);
    return t.errors.noForecast(site.name, day, label && status.closed ? `${reason} (${label})` : reason);
  });
}

export function planCell(context: Context, input: Input<'plan.cell'>): PlanCell {
  const history = context.models.history(context);
  const site = history.sites.find(({ id }) => id === input.siteId);
  if (!site) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(input.siteId)));
  }
  const from = input.asOf === undefined ? mondayOfWeek(input.date) : input.date;
  const models = planModels(context, from, input.asOf);
  const day = siteDay(models, site, input.date);
  const orders = ordersFor(context, input.date, input.date, input.asOf);
  const row = orders.row(day, serviceLevelOf(context, input));
  if (!row) {
    throw noForecast(context, day);
  }
  const approved = orders.said(day).versions.at(-1);
  const past = pastSameWeekdays(history.attendance, site.id, input.date, row.asOf);
  const forecast = approved ? day.current : day.forecast;
  const model = models.at(approved ? models.knownFor(input.date) : day.asOf);
  return {
    row,
    // What moved a frozen order is what moved it then.
    contributions: approved?.contributions ?? forecast?.contributions ?? [],
    past,
    gaps: pastGaps(model, site.id, past, input.date),
    orders: forecast ? ordersOf(forecast) : [],
    library: approved ? null : model.library,
  };
}
