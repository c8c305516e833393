import { addConfirmedDays } from '../../../db/manual-calendar.ts';
import { addVersions, removeVersions } from '../../../db/orders.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import type { Site } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type {
  ApprovalAnswer,
  IsoDate,
  OrderVersion,
  ReopenAnswer,
  RevisionAnswer,
  SiteDate,
} from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import { readSettings } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';
import { currentSnapshotId } from './basis.ts';
import { OrderBook } from './order-book.ts';
import { personOfSettings, slipWarnings } from './override.ts';
import { figuresOf, siteDays, whyNoOrder } from './plan-rows.ts';
import { changeOrders, checkDates, modelsByWeek, type OrderedSiteDay, refusePast } from './site-days.ts';

/** The sites that are asked for, all by default. Throws on one that is not there. */
function sitesOf(context: Context, siteIds: readonly number[] | undefined): readonly Site[] {
  const { sites } = context.models.history(context);
  const unknown = siteIds?.find((id) => !sites.some((site) => site.id === id));
  if (unknown !== undefined) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(unknown)));
  }
  return siteIds ? sites.filter(({ id }) => siteIds.includes(id)) : sites;
}

const isAmong = (places: readonly SiteDate[], siteId: number, date: IsoDate) =>
  places.some((place) => place.siteId === siteId && place.date === date);

function datesOf(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const dates: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    dates.push(date);
  }
  return dates;
}

/** Validates the orders of a period: recommended or overridden, they move no more. */
export function approveOrders(
  context: Context,
  { from, to, siteIds, siteDays: only, confirmHolidays = false }: Input<'orders.approve'>,
): ApprovalAnswer {
  checkDates(context, from, to);
  refusePast(context, [to]);
  const sites = sitesOf(context, siteIds);
  const models = modelsByWeek(context);
  const book = new OrderBook(context, from, to);
  const { serviceLevel } = readSettings(context.db);
  const signed = { by: personOfSettings(context), automatic: false, at: context.now };
  const dates = datesOf(from, to);
  const days = dates.flatMap((date, i) => {
    const asked = only ? sites.filter(({ id }) => isAmong(only, id, date)) : sites;
    const ofDay = siteDays(models(date), asked, date);
    context.progress('forecast', (i + 1) / dates.length);
    return ofDay.map((day) => ({ day, row: book.row(day, serviceLevel) }));
  });
  const open = days.flatMap(({ day, row }) =>
    row && !row.decision.approved && day.forecast && day.date >= context.today
      ? [{ siteId: day.site.id, date: day.date, order: book.version(day, day.forecast, signed) }]
      : [],
  );
  const unknown = new Set(
    days.flatMap(({ day, row }) =>
      row && !row.decision.approved && day.status.flags.includes('unknown-holidays') ? [day.date] : [],
    ),
  );
  const { db } = context;
  if (unknown.size > 0 && !confirmHolidays) {
    const words = [...unknown].map((date) => spelledDate(date, context.language));
    throw new ServiceError('refused', (t) => t.calendar.unknownHolidays(words));
  }
  const write = db.transaction(() => {
    for (const date of unknown) addConfirmedDays(db, date, date);
    return addVersions(db, open, currentSnapshotId(db));
  });
  const approved = unknown.size > 0 ? write.immediate() : context.models.keeping(db, () => write.immediate());
  return {
    approved: approved.map(({ order, ...place }) => ({ ...place, version: 1, quantity: order.quantity })),
    already: days.filter(({ row }) => row?.decision.approved).length,
    past: days.filter(({ day, row }) => day.date < context.today && row && !row.decision.approved).length,
    refused: days
      .filter(({ day, row }) => day.date >= context.today && row === null && day.status.closed === null)
      .map(({ day }) => ({
        siteId: day.site.id,
        site: day.site.name,
        siteKind: day.site.kind,
        date: day.date,
        reason: whyNoOrder(day, context.texts),
      })),
  };
}

/** Takes versions back: the order is what it was before them. Those of days that are past stay. */
export function reopenOrders(context: Context, { versions }: Input<'orders.reopen'>): ReopenAnswer {
  const { db, models, today } = context;
  const ahead = versions.filter(({ date }) => date >= today);
  if (ahead.length === 0) {
    refusePast(
      context,
      versions.map(({ date }) => date),
    );
  }
  const opened = models.keeping(db, () => removeVersions(db, ahead));
  return { opened, kept: versions.length - opened.length };
}

/** A frozen order gets a new version, with the forecast of now: what came to be known may be why. */
export const reviseOrder = (context: Context, input: Input<'orders.revise'>): RevisionAnswer =>
  changeOrders(context, [input], ([ordered]) => revise(context, input, ordered));

function revise(
  context: Context,
  { siteId, date, quantity, reason = '' }: Input<'orders.revise'>,
  ordered: OrderedSiteDay | undefined,
): RevisionAnswer {
  refusePast(context, [date]);
  const row = ordered?.row;
  const inForce = ordered?.book.said(ordered.day).versions.at(-1);
  if (!row || !inForce) {
    const day = spelledDate(date, context.language);
    throw new ServiceError('refused', (t) => t.orders.notFrozen(row?.site ?? '', day));
  }
  if (inForce.quantity === quantity) {
    throw new ServiceError('refused', (t) => t.orders.sameQuantity(quantity, inForce.version));
  }
  const { current } = ordered.day;
  const order: OrderVersion = {
    ...inForce,
    ...(current && figuresOf(ordered.day.known, current, inForce.serviceLevel)),
    ...(current && { contributions: current.contributions }),
    version: inForce.version + 1,
    quantity,
    source: 'override',
    reason: reason.normalize('NFC'),
    by: personOfSettings(context),
    automatic: false,
    at: context.now,
  };
  context.models.keeping(context.db, () => addVersions(context.db, [{ siteId, date, order }]));
  return {
    version: { siteId, date, version: order.version, quantity },
    replaces: { version: inForce.version, quantity: inForce.quantity },
    warnings: slipWarnings(quantity, row),
  };
}
