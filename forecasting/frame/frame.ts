import { toDay, weekday } from '../calendar/day.ts';
import type { ServiceEvidence } from '../calendar/school-calendar.ts';
import type { Closure, History, Site } from '../domain/records.ts';

/** One site's days of ordinary service, oldest first: no gaps filled, no closed day. */
export interface Series {
  readonly site: Site;
  readonly days: Int32Array;
  readonly served: Float64Array;
  /** 1 where the day is ordinary; strikes and outings do not move a level. */
  readonly ordinary: Uint8Array;
  /** 1 where the day is one of strike and nothing else, announced or not. */
  readonly strike: Uint8Array;
}

export interface Frame {
  readonly series: readonly Series[];
  /** Index in `series` of a site id. */
  readonly indexOf: ReadonlyMap<number, number>;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Closures by site and day; a record of every site has the key of site −1. */
export interface ClosureIndex {
  /** The closures of one site-day that were known at the end of a day; all of them when `known` is absent. */
  find(siteId: number, day: number, known?: number): readonly Closure[];
}

export function indexClosures(closures: readonly Closure[]): ClosureIndex {
  const byDay = new Map<number, Closure[]>();
  for (const c of closures) {
    const day = toDay(c.date);
    const list = byDay.get(day);
    if (list === undefined) byDay.set(day, [c]);
    else list.push(c);
  }
  const none: readonly Closure[] = [];
  return {
    find(siteId, day, known) {
      const list = byDay.get(day);
      if (list === undefined) return none;
      return list.filter(
        (c) => (c.siteId === null || c.siteId === siteId) && (known === undefined || isKnown(c, known)),
      );
    },
  };
}

/** A forecast made at the end of `origin` may use a closure announced by then, or one that has happened. */
function isKnown(closure: Closure, origin: number): boolean {
  if (closure.announced !== null && toDay(closure.announced) <= origin) return true;
  return toDay(closure.date) <= origin;
}

/** Cuts the attendance columns into one series per site, dropping missing counts and days without service. */
export function buildFrame(history: History, closures: ClosureIndex, lastDay: number): Frame {
  const { site, day, served, staff } = history.attendance;
  const rowsOf = new Map<number, number[]>();
  for (let i = 0; i < site.length; i++) {
    if ((day[i] ?? 0) > lastDay || !Number.isFinite(served[i])) continue;
    const list = rowsOf.get(site[i] ?? 0);
    if (list === undefined) rowsOf.set(site[i] ?? 0, [i]);
    else list.push(i);
  }
  let firstDay = lastDay;
  const series = history.sites.map((s): Series => {
    const rows = openRows(rowsOf.get(s.id) ?? [], served, staff);
    const days = Int32Array.from(rows, (i) => day[i] ?? 0);
    firstDay = Math.min(firstDay, days[0] ?? lastDay);
    const closedOn = Array.from(days, (d) => closures.find(s.id, d));
    return {
      site: s,
      days,
      served: Float64Array.from(rows, (i) => served[i] ?? 0),
      ordinary: Uint8Array.from(closedOn, (found) => (found.length === 0 ? 1 : 0)),
      strike: Uint8Array.from(closedOn, (found) => (isOnlyStrike(found) ? 1 : 0)),
    };
  });
  return { series, indexOf: new Map(series.map((s, i) => [s.site.id, i])), firstDay, lastDay };
}

/** The frame as it was at the end of a day: what is open on a day rests on the days before it alone. */
export function frameUpTo(whole: Frame, lastDay: number): Frame {
  const series = whole.series.map((s): Series => {
    const later = s.days.findIndex((day) => day > lastDay);
    const n = later < 0 ? s.days.length : later;
    return {
      site: s.site,
      days: s.days.subarray(0, n),
      served: s.served.subarray(0, n),
      ordinary: s.ordinary.subarray(0, n),
      strike: s.strike.subarray(0, n),
    };
  });
  return { series, indexOf: whole.indexOf, firstDay: Math.min(whole.firstDay, lastDay), lastDay };
}

const isOnlyStrike = (closures: readonly Closure[]) =>
  closures.length > 0 && closures.every(({ kind }) => kind === 'strike');

/**
 * Drops the zeros that mean "closed": the site had not served yet, nobody was expected, or it never came near zero
 * before. At a site that serves a handful of meals a zero means that nobody came, and stays.
 */
function openRows(rows: readonly number[], served: Float64Array, staff: Float64Array): number[] {
  const open: number[] = [];
  let usual = 0;
  for (const i of rows) {
    const count = served[i] ?? 0;
    if (count <= 0 && (open.length === 0 || staff[i] === 0 || usual >= 12)) continue;
    open.push(i);
    usual = open.length === 1 ? count : usual + 0.1 * (count - usual);
  }
  return open;
}

/** Which weekdays the sites serve on, and the share of the sites that served on each day up to `lastDay`. */
export function serviceEvidence(frame: Frame, lastDay: number): ServiceEvidence {
  const { firstDay } = frame;
  const n = Math.max(0, lastDay - firstDay + 1);
  const counts = new Float64Array(n);
  let active = 0;
  for (const s of frame.series) {
    let any = false;
    for (const d of s.days) {
      if (d > lastDay) break;
      counts[d - firstDay] = (counts[d - firstDay] ?? 0) + 1;
      any = true;
    }
    if (any) active++;
  }
  const perWeekday = new Float64Array(8);
  for (let i = 0; i < n; i++) {
    const share = (counts[i] ?? 0) / Math.max(1, active);
    if (share >= 0.3) perWeekday[weekday(firstDay + i)] = (perWeekday[weekday(firstDay + i)] ?? 0) + 1;
    counts[i] = share > 0 ? share : -1;
  }
  const noSchools = frame.series.every(({ site }) => site.kind === 'L' || site.kind === 'A');
  return { firstDay, share: counts, weekdays: usualWeekdays(perWeekday), noSchools };
}

/** Weekdays with at least a fifth of the service days of the busiest one; Monday to Friday when in doubt. */
export function usualWeekdays(perWeekday: Float64Array): ReadonlySet<number> {
  const most = Math.max(...perWeekday);
  if (most === 0) return new Set([1, 2, 4, 5]);
  return new Set([1, 2, 3, 4, 5, 6, 7].filter((w) => (perWeekday[w] ?? 0) >= most / 5));
}
