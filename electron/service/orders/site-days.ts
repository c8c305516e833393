import { addOpenDay } from '../../../db/manual-calendar.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import type { IsoDate, PlanRow, SiteDate } from '../../api/records.ts';
import { mondayOfWeek } from '../calendar/suggested-week.ts';
import { atomically } from '../context/atomic.ts';
import { ServiceError } from '../context/errors.ts';
import { readSettings } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';
import { OrderBook } from './order-book.ts';
import { noForecast } from './plan-cell.ts';
import { type PlanModels, planModels } from './plan-models.ts';
import { type SiteDay, siteDay } from './plan-rows.ts';

/** Days ahead of today for which an order can make sense; before `firstDay` a date is a slip. */
const daysAhead = 400;
const firstDay = '2000-01-01';

/** One order as it stands, with what is needed to change it. */
export interface OrderedSiteDay {
  readonly day: SiteDay;
  readonly row: PlanRow;
  readonly book: OrderBook;
}

/** Week by week, as the week's page, the cell and the sheet know it: all are told the same. */
export function modelsByWeek(context: Context): (date: IsoDate) => PlanModels {
  const weeks = new Map<IsoDate, PlanModels>();
  return (date) => {
    const monday = mondayOfWeek(date);
    const models = weeks.get(monday) ?? planModels(context, monday, undefined);
    weeks.set(monday, models);
    return models;
  };
}

/** The days that only habit or a guess closes. */
function guessedClosed(context: Context, places: readonly SiteDate[]): readonly SiteDate[] {
  const { sites } = context.models.history(context);
  const models = modelsByWeek(context);
  return places.filter(({ siteId, date }) => {
    const site = sites.find(({ id }) => id === siteId);
    return site !== undefined && siteDay(models(date), site, date).status.guessed === true;
  });
}

/**
 * Changes the orders of some sites on some days. A day that only a guess closes is opened first: a rule that guesses
 * refuses nobody. Throws where there is no such site or nothing can be ordered, or where `change` does; nothing is
 * opened then.
 */
export function changeOrders<T>(
  context: Context,
  places: readonly SiteDate[],
  change: (ordered: readonly OrderedSiteDay[]) => T,
): T {
  const dates = places.map(({ date }) => date).toSorted();
  checkDates(context, dates[0] ?? context.today, dates.at(-1) ?? context.today);
  const guessed = guessedClosed(context, places);
  const changed = () => change(ordersOf(context, places));
  if (guessed.length === 0) return changed();
  return atomically(context, () => {
    for (const { siteId, date } of guessed) addOpenDay(context.db, { date, siteId });
    return changed();
  });
}

function ordersOf(context: Context, places: readonly SiteDate[]): readonly OrderedSiteDay[] {
  const dates = places.map(({ date }) => date).toSorted();
  const [first = context.today, last = first] = [dates[0], dates.at(-1)];
  const { sites } = context.models.history(context);
  const models = modelsByWeek(context);
  const book = new OrderBook(context, first, last);
  const { serviceLevel } = readSettings(context.db);
  return places.map(({ siteId, date }) => {
    const site = sites.find(({ id }) => id === siteId);
    if (!site) {
      throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
    }
    const day = siteDay(models(date), site, date);
    const row = book.row(day, serviceLevel);
    if (!row) {
      throw noForecast(context, day);
    }
    return { day, row, book };
  });
}

export function checkDates({ today, language }: Context, first: IsoDate, last: IsoDate): void {
  const latest = addDays(today, daysAhead);
  const bad = first < firstDay ? first : last > latest ? last : null;
  if (bad !== null) {
    const words = [bad, firstDay, latest].map((date) => spelledDate(date, language));
    const [date, from, to] = words as [string, string, string];
    throw new ServiceError('refused', (t) => t.orders.dateTooFar(date, from, to));
  }
}

/** What was ordered for a day that is past no longer changes. Throws, naming the first one. */
export function refusePast({ today, language }: Context, dates: readonly IsoDate[]): void {
  const past = dates.find((date) => date < today);
  if (past !== undefined)
    throw new ServiceError('refused', (t) => t.orders.past(spelledDate(past, language)));
}
