import { weekday } from '../../../forecasting/calendar/day.ts';
import type { SchoolCalendar } from '../../../forecasting/calendar/school-calendar.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { Closure, Site } from '../../../forecasting/domain/records.ts';
import { usualWeekdays } from '../../../forecasting/frame/frame.ts';
import type { OwnWeek } from '../calendar/site-weeks.ts';

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
  /** The town's weekdays of service, for a site whose own records do not say. */
  readonly weekdays: ReadonlySet<number>;
  /** The weeks of the sites: where somebody stated one, it says on which days there should be a count. */
  week(siteId: number): Pick<OwnWeek, 'at' | 'isStated'>;
  /** Leisure centres serve when schools do not: on the days on which one of them did. */
  readonly leisureDays: ReadonlySet<number>;
  /** Closed, or on strike. */
  off(siteId: number, day: number): boolean;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Does a site serve on a day: by its stated week, else on the weekdays of its own records of that school year? */
export function servesOn(
  site: Site,
  recorded: readonly number[],
  days: ExpectedDays,
): (day: number) => boolean {
  const weekdays = weekdaysByYear(recorded);
  const week = days.week(site.id);
  const { calendar, leisureDays } = days;
  return (day) => {
    if (week.isStated(day)) return calendar.period(day) !== null && week.at(day).serves;
    if (site.kind === 'L') return leisureDays.has(day);
    const inTerm = calendar.offReason(day) === null || calendar.period(day) === 'term';
    return inTerm && (weekdays.get(schoolYearOf(day)) ?? days.weekdays).has(weekday(day));
  };
}

/**
 * The days on which a site should have a served count: days of service, on its own weekdays, without a closure or a
 * strike. What is recorded all the same is no gap and is not asked for.
 */
export function expectedDays(site: Site, recorded: readonly number[], days: ExpectedDays): readonly number[] {
  const known = new Set(recorded);
  const serves = servesOn(site, recorded, days);
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
