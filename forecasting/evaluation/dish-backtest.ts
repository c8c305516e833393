import { toDay, toIso, weekday } from '../calendar/day.ts';
import type { Course, History, IsoDate, Measures, Serving } from '../domain/records.ts';
import {
  Cancelled,
  type DishDemand,
  type Hooks,
  type OfferedDish,
  type TakeUpModel,
} from '../domain/types.ts';
import { courseOf } from '../take-up/course-of.ts';
import {
  countedDays,
  type DishKind,
  dishReader,
  type Offer,
  offersOf,
  rowOf,
  wasOffered,
} from '../take-up/offers.ts';
import { withDinersOfDishes } from '../take-up/portion-guests.ts';
import { PortionsAlone } from '../take-up/portions-alone.ts';
import { fitTakeUp } from '../take-up/take-up.ts';
import { measure } from './measures.ts';
import { type ForecastCell, rollingForecasts } from './rolling.ts';

export interface DishBacktestRequest {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Days between the last record seen and the day served; 0 counts as 1. */
  readonly lead: number;
}

/** A history with what became of each dish. */
export interface DishHistory extends History {
  readonly servings: readonly Serving[];
  /** See `TakeUpHistory`. */
  readonly dishOf?: (text: string) => DishKind;
}

/** One dish at one site on one day, in portions. */
export interface DishLine {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly course: Course;
  /** `Dish.key`. */
  readonly dish: string;
  readonly taken: number;
  /** Guests expected at the site; `null`: the site counts portions and no guests, so nobody knows. */
  readonly diners: number | null;
  readonly mean: number;
  /** The range that is to hold 80 % of the counts, see `DishDemand`. */
  readonly low: number;
  readonly high: number;
  readonly q50: number;
  readonly q80: number;
  /** Mean of the last 1, 4 and 8 same weekdays on which the site served it; `null`: there is none. */
  readonly sameWeekday1: number | null;
  readonly sameWeekday4: number | null;
  readonly sameWeekday8: number | null;
  readonly origin: IsoDate;
}

export interface DishBacktestResult {
  readonly origins: number;
  readonly measures: Readonly<
    Record<'model' | 'median' | 'sameWeekday1' | 'sameWeekday4' | 'sameWeekday8', Measures>
  >;
  /** Percentage of counts within the range of 80 %. */
  readonly coverage80: number;
  /** Percentage of counts below and above it. */
  readonly below: number;
  readonly above: number;
  /** Dishes that ran out: what was asked for is not known. */
  readonly leftOut: { readonly soldOut: number };
  /** Sites whose guests nobody counted: their dishes were told from their own counts. */
  readonly guestsUnknown: number;
  readonly lines: readonly DishLine[];
}

/** Days between two fits of the take-up. */
const refitEvery = 7;

/**
 * Forecasts the portions of each dish in a window with only what was recorded up to `lead` days before: the guests by
 * the attendance model, their choices by the take-up model. What was offered is known ahead (the menu); how many came
 * and what they took is not. Where a site counts dishes but no guests, each dish is told from its own counts; once a
 * course's sum is long known, and tells more, its guests are those who took something of it.
 */
