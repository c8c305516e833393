import type { PublicHolidayRegion, SchoolHoliday } from '../domain/records.ts';
import { toDay, weekday, yearOf } from './day.ts';
import { guessedPrefix } from './known-days.ts';
import { publicHolidays } from './public-holidays.ts';

/** A run of days off at least this long is a break; shorter ones are long weekends. */
const breakLength = 6;
/** Distances are counted in service days and capped here. */
export const distanceCap = 12;
/** A break at least this long is the summer. */
const summerLength = 40;
export const summerCap = 30;
/** Days from a date to the same weekday a year before. */
const sameWeekdayYear = 364;
/** Share of the sites from which a day on which they served was one of school. */
const wellServed = 0.3;

export type OffReason = 'weekend' | 'school-holiday' | 'public-holiday';
/** Weeks of school, or school holidays. */
export type CalendarPeriod = 'term' | 'holidays';

/** What a day is to the whole city, as far as known at one origin. */
export interface SchoolCalendar {
  readonly firstDay: number;
  readonly lastDay: number;
  /** `null` on a day of service. */
  offReason(day: number): OffReason | null;
  /** In which kind of period a day lies, whatever its weekday; `null` on a public holiday. */
  period(day: number): CalendarPeriod | null;
  /** Name of the school or public holiday of a day off. */
  label(day: number): string | null;
  /** Service days since the last break: 0 on the first day back; capped. */
  sinceBreak(day: number): number;
  /** Service days until the next break: 0 on the last day before it; capped. */
  toBreak(day: number): number;
  /** Service days since the last summer and until the next: 0 on the first and last day of a year; capped. */
  sinceSummer(day: number): number;
  toSummer(day: number): number;
  /**
   * The day of the last school year that a day is best compared with: as far from the summer at the start
   * and at the end of a year, otherwise the same weekday 52 weeks before.
   */
  yearAgo(day: number): number;
  /** The day of service before (−1) or after (+1) lies beyond a public holiday. */
  besidePublicHoliday(day: number, side: -1 | 1): boolean;
}

/** Share of sites that served on each day, for days up to the origin; −1 where nothing is recorded. */
export interface ServiceEvidence {
  readonly firstDay: number;
  readonly share: Float64Array;
  /** Weekdays (1 to 7) on which the sites usually serve. */
  readonly weekdays: ReadonlySet<number>;
  /** None of the sites is a school: school holidays need not close any. */
  readonly noSchools?: boolean;
}

const on = 0;
const weekend = 1;
const schoolHoliday = 2;
const publicHoliday = 3;
const reasons: readonly (OffReason | null)[] = [null, 'weekend', 'school-holiday', 'public-holiday'];

/**
 * Joins what was announced (school holidays of one zone, public holidays) with what was seen: a stated day
 * off on which the sites served was a day of service, and a long silence on stated days was a break.
 */
export function buildSchoolCalendar(
  holidays: readonly SchoolHoliday[],
  evidence: ServiceEvidence,
  firstDay: number,
  lastDay: number,
  region: PublicHolidayRegion = 'metropole',
): SchoolCalendar {
  const n = lastDay - firstDay + 1;
  const state = new Uint8Array(n);
  const labels = new Map<number, string>();
  for (let i = 0; i < n; i++) {
    if (!evidence.weekdays.has(weekday(firstDay + i))) state[i] = weekend;
  }
  for (const h of holidays) {
    const to = Math.min(n - 1, toDay(h.lastDay) - firstDay);
    for (let i = Math.max(0, toDay(h.firstDay) - firstDay); i <= to; i++) {
      if (state[i] === on) state[i] = schoolHoliday;
      labels.set(i, h.guessed ? guessedPrefix + h.name : h.name);
    }
  }
  for (let year = yearOf(firstDay); year <= yearOf(lastDay); year++) {
    for (const h of publicHolidays(year, region)) {
      const i = toDay(h.date) - firstDay;
      if (i < 0 || i >= n) continue;
      if (state[i] === on) state[i] = publicHoliday;
      if (!labels.has(i)) labels.set(i, h.name);
    }
  }
  const isPublic = publicFlags(firstDay, n, region);
  const onWeekdays = isPublic.map((flag, i) => (weekday(firstDay + i) <= 5 ? flag : 0));
  const periods = statedPeriods(holidays, firstDay, n);
  correctPeriods(periods, evidence, firstDay);
  for (const i of applyEvidence(state, evidence, firstDay)) periods[i] = 1;
  const period = (day: number): CalendarPeriod | null =>
    isPublic[day - firstDay] === 1 ? null : periods[day - firstDay] === 1 ? 'holidays' : 'term';
  return { firstDay, lastDay, period, ...lookups(state, labels, onWeekdays, firstDay) };
}

