import { toDay, weekday, weekIndex } from '../calendar/day.ts';
import { isInUse } from '../calendar/in-use.ts';
import type { CalendarPeriod, SchoolCalendar } from '../calendar/school-calendar.ts';
import type { ServiceWeek, StatedWeek, WeekPattern } from '../domain/records.ts';
import type { ClosureIndex, Frame } from './frame.ts';
import { type Habits, learnHabits, type WeekdayHabit } from './learned-week.ts';

/** On what it rests that a site serves on a day, or does not: only `stated` is no guess. */
export type WeekSource = 'stated' | 'records' | 'town';

export interface DayOfWeek {
  readonly serves: boolean;
  readonly source: WeekSource;
}

/** Where no site has a past. */
const usualWeekdays: readonly number[] = [1, 2, 4, 5];

/** What is read of each site: itself, and the days on which it served. */
export interface ServedDays {
  readonly series: readonly Pick<Frame['series'][number], 'site' | 'days'>[];
}

/** On which days each site serves, as known at the end of an origin: stated, learned from its own past, or the town's. */
export class ServiceWeeks {
  private readonly frame: ServedDays;
  private readonly calendar: SchoolCalendar;
  private readonly closures: ClosureIndex;
  private readonly origin: number;
  private readonly stated: ReadonlyMap<number, readonly StatedWeek[]>;
  private readonly habits = new Map<string, Habits>();
  private town: { readonly lastRecorded: number; readonly sitesIn: ReadonlyMap<number, number> } | null =
    null;

  constructor(
    frame: ServedDays,
    calendar: SchoolCalendar,
    closures: ClosureIndex,
    stated: readonly StatedWeek[],
    origin: number,
  ) {
    this.frame = frame;
    this.calendar = calendar;
    this.closures = closures;
    this.origin = origin;
    this.stated = Map.groupBy(
      stated.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
      ({ siteId }) => siteId,
    );
  }

  /** Whether a site (its index in the frame) serves on a day that is no public holiday. */
  at(site: number, day: number): DayOfWeek {
    if (!this.isInUse(site, day)) return { serves: false, source: 'stated' };
    const stated = this.statedAt(site, day);
    const period = this.calendar.period(day) ?? 'term';
    if (stated !== null) {
      return { serves: servesIn(stated.week[period], toDay(stated.from), day), source: 'stated' };
    }
    const own = this.habitsOf(site, period)[weekday(day)] ?? null;
    if (own !== null) return { serves: servesBy(own, day), source: 'records' };
    return { serves: servesBy(this.townHabit(site, period, weekday(day)), day), source: 'town' };
  }

  /** By what was stated of its opening and its closing for good. */
  isInUse(site: number, day: number): boolean {
    const place = this.frame.series[site]?.site;
    return place === undefined || isInUse(place, day);
  }

  /** The statement in force on a day. */
  statedAt(site: number, day: number): StatedWeek | null {
    const id = this.frame.series[site]?.site.id ?? 0;
    return this.stated.get(id)?.findLast(({ from }) => toDay(from) <= day) ?? null;
  }

  /** Something was served at the site: its own records tell its days. */
  hasPast(site: number): boolean {
    const { days } = this.frame.series[site] as ServedDays['series'][number];
    return countUpTo(days, this.origin) > 0;
  }

  /** The week that a site has without any statement. */
  learned(site: number): ServiceWeek {
    return { term: this.patternOf(site, 'term'), holidays: this.patternOf(site, 'holidays') };
  }

  private patternOf(site: number, period: CalendarPeriod): WeekPattern {
    const habits = [1, 2, 3, 4, 5, 6, 7].map(
      (w) => this.habitsOf(site, period)[w] ?? this.townHabit(site, period, w),
    );
    const pick = (wanted: (habit: WeekdayHabit) => boolean) =>
      habits.flatMap((habit, i) => (wanted(habit) ? [i + 1] : []));
    return {
      weekdays: pick((habit) => habit === 'served'),
      everyOtherWeek: pick((habit) => typeof habit === 'object'),
    };
  }

  private habitsOf(site: number, period: CalendarPeriod): Habits {
    const key = `${site} ${period}`;
    const found = this.habits.get(key);
    if (found !== undefined) return found;
    const { calendar, origin } = this;
    const { site: place, days } = this.frame.series[site] as ServedDays['series'][number];
    const known = days.subarray(0, countUpTo(days, origin));
    const { lastRecorded, sitesIn } = this.townRecord();
    const own = new Set(Array.from(known, weekIndex));
    const habits = learnHabits(
      {
        days: known,
        calendar,
        lastRecorded,
        excused: (day) => this.closures.find(place.id, day, origin).some(({ kind }) => kind !== 'outing'),
        otherServed: (week) => (sitesIn.get(week) ?? 0) > (own.has(week) ? 1 : 0),
      },
      period,
    );
    this.habits.set(key, habits);
    return habits;
  }

  private townRecord() {
    if (this.town !== null) return this.town;
    let lastRecorded = Number.NEGATIVE_INFINITY;
    const sitesIn = new Map<number, number>();
    for (const { days } of this.frame.series) {
      const n = countUpTo(days, this.origin);
      lastRecorded = Math.max(lastRecorded, days[n - 1] ?? lastRecorded);
      for (const week of new Set(Array.from(days.subarray(0, n), weekIndex))) {
        sitesIn.set(week, (sitesIn.get(week) ?? 0) + 1);
      }
    }
    this.town = { lastRecorded, sitesIn };
    return this.town;
  }

  /** What most sites of the same kind do, else most of all; every second week is nobody else's habit. */
  private townHabit(site: number, period: CalendarPeriod, w: number): WeekdayHabit {
    const { series } = this.frame;
    const kind = series[site]?.site.kind;
    const withPast = series.flatMap((_, i) =>
      i !== site && (this.habitsOf(i, period)[w] ?? null) !== null ? [i] : [],
    );
    const alike = withPast.filter((i) => series[i]?.site.kind === kind);
    const asked = alike.length > 0 ? alike : withPast;
    if (asked.length === 0) return period === 'term' && usualWeekdays.includes(w) ? 'served' : 'closed';
    const serving = asked.filter((i) => this.habitsOf(i, period)[w] === 'served').length;
    return 2 * serving >= asked.length ? 'served' : 'closed';
  }
}

function countUpTo(days: Int32Array, last: number): number {
  const later = days.findIndex((day) => day > last);
  return later < 0 ? days.length : later;
}

const isEven = (weeks: number) => Math.abs(weeks) % 2 === 0;

function servesBy(habit: WeekdayHabit, day: number): boolean {
  return typeof habit === 'object' ? isEven(weekIndex(day) - habit.everyOtherWeekFrom) : habit === 'served';
}

/** `from`: a day of the first of every two weeks. */
function servesIn({ weekdays, everyOtherWeek }: WeekPattern, from: number, day: number): boolean {
  const w = weekday(day);
  return weekdays.includes(w) || (everyOtherWeek.includes(w) && isEven(weekIndex(day) - weekIndex(from)));
}
