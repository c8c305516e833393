import { listRanOut } from '../../../db/meal-records.ts';
import { listOrders } from '../../../db/orders.ts';
import { listStaffFigures } from '../../../db/staff-figures.ts';
import { toDay, toIso } from '../../../forecasting/calendar/day.ts';
import type {
  Counterfactual,
  History,
  ImpactDay,
  IsoDate,
  OrderedDay,
} from '../../../forecasting/domain/records.ts';
import { backtest } from '../../../forecasting/evaluation/backtest.ts';
import { type StaffDay, staffMargins } from '../../../forecasting/impact/counterfactual.ts';
import { sameWeekdayMean } from '../../../forecasting/models/naive.ts';
import { buildSources } from '../../../forecasting/models/sources.ts';
import type { Input } from '../../api/contract.ts';
import type { ImpactReport } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { decidedInTime } from '../orders/scores.ts';
import { serviceLevelOf } from '../orders/service-level.ts';

/** Days between the last record seen and the day served, where nobody says. */
const usualLead = 7;
/** The staff's margins are those of the year before the first order. */
const marginDays = 365;

/** Site-days whose orders can be judged, and with what. */
export interface JudgedDays {
  readonly counterfactual: Counterfactual;
  readonly counterfactuals: readonly Counterfactual[];
  readonly days: readonly ImpactDay[];
  /** All of them, with a counterfactual or without. */
  readonly ordered: readonly OrderedDay[];
  readonly leftOut: ImpactReport['leftOut'];
}

interface Ordered {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly order: number;
}

interface Served {
  readonly served: number;
  readonly staff: number | null;
}

export const siteDayKey = (siteId: number, date: IsoDate) => `${siteId} ${date}`;

/** Meals served of a period, by `siteDayKey`, with the staff's figure of the day. */
export function servedBySiteDay(
  { attendance }: History,
  from: IsoDate,
  to: IsoDate,
): ReadonlyMap<string, Served> {
  const [first, last] = [toDay(from), toDay(to)];
  const found = new Map<string, Served>();
  attendance.day.forEach((day, i) => {
    const served = attendance.served[i] ?? Number.NaN;
    const staff = attendance.staff[i] ?? Number.NaN;
    if (day < first || day > last || Number.isNaN(served)) return;
    const key = siteDayKey(attendance.site[i] ?? 0, toIso(day));
    found.set(key, { served, staff: Number.isNaN(staff) ? null : staff });
  });
  return found;
}

/** The mean of the last four same weekdays, as it was known a week before a day; `null` without any. */
function baselines(history: History, to: IsoDate): (siteId: number, date: IsoDate) => number | null {
  const { levels } = buildSources(history, toDay(to), toDay(to));
  const bySite = new Map(levels.map((own) => [own.series.site.id, own]));
  return (siteId, date) => {
    const own = bySite.get(siteId);
    return own === undefined ? null : sameWeekdayMean(own, toDay(date), toDay(date) - usualLead, 4);
  };
}

/** What the staff would have ordered, by their margins over the mean of four in the year before the first order. */
function marginsBefore(
  history: History,
  first: IsoDate,
  baseline: (siteId: number, date: IsoDate) => number | null,
) {
  const from = toIso(toDay(first) - marginDays);
  const before = toIso(toDay(first) - 1);
  const past = [...servedBySiteDay(history, from, before)].flatMap(([key, { staff }]): StaffDay[] => {
    const [site = '', date = ''] = key.split(' ');
    const mean = staff === null ? null : baseline(Number(site), date);
    return staff === null || mean === null ? [] : [{ siteId: Number(site), date, staff, baseline: mean }];
  });
  return staffMargins(past);
}

/** The orders on record that were in force when the meal was served, with the meals; days on which something ran out are counted apart. */
export function servedOrders(
  context: Context,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): { readonly days: readonly OrderedDay[]; readonly notServed: number; readonly ranOut: number } {
  const history = context.models.history(context);
  const ordered = listOrders(context.db, from, to).flatMap((order): Ordered[] => {
    const inTime = decidedInTime(order);
    return inTime && order.siteId !== null
      ? [{ siteId: order.siteId, date: order.date, order: inTime.quantity }]
      : [];
  });
  const served = servedBySiteDay(history, from, to);
  const ranOut = listRanOut(context.db, from, to);
  const known = ordered.flatMap((one): OrderedDay[] => {
    const found = served.get(siteDayKey(one.siteId, one.date));
    return found ? [{ ...one, served: found.served }] : [];
  });
  const days = known.filter(({ siteId, date }) => !ranOut.has(siteDayKey(siteId, date)));
  return { days, notServed: ordered.length - known.length, ranOut: known.length - days.length };
}

