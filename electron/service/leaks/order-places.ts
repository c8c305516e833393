import { listSiteDiners } from '../../../db/catalogue/site-diners.ts';
import { listMealValues, listRanOut } from '../../../db/meal-records.ts';
import { listOrders } from '../../../db/orders.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import type { History, IsoDate, LeakKind } from '../../../forecasting/domain/records.ts';
import { eurosPerKilogram } from '../../../forecasting/impact/factors.ts';
import { rangeQuantiles, surplusMoments } from '../../../forecasting/leaks/excess.ts';
import type { Input } from '../../api/contract.ts';
import { readSettings } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';
import { mealMasses } from '../impact/convert.ts';
import { servedBySiteDay, siteDayKey } from '../impact/site-days.ts';
import { versionInTime } from '../orders/scores.ts';
import { type ChanceDay, type LeakPlace, meanKnown, noFacts, weekdayOfDate } from './cells.ts';

/** A day of a site with what may have made its surplus. */
interface OrderDay extends ChanceDay {
  readonly siteId: number;
  readonly recommended: number;
  readonly serviceLevel: number;
  readonly headCount: boolean;
  /** Adults ordered less adults served; `null`: not recorded. */
  readonly adultsTooMany: number | null;
  /** Children away on an outing that was announced after the order; `null`: on none. */
  readonly lateOuting: number | null;
}

/**
 * The orders on record by site and weekday, and by site where they were changed by hand. Surplus is held against what
 * the recommended order would leave under the range that was kept with it.
 */
export function orderPlaces(context: Context, input: Input<'leaks.report'>): readonly LeakPlace[] {
  const days = orderDays(context, input);
  const history = context.models.history(context);
  const masses = mealMasses(context, history.sites);
  const level = readSettings(context.db).serviceLevel;
  const place = (siteId: number, own: readonly OrderDay[], kind: LeakKind, part: string): LeakPlace => ({
    key: { siteId, kind, part },
    weekday: kind === 'weekday' ? weekdayOfDate(own[0]?.date ?? input.from) : null,
    family: null,
    pack: null,
    days: own,
    euros: input.foodCost ?? eurosPerKilogram.value * (masses.get(siteId) ?? 0),
    facts: factsOf(own, siteId, history, level),
  });
  const bySite = [...Map.groupBy(days, ({ siteId }) => siteId)];
  return bySite.flatMap(([siteId, own]) => {
    const changed = own.filter(({ ordered, recommended }) => ordered !== recommended);
    const byWeekday = [...Map.groupBy(own, ({ date }) => weekdayOfDate(date))].toSorted(
      (a, b) => a[0] - b[0],
    );
    return [
      ...byWeekday.map(([day, some]) => place(siteId, some, 'weekday', String(day))),
      ...(changed.length > 0 ? [place(siteId, changed, 'override', '')] : []),
    ];
  });
}

function orderDays(context: Context, { from, to }: Input<'leaks.report'>): readonly OrderDay[] {
  const { db } = context;
  const history = context.models.history(context);
  const served = servedBySiteDay(history, from, to);
  const ranOut = listRanOut(db, from, to);
  const adultsServed = new Map(
    listMealValues(db, from, to)
      .filter(({ field, dish }) => field === 'served.A' && dish === '')
      .map(({ siteId, date, value }) => [siteDayKey(siteId ?? 0, date), Number(value)]),
  );
  const adultsOrdered = new Map(listSiteDiners(db).map(({ siteId, adults }) => [siteId, adults]));
  const outings = history.closures.filter(({ kind, absent }) => kind === 'outing' && absent !== null);
  const outingBySiteDay = new Map(
    outings.map((outing) => [siteDayKey(outing.siteId ?? 0, outing.date), outing]),
  );
  return listOrders(db, from, to).flatMap((order): OrderDay[] => {
    const { siteId, date, headCount } = order;
    const version = versionInTime(order);
    if (siteId === null || version === undefined) return [];
    const key = siteDayKey(siteId, date);
    const meals = served.get(key)?.served;
    if (meals === undefined || ranOut.has(key)) return [];
    const { mean, variance } = surplusMoments(rangeQuantiles(version), version.recommended);
    const adults = adultsServed.get(key);
    const outing = outingBySiteDay.get(key);
    const late =
      outing !== undefined && (outing.announced === null || outing.announced > version.at.slice(0, 10));
    return [
      {
        siteId,
        date,
        ordered: version.quantity,
        served: meals,
        surplus: Math.max(0, version.quantity - meals),
        expected: mean,
        variance,
        recommended: version.recommended,
        serviceLevel: version.serviceLevel,
        headCount: headCount !== null,
        adultsTooMany: adults === undefined ? null : (adultsOrdered.get(siteId) ?? 0) - adults,
        lateOuting: late ? outing.absent : null,
      },
    ];
  });
}

function factsOf(
  days: readonly OrderDay[],
  siteId: number,
  { enrolment }: History,
  neededLevel: number,
): LeakPlace['facts'] {
  const last = days.at(-1)?.date ?? '';
  const entered = enrolment.flatMap((one): IsoDate[] =>
    one.siteId === siteId && one.entered ? [one.entered] : [],
  );
  const latest = entered
    .filter((date) => date <= last)
    .toSorted()
    .at(-1);
  const share = (of: (day: OrderDay) => boolean) => days.filter(of).length / days.length;
  const outings = days.filter(({ lateOuting }) => lateOuting !== null);
  return {
    ...noFacts,
    overAdvice: meanKnown(days, ({ ordered, recommended }) => ordered - recommended),
    withoutHeadCount: share(({ headCount }) => !headCount),
    enrolmentAge: latest === undefined ? null : toDay(last) - toDay(latest),
    adultsTooMany: meanKnown(days, ({ adultsTooMany }) => adultsTooMany),
    serviceLevel: meanKnown(days, ({ serviceLevel }) => serviceLevel),
    neededLevel,
    lateOutings:
      outings.length === 0
        ? null
        : outings.reduce((sum, { lateOuting }) => sum + (lateOuting ?? 0), 0) / days.length,
  };
}
