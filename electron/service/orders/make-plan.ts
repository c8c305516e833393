import { addDays } from '../../../forecasting/calendar/day.ts';
import type { History, IsoDate } from '../../../forecasting/domain/records.ts';
import type { Flag, Plan, PlanDay, PlanRow, PlanTotal, Refusal } from '../../api/records.ts';
import { closedLabel } from '../calendar/closed-label.ts';
import type { Messages } from '../messages/messages.ts';
import { type Orders, recommendedOrders } from './order-book.ts';
import type { PlanModels } from './plan-models.ts';
import { type SiteDay, siteDays, whyNoOrder, withLevels } from './plan-rows.ts';

export interface PlanRequest {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly serviceLevel: number;
  /** Each row says what would be ordered at every level, too. */
  readonly allLevels?: boolean;
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
 * Pooled by what is known now. Orders that move no more keep what was expected of them, and move the range with it; so
 * do those of which no forecast can be made any more.
 */
function planTotal(models: PlanModels, days: readonly SiteDay[], rows: readonly PlanRow[]): PlanTotal[] {
  const [row] = rows;
  if (!row) {
    return [];
  }
  const sum = (meals: (row: PlanRow) => number) => rows.reduce((total, each) => total + meals(each), 0);
  const order = sum((each) => each.order);
  const forecasts = days.flatMap(({ current }) => current ?? []);
  if (forecasts.length === 0) {
    const [mean, low, high] = [sum((each) => each.mean), sum((each) => each.low), sum((each) => each.high)];
    return [{ date: row.date, order, mean, low, high }];
  }
  const known = models.knownFor(row.date);
  const pooled = models.at(known).pool(forecasts);
  const isKept = ({ decision, asOf }: PlanRow) => decision.approved !== null || asOf !== known;
  const moved = rows.some(isKept) ? sum((each) => each.mean) - pooled.mean : 0;
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
    const [first] = refused;
    if (first === undefined) return [];
    const unused = own.every(({ status }) => status.closed === 'out-of-use');
    const reason = unused ? texts.closed['out-of-use'] : whyNoOrder(first, texts);
    const portions = !unused && first.countsPortions;
    return dates.map((date) => ({
      siteId: site.id,
      site: site.name,
      siteKind: site.kind,
      date,
      reason,
      portions,
    }));
  });
}

/** Forecasts and orders of every site on every day of a period. Pure: all that it needs is given. */
export function makePlan(
  history: History,
  models: PlanModels,
  { from, to, serviceLevel, allLevels = false }: PlanRequest,
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
    const byModel = siteDays(models, history.sites, date);
    const rowAt = (day: SiteDay) => {
      const row = orders.row(day, serviceLevel);
      return row && allLevels ? withLevels(row, day) : row;
    };
    const rowOf = new Map(byModel.map((day) => [day.site.id, rowAt(day)]));
    const dayRows = history.sites.flatMap(({ id }) => rowOf.get(id) ?? []);
    const dayOf = new Map(byModel.map((day) => [day.site.id, day]));
    const ofDay = history.sites.flatMap(({ id }) => dayOf.get(id) ?? []);
    all.push(...ofDay);
    rows.push(...dayRows);
    days.push(planDay(history, date, ofDay, dayRows, texts));
    totals.push(...planTotal(models, ofDay, dayRows));
    onDay((i + 1) / dates.length);
  }
  const asOf = all.reduce((latest, day) => (day.asOf > latest ? day.asOf : latest), models.knownFor(from));
  return { asOf, from, to, serviceLevel, days, rows, totals, refused: refusals(all, rows, texts) };
}
