import { dayNumber, monthOfDay, toDay, toIso, weekday } from '../../../forecasting/calendar/day.ts';
import { publicHolidays } from '../../../forecasting/calendar/public-holidays.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type {
  Closure,
  Enrolment,
  History,
  MenuItem,
  SchoolHoliday,
  Site,
} from '../../../forecasting/domain/records.ts';
import { columns } from './columns.ts';

export interface CityOptions {
  readonly sites: number;
  readonly firstYear: number;
  readonly years: number;
  readonly seed?: number;
  /** Service weekdays; Monday, Tuesday, Thursday and Friday unless given. */
  readonly weekdays?: readonly number[];
}

/** A generator of numbers in [0, 1) from a seed (mulberry32). */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const dishes = ['Carottes râpées', 'Poulet rôti', 'Frites', 'Poisson pané', 'Yaourt', 'Compote', 'Omelette'];

/** A made-up city whose schools share weekdays, seasons and breaks, and each grow at their own pace. */
export function syntheticCity(options: CityOptions): History {
  const next = random(options.seed ?? 1);
  const holidays = range(options.years).flatMap((y) => holidaysOf(options.firstYear + y));
  const days = serviceDays(options, holidays);
  const menu = days.flatMap((day, i): MenuItem[] =>
    [0, 1].map((rank) => ({
      date: toIso(day),
      siteId: null,
      rank: rank + 1,
      course: null,
      dish: dishes[(i * 3 + rank * 2) % dishes.length],
      choice: null,
    })),
  );
  const cityNoise = new Map(days.map((d) => [d, 0.02 * normal(next)]));
  const sites: Site[] = [];
  const enrolment: Enrolment[] = [];
  const records: { site: number; day: number; served: number; staff: number }[] = [];
  for (let s = 1; s <= options.sites; s++) {
    const kind = s % 2 === 0 ? 'E' : 'M';
    sites.push({ id: s, name: `École ${s}`, kind, sector: null, capacity: null });
    let children = 40 + Math.floor(220 * next());
    const children0 = new Map<number, number>();
    for (let y = -1; y <= options.years; y++) {
      children0.set(options.firstYear + y, children);
      enrolment.push({ siteId: s, schoolYear: options.firstYear + y, children });
      children = Math.max(10, Math.round(children * (1 + 0.06 * normal(next))));
    }
    for (const day of days) {
      const enrolled = children0.get(schoolYearOf(day)) ?? 0;
      const rate = 0.78 + weekdayEffect(day) + (monthOfDay(day) === 7 ? -0.12 : 0);
      const log = (cityNoise.get(day) ?? 0) + 0.03 * normal(next);
      const served = Math.max(0, Math.round(enrolled * rate * Math.exp(log)));
      records.push({ site: s, day, served, staff: Math.round(enrolled * rate * 1.05) });
    }
  }
  return { sites, attendance: columns(records), enrolment, menu, closures: [], holidays };
}

function weekdayEffect(day: number): number {
  return [0, -0.03, 0, -0.05, 0.01, 0.03, 0, 0][weekday(day)];
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** The breaks of one school year, with dates that are made up but of the usual lengths. */
function holidaysOf(year: number): SchoolHoliday[] {
  const at = (name: string, first: number, length: number): SchoolHoliday => ({
    zone: 'B',
    name,
    firstDay: toIso(first),
    lastDay: toIso(first + length - 1),
  });
  const saturday = (day: number) => day + ((6 - weekday(day) + 7) % 7);
  return [
    at('Toussaint', saturday(dayNumber(year, 10, 17)), 16),
    at('Noël', saturday(dayNumber(year, 12, 18)), 16),
    at('Hiver', saturday(dayNumber(year + 1, 2, 10)), 16),
    at('Printemps', saturday(dayNumber(year + 1, 4, 8)), 16),
    at('Été', dayNumber(year + 1, 7, 7), 56),
  ];
}

function serviceDays(options: CityOptions, holidays: readonly SchoolHoliday[]): number[] {
  const off = new Set<number>();
  for (const h of holidays) for (let d = toDay(h.firstDay); d <= toDay(h.lastDay); d++) off.add(d);
  for (let y = options.firstYear; y <= options.firstYear + options.years; y++) {
    for (const h of publicHolidays(y)) off.add(toDay(h.date));
  }
  const served = new Set(options.weekdays ?? [1, 2, 4, 5]);
  const days: number[] = [];
  for (
    let d = dayNumber(options.firstYear, 9, 2);
    d < dayNumber(options.firstYear + options.years, 7, 7);
    d++
  ) {
    if (served.has(weekday(d)) && !off.has(d)) days.push(d);
  }
  return days;
}

/** The same history with other counts of one site, given by day. */
export function withSite(
  history: History,
  siteId: number,
  change: (served: number, day: number) => number | null,
): History {
  const a = history.attendance;
  const records = [...a.site].flatMap((site, i) => {
    const day = a.day[i];
    const served = a.served[i];
    const changed = site === siteId ? change(served, day) : served;
    return changed === null ? [] : [{ site, day, served: changed, staff: a.staff[i] }];
  });
  return { ...history, attendance: columns(records) };
}

export function strikeOn(date: string, announced: string | null): Closure {
  return { date, siteId: null, kind: 'strike', absent: null, announced };
}
