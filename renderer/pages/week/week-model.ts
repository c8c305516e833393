import type {
  IsoDate,
  Moment,
  Plan,
  PlanDay,
  PlanRow,
  PlanTotal,
  SentOrder,
  SiteKind,
} from '../../../electron/api/records.ts';
import { bySiteName } from '../../format/site-order.ts';
import { isApproved, isToSend } from './decisions.ts';
import { type GaugeScale, gaugeScale } from './gauge-scale.ts';

/** A day that serves fewer than this share of the sites gets a narrow column. */
const NARROW_SHARE = 0.25;

export interface WeekSite {
  readonly siteId: number;
  readonly name: string;
  readonly kind: SiteKind;
  readonly capacity: number | null;
  /** One per day of the week; `null` where the site has no order. */
  readonly cells: readonly (PlanRow | null)[];
  /** Meals; `null`: no order is on record. */
  readonly total: number | null;
  readonly scale: GaugeScale;
}

export interface WeekDay extends PlanDay {
  readonly total: PlanTotal | null;
  readonly narrow: boolean;
  /** What was ordered no longer changes. */
  readonly past: boolean;
  /** How much of what is ordered that day is frozen. */
  readonly approved: 'none' | 'some' | 'all';
  readonly approvedOrders: number;
  readonly orders: number;
  /** When the last of them was; `null` without one. */
  readonly approvedAt: Moment | null;
  /** Who validated or corrected them. */
  readonly approvedBy: readonly string[];
  /** All of them by the clock: nobody validated one. */
  readonly automatic: boolean;
  /** The last note that its orders were sent; `null`: one of them has none, or was corrected since. */
  readonly sending: SentOrder | null;
}

export interface Week {
  readonly asOf: IsoDate;
  readonly serviceLevel: number;
  readonly days: readonly WeekDay[];
  readonly sites: readonly WeekSite[];
  /** Meals; `null`: no order is on record. */
  readonly total: number | null;
}

/** Every order of a week. */
export const ordersOf = (week: Week): readonly PlanRow[] =>
  week.sites.flatMap((site) => site.cells.filter((cell) => cell !== null));

/** Nothing of the week can change with the service level any more: every order is approved, or past. */
export const isDecided = (week: Week): boolean => {
  const rows = ordersOf(week);
  const past = new Set(week.days.filter((day) => day.past).map(({ date }) => date));
  return rows.length > 0 && rows.every((row) => past.has(row.date) || isApproved(row));
};

/** What stands on record of a day that is past, and every order of the others. */
export const hasOrders = ({ decision }: PlanRow, day: Pick<WeekDay, 'past'> | undefined): boolean =>
  day?.past !== true || decision.recorded;

/** Meals together; `null` where none of them is known. */
export const sumOrders = (orders: readonly (number | null)[]): number | null => {
  const known = orders.filter((order) => order !== null);
  return known.length === 0 ? null : known.reduce((sum, order) => sum + order, 0);
};

/** Meals that are ordered on one day; of a day that is past what is on record, `null` where nothing is. */
export const orderedOn = ({ sites, days }: Week, column: number): number | null =>
  sumOrders(
    sites.map(({ cells }) => {
      const row = cells[column] ?? null;
      return row && hasOrders(row, days[column]) ? row.order : null;
    }),
  );

/** `before`: the week as it was shown. Sites of which no order changed stay the same, and are not drawn again. */
export function weekOfPlan(plan: Plan, before: Week | null = null, today: IsoDate = plan.from): Week {
  const bySite = new Map<number, PlanRow[]>();
  for (const row of plan.rows.toSorted(bySiteName)) {
    const rows = bySite.get(row.siteId);
    if (rows) rows.push(row);
    else bySite.set(row.siteId, [row]);
  }
  const dates = plan.days.map((day) => day.date);
  const shown = new Map(before?.sites.map((site) => [site.siteId, site]));
  const sites = [...bySite.values()]
    .map((rows) => siteOf(rows, dates, today))
    .map((site) => sameSite(shown.get(site.siteId), site));
  return {
    asOf: plan.asOf,
    serviceLevel: plan.serviceLevel,
    days: plan.days.map((day) => dayOf(day, plan, sites.length, today)),
    sites,
    total: sumOrders(sites.map(({ total }) => total)),
  };
}

function sameSite(shown: WeekSite | undefined, site: WeekSite): WeekSite {
  const same =
    shown?.cells.length === site.cells.length && shown.cells.every((cell, i) => cell === site.cells[i]);
  return same ? shown : site;
}

function siteOf(rows: readonly PlanRow[], dates: readonly IsoDate[], today: IsoDate): WeekSite {
  const first = rows[0] as PlanRow;
  return {
    siteId: first.siteId,
    name: first.site,
    kind: first.siteKind,
    capacity: first.capacity,
    cells: dates.map((date) => rows.find((row) => row.date === date) ?? null),
    total: sumOrders(rows.map((row) => (hasOrders(row, { past: row.date < today }) ? row.order : null))),
    scale: gaugeScale(first.capacity, rows),
  };
}

function dayOf(day: PlanDay, plan: Plan, sites: number, today: IsoDate): WeekDay {
  const rows = plan.rows.filter((row) => row.date === day.date);
  const approved = rows.flatMap(({ decision }) => decision.approved ?? []);
  return {
    ...day,
    total: plan.totals.find((total) => total.date === day.date) ?? null,
    narrow: rows.length < sites * NARROW_SHARE,
    past: day.date < today,
    approved: approved.length === 0 ? 'none' : approved.length < rows.length ? 'some' : 'all',
    approvedOrders: approved.length,
    orders: rows.length,
    approvedAt:
      approved
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? null,
    approvedBy: [...new Set(approved.flatMap(({ by }) => by ?? []))],
    automatic: approved.length > 0 && approved.every(({ automatic }) => automatic),
    sending: rows.some((row) => !isApproved(row) || isToSend(row))
      ? null
      : (approved
          .flatMap(({ sending }) => sending ?? [])
          .toSorted((a, b) => a.sentAt.localeCompare(b.sentAt))
          .at(-1) ?? null),
  };
}

/** The next cell with an order, along the days and then down the sites; `null` at either end. */
export function neighbourCell(week: Week, siteId: number, date: IsoDate, step: 1 | -1): PlanRow | null {
  const cells = week.sites.flatMap((site) => site.cells.filter((cell) => cell !== null));
  const at = cells.findIndex((cell) => cell.siteId === siteId && cell.date === date);
  return at < 0 ? null : (cells[at + step] ?? null);
}
