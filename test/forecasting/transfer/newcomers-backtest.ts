import { toDay, toIso, weekday } from '../../../forecasting/calendar/day.ts';
import { weekOfSchoolYear } from '../../../forecasting/calendar/school-year.ts';
import type { Library } from '../../../forecasting/domain/library.ts';
import type { History, Site } from '../../../forecasting/domain/records.ts';
import { type QuantileGrid, quantileGrid } from '../../../forecasting/evaluation/quantile-grid.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';

/** One site-day as a commune with only so many weeks of its own records would have forecast it. */
export interface NewcomerLine {
  readonly weeks: number;
  readonly site: number;
  readonly day: number;
  readonly origin: number;
  readonly actual: number;
  readonly staff: number | null;
  readonly sameWeekday4: number | null;
  readonly mean: number;
  readonly quantiles: QuantileGrid;
}

export interface NewcomerWindow {
  readonly from: string;
  readonly to: string;
  /** Weeks between two origins. */
  readonly every: number;
  /** Weeks of records that a town has at its origin. */
  readonly weeks: readonly number[];
}

/** Canteens that play the new communes: every third by name. */
export function splitSites({ sites }: History): { readonly known: Site[]; readonly newcomers: Site[] } {
  const sorted = [...sites].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    known: sorted.filter((_, i) => i % 3 !== 2),
    newcomers: sorted.filter((_, i) => i % 3 === 2),
  };
}

/** The history of some sites from a day on. */
export function historyOf(
  history: History,
  sites: readonly Site[],
  from = 0,
  to = Number.POSITIVE_INFINITY,
): History {
  const ids = new Set(sites.map(({ id }) => id));
  const { site, day, served, staff } = history.attendance;
  const rows = [...site.keys()].filter((i) => ids.has(site[i]) && day[i] >= from && day[i] <= to);
  const ints = (column: Int32Array) => Int32Array.from(rows, (i) => column[i]);
  const floats = (column: Float64Array) => Float64Array.from(rows, (i) => column[i]);
  const own = <T extends { readonly siteId: number | null }>(records: readonly T[]) =>
    records.filter(({ siteId }) => siteId === null || ids.has(siteId));
  return {
    ...history,
    sites,
    attendance: { site: ints(site), day: ints(day), served: floats(served), staff: floats(staff) },
    enrolment: own(history.enrolment),
    menu: own(history.menu).filter(({ date }) => toDay(date) >= from),
    closures: own(history.closures).filter(({ date }) => toDay(date) >= from),
  };
}

/** Each town alone, at an origin every few weeks (a Thursday), for the days of the week after. */
export function newcomersBacktest(
  history: History,
  towns: readonly (readonly Site[])[],
  window: NewcomerWindow,
  library: Library | null,
): NewcomerLine[] {
  const lines: NewcomerLine[] = [];
  for (const town of towns) {
    const own = historyOf(history, town);
    const first = weekOfSchoolYear(toDay(window.from)) + 3;
    for (let origin = first; origin + 8 <= toDay(window.to); origin += 7 * window.every) {
      for (const count of window.weeks) lines.push(...linesAt(own, origin, count, library));
    }
  }
  return lines;
}

/** First day of the last `count` weeks of service up to an origin; `null` where there are fewer. */
function firstDay({ attendance }: History, origin: number, count: number): number | null {
  if (count === 0) return origin + 1;
  const weeks = new Set<number>();
  for (const day of attendance.day) if (day <= origin) weeks.add(weekOfSchoolYear(day));
  const last = [...weeks].sort((a, b) => a - b).slice(-count);
  return last.length < count ? null : last[0];
}

function linesAt(own: History, origin: number, weeks: number, library: Library | null): NewcomerLine[] {
  const first = firstDay(own, origin, weeks);
  if (first === null) return [];
  const { site, served, day, staff } = own.attendance;
  const strikes = new Set(own.closures.map(({ date }) => toDay(date)));
  const next = [...day.keys()].filter((i) => {
    const ahead = day[i] - origin;
    return ahead >= 4 && ahead <= 8 && served[i] > 0 && !strikes.has(day[i]);
  });
  if (next.length === 0) return [];
  const young = historyOf(own, own.sites, first, origin);
  const menu = own.menu.filter(({ date }) => toDay(date) >= first);
  const model = fitAttendance({ ...young, menu, ...(library ? { library } : {}) }, toIso(origin));
  return next.map((i) => {
    const [id, at] = [site[i], day[i]];
    const forecast = model.forecast(id, toIso(at));
    if (forecast === null) throw new Error(`No forecast for site ${id} on ${toIso(at)}`);
    return {
      weeks,
      site: id,
      day: at,
      origin,
      actual: served[i],
      staff: Number.isNaN(staff[i]) ? null : staff[i],
      sameWeekday4: sameWeekday4(young, id, at),
      mean: forecast.mean,
      quantiles: quantileGrid(forecast),
    };
  });
}

function sameWeekday4({ attendance }: History, id: number, at: number): number | null {
  const { site, day, served } = attendance;
  const same = [...day.keys()].filter(
    (i) => site[i] === id && weekday(day[i]) === weekday(at) && served[i] > 0,
  );
  const last = same.slice(-4);
  return last.length === 0 ? null : last.reduce((sum, i) => sum + served[i], 0) / last.length;
}