/** 1 on each day of school holidays, weekends too. */
function statedPeriods(holidays: readonly SchoolHoliday[], firstDay: number, n: number): Uint8Array {
  const periods = new Uint8Array(n);
  for (const h of holidays) {
    periods.fill(1, Math.max(0, toDay(h.firstDay) - firstDay), Math.max(0, toDay(h.lastDay) - firstDay + 1));
  }
  return periods;
}

/**
 * A stated day off on which a good part of the sites served was a day of school: the list is wrong there. Not so where
 * there are no schools, or where most days served lie in holidays, as those of a leisure centre do.
 */
function correctPeriods(periods: Uint8Array, evidence: ServiceEvidence, firstDay: number): void {
  const { share, noSchools = false } = evidence;
  const at = evidence.firstDay - firstDay;
  const wellServedOn = Array.from(share.keys()).filter((k) => (share[k] ?? 0) >= wellServed);
  const inHolidays = wellServedOn.filter((k) => periods[k + at] === 1);
  if (noSchools || 2 * inHolidays.length > wellServedOn.length) return;
  for (const k of inHolidays) periods[k + at] = 0;
}

function publicFlags(firstDay: number, n: number, region: PublicHolidayRegion): Uint8Array {
  const flags = new Uint8Array(n);
  for (let year = yearOf(firstDay); year <= yearOf(firstDay + n - 1); year++) {
    for (const h of publicHolidays(year, region)) {
      const i = toDay(h.date) - firstDay;
      if (i >= 0 && i < n) flags[i] = 1;
    }
  }
  return flags;
}

const fewestSilent = 7;
const mostSilent = 11;

/** Answers where a break was found that nobody stated. */
function applyEvidence(state: Uint8Array, evidence: ServiceEvidence, firstDay: number): readonly number[] {
  const { share } = evidence;
  const at = evidence.firstDay - firstDay;
  const unstated: number[] = [];
  let silent = 0;
  for (let k = 0; k < share.length; k++) {
    const i = k + at;
    if (i < 0 || i >= state.length) continue;
    const seen = share[k] ?? 0;
    if (seen >= wellServed) state[i] = on;
    // About two weeks without a single meal anywhere: a break that was not stated. A shorter silence is a
    // gap in the records, a longer one too.
    if (state[i] === on && seen <= 0) silent++;
    if (seen > 0) {
      if (silent >= fewestSilent && silent <= mostSilent) unstated.push(...markSilence(state, i - 1, silent));
      silent = 0;
    }
  }
  return unstated;
}

function markSilence(state: Uint8Array, last: number, count: number): readonly number[] {
  const marked: number[] = [];
  for (let i = last, left = count; i >= 0 && left > 0; i--) {
    marked.push(i);
    if (state[i] === on) {
      state[i] = schoolHoliday;
      left--;
    }
  }
  return marked;
}