/** A day with what it may be compared with; `null`: not known. */
interface ComparedDay {
  readonly day: OrderedDay;
  readonly mean: readonly number[] | null;
  readonly estimated: readonly number[] | null;
  readonly measured: readonly number[] | null;
}

function comparedDays(
  context: Context,
  period: { readonly from: IsoDate; readonly to: IsoDate },
  ordered: readonly OrderedDay[],
  first: IsoDate,
): readonly ComparedDay[] {
  const history = context.models.history(context);
  const baseline = baselines(history, period.to);
  const margins = marginsBefore(history, first, baseline);
  const written = new Map(
    listStaffFigures(context.db, period.from, period.to).map(({ siteId, date, quantity }) => [
      siteDayKey(siteId, date),
      quantity,
    ]),
  );
  return ordered.map((day): ComparedDay => {
    const mean = baseline(day.siteId, day.date);
    const usual = mean === null ? null : margins(day.siteId, day.date);
    const estimated = mean === null || usual === null ? null : usual.map((margin) => margin * mean);
    const own = written.get(siteDayKey(day.siteId, day.date));
    return {
      ...{ day, estimated, mean: mean === null ? null : [mean] },
      measured: own === undefined ? null : [own],
    };
  });
}

/** Those that there are records enough for, the first to be taken unless another is asked for. */
function counterfactualsOf(days: readonly ComparedDay[]): readonly Counterfactual[] {
  const others = days.filter(({ measured }) => measured === null);
  const estimated = others.filter((day) => day.estimated !== null).length;
  return [
    ...(others.length > 0 && estimated >= others.length / 2 ? (['estimated'] as const) : []),
    ...(others.some(({ mean }) => mean !== null) ? (['equal-shortage'] as const) : []),
    ...(others.length < days.length ? (['measured'] as const) : []),
  ];
}

/**
 * The orders on record, compared with the figures that the staff wrote before they saw ours, where there are any; on
 * the other days with the staff's margins of the year before, and where half of these have none, with the mean of four
 * stretched to the same shortage. Figures of the staff in files are not used: nobody knows when they were written.
 */
export function recordedDays(
  context: Context,
  period: { readonly from: IsoDate; readonly to: IsoDate },
  asked: Counterfactual | undefined,
): JudgedDays {
  const { days: ordered, ...counts } = servedOrders(context, period);
  const first = ordered.map(({ date }) => date).toSorted()[0];
  const nothing = { counterfactual: 'equal-shortage', counterfactuals: [], days: [], ordered } as const;
  if (first === undefined) return { ...nothing, leftOut: { ...counts, noCounterfactual: 0 } };
  const days = comparedDays(context, period, ordered, first);
  const counterfactuals = counterfactualsOf(days);
  const counterfactual =
    counterfactuals.find((one) => one === asked) ?? counterfactuals[0] ?? 'equal-shortage';
  const judged = days.flatMap(({ day, mean, estimated, measured }): ImpactDay[] => {
    if (measured !== null) return [{ ...day, other: measured, measured: true }];
    if (counterfactual === 'measured') return [];
    const other = counterfactual === 'estimated' ? estimated : mean;
    return other === null ? [] : [{ ...day, other }];
  });
  return {
    counterfactual,
    counterfactuals,
    days: judged,
    ordered,
    leftOut: { ...counts, noCounterfactual: ordered.length - judged.length },
  };
}

/**
 * Orders that were never made: those of a test on past days. The staff's own figures of these days stand beside them,
 * written when there were no others; where half of the days have none, the mean of four stretched to the same shortage.
 */
export function replayedDays(context: Context, input: Input<'impact.report'>): JudgedDays {
  const { from, to, lead = usualLead } = input;
  const { lines } = backtest(
    context.models.history(context),
    { from, to, lead, serviceLevel: serviceLevelOf(context, input) },
    { onProgress: (done) => context.progress('backtest', done), cancelled: context.cancelled },
  );
  const measured = lines.length > 0 && lines.filter(({ staff }) => staff !== null).length >= lines.length / 2;
  const days = lines.flatMap(({ siteId, date, actual, order, staff, sameWeekday4 }): ImpactDay[] => {
    const other = measured ? staff : sameWeekday4;
    return other === null ? [] : [{ siteId, date, served: actual, order, other: [other], measured }];
  });
  const counterfactual = measured ? 'measured' : 'equal-shortage';
  return {
    counterfactual,
    counterfactuals: [counterfactual],
    days,
    // Nobody ordered these: there are no facts of them.
    ordered: [],
    leftOut: { notServed: 0, ranOut: 0, noCounterfactual: lines.length - days.length },
  };
}
