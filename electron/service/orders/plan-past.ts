import { toDay } from '../../../forecasting/calendar/day.ts';
import type { IsoDate } from '../../../forecasting/domain/records.ts';
import { originFor } from '../../../forecasting/orders/order-rule.ts';
import type { Input } from '../../api/contract.ts';
import type { Hindcasts } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { readOrderRules, ruleBySite } from './order-rules.ts';

/** Where no rule says when orders leave: a week before. */
const usualLead = 7;

const daysBetween = (from: IsoDate, to: IsoDate) => toDay(to) - toDay(from);

/** Days between what an order could count on and the day it is for: the same for all same weekdays. */
function leadOf({ db }: Context, siteId: number, date: IsoDate): number {
  const rule = ruleBySite(readOrderRules(db))(siteId)?.rule;
  const origin = rule ? originFor(rule, date) : null;
  return origin === null ? usualLead : Math.max(1, daysBetween(origin, date));
}

/** What would have been forecast for the past same weekdays, with only what was known when each order left. */
export function planPast(context: Context, { siteId, date }: Input<'plan.past'>): Hindcasts {
  const history = context.models.history(context);
  const lead = leadOf(context, siteId, date);
  const { days, done } = context.models.past.of(history, { siteId, date, lead }, context.cancelled);
  const same = days.filter((one) => one.date < date && daysBetween(one.date, date) % 7 === 0);
  return { lead, days: same, done };
}