function lookups(
  state: Uint8Array,
  labels: ReadonlyMap<number, string>,
  isPublic: Uint8Array,
  firstDay: number,
) {
  const n = state.length;
  const before = scan(state, isPublic, 0, n, 1);
  const after = scan(state, isPublic, n - 1, -1, -1);
  return {
    offReason: (day: number) => reasons[state[day - firstDay] ?? weekend] ?? null,
    label: (day: number) => labels.get(day - firstDay) ?? null,
    sinceBreak: (day: number) => before.distance[day - firstDay] ?? distanceCap,
    toBreak: (day: number) => after.distance[day - firstDay] ?? distanceCap,
    sinceSummer: (day: number) => before.summer[day - firstDay] ?? summerCap,
    toSummer: (day: number) => after.summer[day - firstDay] ?? summerCap,
    yearAgo: yearAgo(state, before.summer, after.summer, firstDay),
    besidePublicHoliday: (day: number, side: -1 | 1) =>
      ((side < 0 ? before : after).beside[day - firstDay] ?? 0) === 1,
  };
}

/** Finds comparable days of the school year before. */
function yearAgo(state: Uint8Array, since: Uint8Array, to: Uint8Array, firstDay: number) {
  return (day: number): number => {
    const plain = day - sameWeekdayYear;
    const i = day - firstDay;
    const fromStart = (since[i] ?? summerCap) < 4;
    const distances = fromStart ? since : to;
    const wanted = distances[i] ?? summerCap;
    if (!fromStart && wanted >= summerCap) return plain;
    for (let shift = 0; shift <= 14; shift++) {
      for (const j of [plain - firstDay - shift, plain - firstDay + shift]) {
        if (state[j] !== on || distances[j] !== wanted) continue;
        // Near the summer the exact day counts; farther away the weekday counts more.
        if (wanted < 3) return firstDay + j;
        return plain + 7 * Math.round((firstDay + j - plain) / 7);
      }
    }
    return plain;
  };
}

/** Walks the days in one direction and notes the distances to the last break and the last summer passed. */
function scan(state: Uint8Array, isPublic: Uint8Array, from: number, to: number, step: 1 | -1) {
  const distance = new Uint8Array(state.length);
  const summer = new Uint8Array(state.length);
  const beside = new Uint8Array(state.length);
  let served = distanceCap;
  let sinceSummer = summerCap;
  let run = 0;
  let publicInRun = 0;
  for (let i = from; i !== to; i += step) {
    if (state[i] !== on) {
      run++;
      publicInRun |= isPublic[i] ?? 0;
    } else {
      if (run >= breakLength) served = 0;
      else if (publicInRun === 1) beside[i] = 1;
      if (run >= summerLength) sinceSummer = 0;
      run = 0;
      publicInRun = 0;
    }
    distance[i] = Math.min(served, distanceCap);
    summer[i] = Math.min(sinceSummer, summerCap);
    if (state[i] === on) {
      served++;
      sinceSummer++;
    }
  }
  return { distance, summer, beside };
}

/** Of several zones in one calendar, the one whose holidays fit best with the days that were served. */
export function zoneOf(holidays: readonly SchoolHoliday[], evidence: ServiceEvidence): string | null {
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const zone of [...new Set(holidays.map((h) => h.zone))].sort()) {
    const misfit = zoneMisfit(holidays, zone, evidence);
    if (misfit < fewest) {
      fewest = misfit;
      best = zone;
    }
  }
  return best;
}

function zoneMisfit(holidays: readonly SchoolHoliday[], zone: string, evidence: ServiceEvidence): number {
  const { share, firstDay, weekdays } = evidence;
  const off = new Uint8Array(share.length);
  for (const h of holidays) {
    if (h.zone !== zone) continue;
    const to = Math.min(share.length - 1, toDay(h.lastDay) - firstDay);
    for (let i = Math.max(0, toDay(h.firstDay) - firstDay); i <= to; i++) off[i] = 1;
  }
  let misfit = 0;
  for (let i = 0; i < share.length; i++) {
    const served = (share[i] ?? -1) > 0;
    if (off[i] === 1 ? served : !served && weekdays.has(weekday(firstDay + i))) misfit++;
  }
  return misfit;
}