export function dishBacktest(
  history: DishHistory,
  request: DishBacktestRequest,
  hooks: Hooks = {},
): DishBacktestResult {
  const fits = new Refits(history, toDay(request.from) - Math.max(1, request.lead), hooks);
  const alone = sitesAlone(history, request);
  const offers = offersOf(history, toDay(request.to)).filter(({ siteId }) => !alone.has(siteId));
  const attendance = withDinersOfDishes(history.attendance, offers);
  const guested: DishHistory = { ...history, attendance };
  const byCell = Map.groupBy(offers, ({ siteId, day }) => `${siteId}|${day}`);
  const past = new SameWeekdays(offers);
  const lines: DishLine[] = [];
  let soldOut = 0;
  rollingForecasts(guested, request, hooks, (cell) => {
    for (const offer of byCell.get(`${cell.siteId}|${cell.day}`) ?? []) {
      if (hooks.cancelled?.()) throw new Cancelled('The backtest was cancelled');
      const own = offerLines(offer, cell, fits.at(cell.origin), past);
      lines.push(...own);
      soldOut += offer.rows.filter((row) => row.soldOut).length;
    }
  });
  const ofAlone = alone.size === 0 ? noLines : linesAlone(history, request, alone, hooks);
  // One more argument for each line would be too many for a year's.
  const all = ofAlone.lines.length === 0 ? lines : [...lines, ...ofAlone.lines].sort(byDateAndSite);
  return {
    origins: Math.max(fits.count, ofAlone.origins),
    leftOut: { soldOut: soldOut + ofAlone.soldOut },
    guestsUnknown: alone.size,
    lines: all,
    ...measureDishes(all),
  };
}

const byDateAndSite = (a: DishLine, b: DishLine) =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.siteId - b.siteId;

/** Sites without a count of guests whose dishes are told by themselves at the first origin. */
function sitesAlone(history: DishHistory, { from, lead }: DishBacktestRequest): ReadonlySet<number> {
  const origin = toDay(from) - Math.max(1, lead);
  const alone = new PortionsAlone(history, dishReader(history), origin);
  return new Set(history.sites.map(({ id }) => id).filter((id) => alone.has(id)));
}

interface AloneLines {
  readonly lines: readonly DishLine[];
  readonly soldOut: number;
  readonly origins: number;
}
const noLines: AloneLines = { lines: [], soldOut: 0, origins: 0 };

/** The same of sites that count no guests: the dishes of a day are told together, whatever course they are of. */
function linesAlone(
  history: DishHistory,
  { from, to, lead }: DishBacktestRequest,
  sites: ReadonlySet<number>,
  hooks: Hooks,
): AloneLines {
  const behind = Math.max(1, lead);
  const read = dishReader(history);
  const days = countedDays(history, read, toDay(to)).filter(({ siteId }) => sites.has(siteId));
  const rows = days.map(({ siteId, day, dishes }) => ({
    siteId,
    day,
    course: 'other' as Course,
    diners: null,
    rows: [...dishes.values()].filter(wasOffered).map((dish) => rowOf(dish, dish)),
  }));
  const past = new SameWeekdays(rows);
  const refit = new PortionRefits(history, read);
  const lines: DishLine[] = [];
  let soldOut = 0;
  for (const { siteId, day, rows: counted } of rows) {
    if (day < toDay(from) || counted.length === 0) continue;
    if (hooks.cancelled?.()) throw new Cancelled('The backtest was cancelled');
    const origin = day - behind;
    const offered = counted.map(({ key, family }) => ({ key, family, course: courseOf(null, family) }));
    const demands = refit.at(origin).demand(siteId, toIso(day), offered);
    counted.forEach((row, i) => {
      if (row.soldOut) soldOut++;
      else lines.push(lineOf(offered[i], row.taken, demands[i], null, { siteId, day, origin }, past));
    });
  }
  return { lines, soldOut, origins: refit.count };
}

/** Rates of each origin; they take no longer than their records are read. */
class PortionRefits {
  count = 0;
  private origin = Number.NaN;
  private model: PortionsAlone | undefined;
  private readonly history: DishHistory;
  private readonly read: (text: string) => DishKind;

  constructor(history: DishHistory, read: (text: string) => DishKind) {
    this.history = history;
    this.read = read;
  }

  at(origin: number): PortionsAlone {
    if (this.model === undefined || this.origin !== origin) {
      this.model = new PortionsAlone(this.history, this.read, origin);
      this.origin = origin;
      this.count++;
    }
    return this.model;
  }
}

