import { weekday, weekIndex } from '../calendar/day.ts';
import type { CalendarPeriod, SchoolCalendar } from '../calendar/school-calendar.ts';

/** What a site's own past says of one weekday: served, not served, or every second week from one on (`weekIndex`). */
export type WeekdayHabit = 'served' | 'closed' | { readonly everyOtherWeekFrom: number };

/** What tells on which days a site served. */
export interface ServiceRecord {
  /** Days served up to what is known, ascending. */
  readonly days: Int32Array;
  readonly calendar: Pick<SchoolCalendar, 'period'>;
  /** A closure or a strike explains why nothing was served. */
  excused(day: number): boolean;
  /** The last day of which the records of the town tell anything. */
  readonly lastRecorded: number;
  /** Did another site serve in this week (see `weekIndex`)? */
  otherServed(week: number): boolean;
}

/** The habits of one kind of period, by weekday (1 to 7; entry 0 is unused); `null`: the past does not say. */
export type Habits = readonly (WeekdayHabit | null)[];

/** Weeks of the same kind of period that count: older habits are others'. */
const recentWeeks = 8;
/** Weeks looked back for them: holidays are rare. */
const lookBack: { readonly [P in CalendarPeriod]: number } = { term: 40, holidays: 110 };
/** A new weekday is believed after two services, one of them at most a week apart from the last but one. */
const believedAfter = 2;
/** A weekday is dropped after so many misses in a row. */
const droppedAfter = 3;
/** Share of all its days in holidays, or number of its recent holiday weeks, by which a site serves in holidays. */
const holidayShare = 0.1;
const holidayWeeks = 2;

/** One date on which a site might have served. */
interface Chance {
  readonly week: number;
  readonly served: boolean;
  /** The site served in that week and kind of period: a miss is no gap in the records. */
  readonly ownWeek: boolean;
  /** The same, of this site or of another. */
  readonly attested: boolean;
}

/**
 * The weekdays on which a site serves in one kind of period, as its own last weeks of that kind tell. A weekday that
 * comes or goes is followed after two services or three misses; one that is served every second week is told by its
 * last four weeks, or from its third when it began with that.
 */
export function learnHabits(record: ServiceRecord, period: CalendarPeriod): Habits {
  const { days, calendar } = record;
  // Where nobody has a record yet there is no last day to look back from.
  if (days.length === 0) return Array.from({ length: 8 }, () => null);
  const ofPeriod = days.filter((day) => calendar.period(day) === period);
  if (period === 'holidays' && !servesInHolidays(record, ofPeriod.length)) {
    return [null, ...Array.from({ length: 7 }, () => 'closed' as const)];
  }
  const served = new Set(days);
  const ownWeeks = new Set(Array.from(ofPeriod, weekIndex));
  return [0, 1, 2, 3, 4, 5, 6, 7].map((w) => {
    if (w === 0) return null;
    // A site that never served in this kind of period has a past all the same.
    if (ofPeriod.length === 0) return 'closed';
    return habitOf(chancesOf(record, period, w, served, ownWeeks), lastOwnDay(days));
  });
}

const lastOwnDay = (days: Int32Array) => days.at(-1) ?? Number.NEGATIVE_INFINITY;

function servesInHolidays({ days, calendar, lastRecorded }: ServiceRecord, inHolidays: number): boolean {
  if (inHolidays > holidayShare * days.length) return true;
  const weeks = new Map<number, boolean>();
  const served = new Set(days);
  const first = Math.max(days[0] ?? lastRecorded, lastRecorded - 7 * lookBack.holidays);
  for (let day = lastRecorded; day >= first && weeks.size <= recentWeeks; day--) {
    if (calendar.period(day) !== 'holidays') continue;
    weeks.set(weekIndex(day), (weeks.get(weekIndex(day)) ?? false) || served.has(day));
  }
  return [...weeks.values()].slice(0, recentWeeks).filter(Boolean).length >= holidayWeeks;
}

/** The last dates of one weekday in one kind of period, oldest first, from the site's first record on. */
function chancesOf(
  { days, calendar, excused, lastRecorded, otherServed }: ServiceRecord,
  period: CalendarPeriod,
  w: number,
  served: ReadonlySet<number>,
  ownWeeks: ReadonlySet<number>,
): readonly (Chance & { readonly day: number })[] {
  const first = days[0] ?? lastRecorded + 1;
  const found: (Chance & { readonly day: number })[] = [];
  let own = 0;
  let day = lastRecorded - ((weekday(lastRecorded) - w + 7) % 7);
  for (let back = 0; back < lookBack[period] && day >= first && own < recentWeeks; back++, day -= 7) {
    if (calendar.period(day) !== period || excused(day)) continue;
    const week = weekIndex(day);
    const ownWeek = ownWeeks.has(week);
    if (ownWeek) own++;
    found.push({ day, week, served: served.has(day), ownWeek, attested: ownWeek || otherServed(week) });
  }
  return found.reverse();
}

function habitOf(
  chances: readonly (Chance & { readonly day: number })[],
  lastOwn: number,
): WeekdayHabit | null {
  const alternating = everyOtherWeek(chances);
  if (alternating !== null) return alternating;
  // Weeks without any own record may be gaps; days after the last own record are not recorded yet.
  const told = chances.filter(({ ownWeek, day }) => ownWeek && day <= lastOwn);
  if (told.length === 0) return null;
  let open = told[0]?.served ?? false;
  let misses = open ? 0 : 1;
  for (let i = 1; i < told.length; i++) {
    misses = told[i]?.served ? 0 : misses + 1;
    if (misses >= droppedAfter) open = false;
    const lately = told.slice(Math.max(0, i - believedAfter), i + 1).filter((one) => one.served).length;
    if (told[i]?.served && lately >= believedAfter) open = true;
  }
  return open ? 'served' : 'closed';
}

/** Served in each week of one parity and in none of the other, for long enough to tell. */
function everyOtherWeek(chances: readonly Chance[]): WeekdayHabit | null {
  const last = chances.findLast(({ served }) => served);
  if (last === undefined) return null;
  const onParity = (week: number) => Math.abs(week - last.week) % 2 === 0;
  let from = chances.length;
  while (from > 0 && onParity(chances[from - 1]?.week ?? 0) === chances[from - 1]?.served) from--;
  const run = chances.slice(from);
  while (run[0]?.served === false && run.length > 0) run.shift();
  const services = run.filter(({ served }) => served).length;
  const misses = run.filter(({ served }) => !served);
  const attested = misses.filter((miss) => miss.attested).length;
  // Before the run: nothing, or a time in which the weekday was not served at all.
  const before = chances.slice(0, chances.length - run.length);
  const isNew = before.slice(-droppedAfter).every(({ served }) => !served);
  const enough =
    services >= 3 && misses.length >= 2
      ? true
      : services >= 2 && attested >= 1 && attested === misses.length && (isNew || misses.length >= 2);
  return enough ? { everyOtherWeekFrom: last.week } : null;
}
