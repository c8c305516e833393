import { weekday } from '../../../forecasting/calendar/day.ts';
import type { SchoolCalendar } from '../../../forecasting/calendar/school-calendar.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { Closure, Site } from '../../../forecasting/domain/records.ts';
import { usualWeekdays } from '../../../forecasting/frame/frame.ts';

/** From so many days of a school year on, a site's own records say on which weekdays it serves. */
const fewestDays = 20;

/** The weekdays on which a site serves in each school year; absent: too few records to say. */
function weekdaysByYear(recorded: readonly number[]): ReadonlyMap<number, ReadonlySet<number>> {
  const counts = new Map<number, Float64Array>();
  for (const day of recorded) {
    const year = schoolYearOf(day);
    const own = counts.get(year) ?? new Float64Array(8);
    own[weekday(day)] = (own[weekday(day)] ?? 0) + 1;
    counts.set(year, own);
  }
  const enough = [...counts].filter(([, own]) => own.reduce((sum, n) => sum + n, 0) >= fewestDays);
  return new Map(enough.map(([year, own]) => [year, usualWeekdays(own)]));
}

export interface ExpectedDays {
  /** Days of service of schools. */
  readonly calendar: SchoolCalendar;
  /** Leisure centres serve when schools do not: on the days on which one of them did. */
  readonly leisureDays: ReadonlySet<number>;
  /** Closed, or on strike. */
  off(siteId: number, day: number): boolean;
  readonly firstDay: number;
  readonly lastDay: number;
}

/**
 * The days on which a site should have a served count: days of service, on its own weekdays, without a closure or a
 * strike. What is recorded all the same is no gap and is not asked for.
 */
export function expectedDays(site: Site, recorded: readonly number[], days: ExpectedDays): readonly number[] {
  const weekdays = weekdaysByYear(recorded);
  const known = new Set(recorded);
  const serves = (day: number) =>
    site.kind === 'L'
      ? days.leisureDays.has(day)
      : days.calendar.offReason(day) === null && (weekdays.get(schoolYearOf(day))?.has(weekday(day)) ?? true);
  const expected: number[] = [];
  for (let day = days.firstDay; day <= days.lastDay; day++) {
    if (serves(day) && (known.has(day) || !days.off(site.id, day))) {
      expected.push(day);
    }
  }
  return expected;
}

/** Closures and strikes of a site or of all, by day; an outing leaves guests. */
export function offOf(closures: readonly Closure[], toDay: (date: string) => number): ExpectedDays['off'] {
  const off = new Set(
    closures
      .filter(({ kind }) => kind !== 'outing')
      .map(({ siteId, date }) => `${siteId ?? ''} ${toDay(date)}`),
  );
  return (siteId, day) => off.has(`${siteId} ${day}`) || off.has(` ${day}`);
}