/** Measures of the lines, or of some of them. */
export function measureDishes(
  lines: readonly DishLine[],
): Pick<DishBacktestResult, 'measures' | 'coverage80' | 'below' | 'above'> {
  const of = (forecast: (line: DishLine) => number | null) =>
    measure(lines.map((line) => [forecast(line), line.taken] as const));
  const share = (test: (line: DishLine) => boolean) =>
    lines.length > 0 ? (100 * lines.filter(test).length) / lines.length : 0;
  const below = share(({ taken, low }) => taken < low);
  const above = share(({ taken, high }) => taken > high);
  return {
    measures: {
      model: of(({ mean }) => mean),
      median: of(({ q50 }) => q50),
      sameWeekday1: of((line) => line.sameWeekday1),
      sameWeekday4: of((line) => line.sameWeekday4),
      sameWeekday8: of((line) => line.sameWeekday8),
    },
    coverage80: 100 - below - above,
    below,
    above,
  };
}

function offerLines(offer: Offer, cell: ForecastCell, model: TakeUpModel, past: SameWeekdays): DishLine[] {
  const { siteId, day, course, rows } = offer;
  const date = toIso(day);
  const offered: OfferedDish[] = rows.map(({ key, family }) => ({ key, family, course }));
  const demands = model.demand(siteId, date, offered, cell.forecast);
  return rows.flatMap(({ key, taken, soldOut }, i) => {
    if (Number.isNaN(taken) || soldOut) return [];
    const at = { siteId, day, origin: cell.origin };
    return [lineOf({ key, course }, taken, demands[i], cell.forecast.mean, at, past)];
  });
}

function lineOf(
  { key, course }: { readonly key: string; readonly course: Course },
  taken: number,
  demand: DishDemand,
  diners: number | null,
  { siteId, day, origin }: { readonly siteId: number; readonly day: number; readonly origin: number },
  past: SameWeekdays,
): DishLine {
  const mean = (count: number) => past.mean(siteId, key, day, origin, count);
  return {
    siteId,
    date: toIso(day),
    course,
    dish: key,
    taken,
    diners,
    mean: demand.mean,
    low: demand.low,
    high: demand.high,
    q50: demand.quantile(0.5),
    q80: demand.quantile(0.8),
    sameWeekday1: mean(1),
    sameWeekday4: mean(4),
    sameWeekday8: mean(8),
    origin: toIso(origin),
  };
}

/** The models of a fixed grid of origins: outcomes must not even decide when to fit. */
class Refits {
  count = 0;
  private readonly history: DishHistory;
  private readonly hooks: Hooks;
  private due: number;
  private model: TakeUpModel | undefined;

  constructor(history: DishHistory, first: number, hooks: Hooks) {
    this.history = history;
    this.due = first;
    this.hooks = { cancelled: () => hooks.cancelled?.() ?? false };
  }

  at(origin: number): TakeUpModel {
    if (this.model === undefined || origin >= this.due) {
      // Days without a forecast are passed over.
      while (this.due + refitEvery <= origin) this.due += refitEvery;
      this.model = fitTakeUp(this.history, toIso(this.due), this.hooks);
      this.due += refitEvery;
      this.count++;
    }
    return this.model;
  }
}

/** What a site served of a dish on its last same weekdays. */
class SameWeekdays {
  private readonly counts: ReadonlyMap<string, readonly { readonly day: number; readonly taken: number }[]>;

  constructor(offers: readonly Offer[]) {
    const rows = offers.flatMap(({ siteId, day, rows }) =>
      rows
        .filter(({ taken }) => !Number.isNaN(taken))
        .map(({ key, taken }) => ({ at: `${siteId}|${key}|${weekday(day)}`, day, taken })),
    );
    this.counts = Map.groupBy(rows, ({ at }) => at);
  }

  mean(siteId: number, key: string, day: number, origin: number, count: number): number | null {
    const known = (this.counts.get(`${siteId}|${key}|${weekday(day)}`) ?? []).filter((c) => c.day <= origin);
    const last = known.slice(-count);
    return last.length === 0 ? null : last.reduce((sum, { taken }) => sum + taken, 0) / last.length;
  }
}
