import { addVersions, listApprovedOrders, type OrderKey, removeVersions } from '../../../db/orders.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import type { History, IsoDate, Moment, Site } from '../../../forecasting/domain/records.ts';
import type { OrderVersion } from '../../api/records.ts';
import { mondayOfWeek } from '../calendar/suggested-week.ts';
import type { Context } from '../context/use-case.ts';
import { currentSnapshotId } from './basis.ts';
import { Deadlines, earliest, longestLeadOf, momentOf } from './deadlines.ts';
import { OrderBook } from './order-book.ts';
import { readOrderRules } from './order-rules.ts';
import { type PlanModels, planModels } from './plan-models.ts';
import { expectedAt, siteDay } from './plan-rows.ts';

export interface SettledOrders {
  /** Orders whose deadline has passed: they move no more. */
  readonly closed: number;
  /** Orders whose deadline was moved to a later time: they can change again. */
  readonly reopened: number;
  /** When the next deadline passes; `null`: there is none. */
  readonly next: Moment | null;
}

type Closing = OrderKey & { readonly order: OrderVersion };

/** Site-days without an order at their deadline, for as long as the records are what they are. */
const nothingToOrder = new WeakMap<History, Set<string>>();

/** Everything by one site, day and deadline. */
const keyOf = ({ siteId, date }: OrderKey) => `${siteId} ${date}`;

/** Last day whose order a rule may close by now. */
function horizonOf(deadlines: Deadlines, today: IsoDate): IsoDate {
  return addDays(today, Math.max(0, ...deadlines.rules.map(({ rule }) => longestLeadOf(rule))));
}

/**
 * Closes the orders of today and later whose deadline has passed, with the forecast of what was known at it, and opens
 * those again whose deadline was moved. An order of the past is history.
 */
export function settleOrders(context: Context): SettledOrders {
  const { db, models, now, today } = context;
  const deadlines = new Deadlines(readOrderRules(db));
  const approved = listApprovedOrders(db, today, '9999-12-31');
  const opened = approved.filter(
    ({ automatic, siteId, date }) => automatic && deadlines.isAhead(siteId, date, now),
  );
  const done = new Set(approved.map(keyOf));
  const { due, next } = deadlines.rules.length === 0 ? noDeadlines : dueAt(context, deadlines, done);
  const closing = due.length === 0 ? [] : ordersAt(context, deadlines, due);
  if (closing.length > 0 || opened.length > 0) {
    models.keeping(db, () => {
      const write = db.transaction(() => {
        removeVersions(
          db,
          opened.map(({ siteId, date }) => ({ siteId, date, version: 1 })),
          { byClock: true },
        );
        if (closing.length > 0) addVersions(db, closing, currentSnapshotId(db));
      });
      write.immediate();
    });
  }
  return { closed: closing.length, reopened: opened.length, next };
}

const noDeadlines = { due: [], next: null } as const;

interface Due {
  readonly site: Site;
  readonly date: IsoDate;
}

/** Site-days whose deadline is past, without an order; and the next deadline of all. */
function dueAt(
  context: Context,
  deadlines: Deadlines,
  done: ReadonlySet<string>,
): { readonly due: readonly Due[]; readonly next: Moment | null } {
  const { sites } = context.models.history(context);
  // A deadline to come is looked for one day further than any that may be past.
  const last = addDays(horizonOf(deadlines, context.today), 7);
  const due: Due[] = [];
  const ahead: Moment[] = [];
  for (let date = context.today; date <= last; date = addDays(date, 1)) {
    for (const site of sites) {
      const deadline = deadlines.of(site.id, date);
      if (deadline === null) continue;
      if (momentOf(deadline) > context.now) ahead.push(momentOf(deadline));
      else if (!done.has(keyOf({ siteId: site.id, date }))) due.push({ site, date });
    }
  }
  return { due, next: earliest(ahead) };
}

function ordersAt(context: Context, deadlines: Deadlines, due: readonly Due[]): readonly Closing[] {
  const history = context.models.history(context);
  const nothing = nothingToOrder.get(history) ?? new Set<string>();
  nothingToOrder.set(history, nothing);
  const dates = due.map(({ date }) => date).toSorted();
  const book = new OrderBook(context, dates[0] as IsoDate, dates.at(-1) as IsoDate);
  const plan = planModels(context, mondayOfWeek(context.today), undefined);
  const byOrigin = Map.groupBy(due, ({ site, date }) => plan.originOf(site.id, date));
  let looked = 0;
  return [...byOrigin.values()].flat().flatMap(({ site, date }) => {
    const key = `${keyOf({ siteId: site.id, date })} ${plan.originOf(site.id, date)} ${plan.isKnownDay(date)}`;
    const order = nothing.has(key) ? null : orderAt(plan, deadlines, book, { site, date });
    if (order === null) nothing.add(key);
    context.progress('forecast', ++looked / due.length);
    return order === null ? [] : [{ siteId: site.id, date, order }];
  });
}

/** `null`: closed by now, or nothing can be forecast. */
function orderAt(
  plan: PlanModels,
  deadlines: Deadlines,
  book: OrderBook,
  { site, date }: Due,
): OrderVersion | null {
  const day = siteDay(plan, site, date);
  const deadline = deadlines.of(site.id, date);
  // Whether an unknown day is served is a person's to say: no deadline approves it.
  if (day.status.closed || deadline === null || !plan.isKnownDay(date)) return null;
  const events = plan.since(site.id, date, day.asOf, deadline.date);
  const forecast = expectedAt(plan, site.id, date, day.asOf, events);
  return forecast && book.version(day, forecast, { by: null, automatic: true, at: momentOf(deadline) });
}
