import { addDays } from '../../../forecasting/calendar/day.ts';
import type { History, IsoDate } from '../../../forecasting/records.ts';
import type { SiteForecast } from '../../../forecasting/types.ts';
import type { Flag, Plan, PlanDay, PlanRow, PlanTotal, Refusal } from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';
import { type Orders, recommendedOrders } from '../orders/order-book.ts';
import type { PlanModels } from './plan-models.ts';
import { type SiteDay, siteDays } from './plan-rows.ts';

export interface PlanRequest {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly serviceLevel: number;
}

type Served = SiteDay & { readonly forecast: SiteForecast };

const hasForecast = (day: SiteDay): day is Served => day.forecast !== null;

/** The name of a day off: public holidays by their key, school holidays as their file names them. */
export function closedLabel(label: string | null, texts: Messages): string | null {
  const names: Readonly<Record<string, string>> = texts.publicHolidays;
  return label === null ? null : (names[label] ?? label);
}

/** The reason that most sites share; `null` when one of them serves. */
function closedDay(days: readonly SiteDay[], texts: Messages): Pick<PlanDay, 'closed' | 'label'> {
  const counts = new Map<SiteDay['status']['closed'], number>();
  for (const { status } of days) {
    counts.set(status.closed, (counts.get(status.closed) ?? 0) + 1);
  }
  if (days.length === 0 || counts.has(null)) {
    return { closed: null, label: null };
  }
  const [closed] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  const label = days.find(({ status }) => status.closed === closed)?.status.label ?? null;
  return { closed, label: closedLabel(label, texts) };
}

function sharedFlags(rows: readonly PlanRow[]): readonly Flag[] {
  return rows[0]?.flags.filter((flag) => rows.every((row) => row.flags.includes(flag))) ?? [];
}

function planDay(
  history: History,
  date: IsoDate,
  days: readonly SiteDay[],
  rows: readonly PlanRow[],
  texts: Messages,
): PlanDay {
  const menu = history.menu.filter((item) => item.date === date && item.siteId === null);
  return {
    date,
    ...closedDay(days, texts),
    dishes: menu
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ dish, course, choice }) => ({ dish, course, choice })),
    flags: sharedFlags(rows),
    strikeSites: days.filter(({ status }) => status.flags.includes('strike')).length,
  };
}

/**
 * Pooled by the model of the earliest origin: it knew least, so its range is the honest one. Orders that were frozen
 * keep what was expected of them, and move the range with it.
 */
function planTotal(models: PlanModels, served: readonly Served[], rows: readonly PlanRow[]): PlanTotal[] {
  const [row] = rows;
  if (!row) {
    return [];
  }
  const sum = (meals: (row: PlanRow) => number) => rows.reduce((total, each) => total + meals(each), 0);
  const order = sum((each) => each.order);
  const [first] = served.toSorted((a, b) => a.asOf.localeCompare(b.asOf));
  if (!first) {
    const [mean, low, high] = [sum((each) => each.mean), sum((each) => each.low), sum((each) => each.high)];
    return [{ date: row.date, order, mean, low, high }];
  }
  const pooled = models.at(first.asOf).pool(served.map((day) => day.forecast));
  const frozen = rows.some(({ decision }) => decision.frozen !== null);
  const moved = frozen ? sum((each) => each.mean) - pooled.mean : 0;
  return [
    {
      date: row.date,
      order,
      mean: pooled.mean + moved,
      low: pooled.quantile(0.1) + moved,
      high: pooled.quantile(0.9) + moved,
    },
  ];
}

/** Sites without an order that one might miss: no forecast, or no longer in use. Once per site where it holds for all its days. */
function refusals(days: readonly SiteDay[], rows: readonly PlanRow[], texts: Messages): readonly Refusal[] {
  const ordered = new Set(rows.map(({ siteId, date }) => `${siteId} ${date}`));
  const open = Map.groupBy(
    days.filter(({ status }) => status.closed === null || status.closed === 'out-of-use'),
    ({ site }) => site,
  );
  return [...open].flatMap(([site, own]) => {
    const refused = own.filter(({ date }) => !ordered.has(`${site.id} ${date}`));
    const dates = refused.length === own.length ? [null] : refused.map(({ date }) => date);
    const unused = own.every(({ status }) => status.closed === 'out-of-use');
    const reason = unused ? texts.closed['out-of-use'] : texts.refusals.noHistory;
    return refused.length === 0
      ? []
      : dates.map((date) => ({ site: site.name, siteKind: site.kind, date, reason }));
  });
}

/** Forecasts and orders of every site on every day of a period. Pure: all that it needs is given. */
export function makePlan(
  history: History,
  models: PlanModels,
  { from, to, serviceLevel }: PlanRequest,
  texts: Messages,
  orders: Orders = recommendedOrders,
  onDay: (done: number) => void = () => {},
): Plan {
  const dates: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    dates.push(date);
  }
  const all: SiteDay[] = [];
  const days: PlanDay[] = [];
  const rows: PlanRow[] = [];
  const totals: PlanTotal[] = [];
  for (const [i, date] of dates.entries()) {
    const ofDay = siteDays(models, history.sites, date);
    const served = ofDay.filter(hasForecast);
    const dayRows = ofDay.flatMap((day) => orders.row(day, serviceLevel) ?? []);
    all.push(...ofDay);
    rows.push(...dayRows);
    days.push(planDay(history, date, ofDay, dayRows, texts));
    totals.push(...planTotal(models, served, dayRows));
    onDay((i + 1) / dates.length);
  }
  const asOf = all.reduce((latest, day) => (day.asOf > latest ? day.asOf : latest), models.knownFor(from));
  return { asOf, from, to, serviceLevel, days, rows, totals, refused: refusals(all, rows, texts) };
}
