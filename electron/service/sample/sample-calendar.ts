import builtIn from '../../../assets/calendar/school-holidays.json' with { type: 'json' };
import { addDays, toDay, toIso, weekday } from '../../../forecasting/calendar/day.ts';
import { publicHolidays } from '../../../forecasting/calendar/public-holidays.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { IsoDate, SchoolHoliday } from '../../../forecasting/domain/records.ts';

const zoneB: readonly SchoolHoliday[] = builtIn.filter(({ zone }) => zone === 'B');

/** Three school years must lie before it, and some school weeks after it, within the known holidays. */
const earliestToday = '2021-01-11';
const latestToday = '2027-06-04';
/** School days with a menu beyond today: this week and at least the two after it. */
const daysAhead = 15;
/** Days. */
const youngYear = 45;

export interface SampleCalendar {
  /** Today, or the nearest day for which the holidays are known. */
  readonly today: IsoDate;
  /** The school years, as the year of September: two whole ones and what there is of the third. */
  readonly years: readonly number[];
  /** Days on which the canteens serve, up to the last day with a menu. */
  readonly days: readonly SchoolDay[];
  readonly holidays: readonly SchoolHoliday[];
}

export interface SchoolDay {
  readonly date: IsoDate;
  readonly schoolYear: number;
  /** 1 Monday, 2 Tuesday, 4 Thursday, 5 Friday. */
  readonly weekday: number;
  readonly month: number;
  /** School days since the year began, from 0. */
  readonly nth: number;
  readonly lastBeforeHolidays: boolean;
  readonly firstAfterHolidays: boolean;
  /** A public holiday is within one day, weekends and Wednesdays aside. */
  readonly besidePublicHoliday: boolean;
  /** The last Thursday before the Christmas holidays. */
  readonly christmasMeal: boolean;
}

export function sampleCalendar(now: IsoDate): SampleCalendar {
  const today = now < earliestToday ? earliestToday : now > latestToday ? latestToday : now;
  const last = schoolYearOf(toDay(today));
  // Up to mid-October the year in progress is too short to count.
  const first = schoolYearOf(toDay(today) - youngYear) - 2;
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const holidays = zoneB.filter(
    ({ firstDay, lastDay }) => lastDay >= `${first}-09-01` && firstDay < `${last + 1}-09-01`,
  );
  const days = schoolDays(`${first}-08-28`, addDays(today, 120));
  const lastWithMenu = days.filter(({ date }) => date >= today)[daysAhead - 1]?.date ?? today;
  return { today, years, days: days.filter(({ date }) => date <= lastWithMenu), holidays };
}

function schoolDays(from: IsoDate, to: IsoDate): readonly SchoolDay[] {
  const dates = datesBetween(from, to).filter(isServed);
  let nth = -1;
  return dates.map((date, i) => {
    const schoolYear = schoolYearOf(toDay(date));
    const before = dates[i - 1];
    const after = dates[i + 1];
    nth = before === undefined || schoolYearOf(toDay(before)) !== schoolYear ? 0 : nth + 1;
    return {
      date,
      schoolYear,
      weekday: weekday(toDay(date)),
      month: Number(date.slice(5, 7)),
      nth,
      lastBeforeHolidays: after !== undefined && crossesHolidays(date, after),
      firstAfterHolidays: before === undefined || crossesHolidays(before, date),
      besidePublicHoliday: isPublicHoliday(nextWeekday(date, 1)) || isPublicHoliday(nextWeekday(date, -1)),
      christmasMeal: isChristmasMeal(date),
    };
  });
}

/** Monday, Tuesday, Thursday and Friday outside holidays. */
function isServed(date: IsoDate): boolean {
  const day = weekday(toDay(date));
  const away = zoneB.some(({ firstDay, lastDay }) => date >= firstDay && date <= lastDay);
  return (day === 1 || day === 2 || day === 4 || day === 5) && !away && !isPublicHoliday(date);
}

/** More than a long weekend lies between two school days. */
function crossesHolidays(from: IsoDate, to: IsoDate): boolean {
  return toDay(to) - toDay(from) > 6;
}

function isChristmasMeal(date: IsoDate): boolean {
  const day = toDay(date);
  const nextThursday = toIso(day + 7);
  return weekday(day) === 4 && date.slice(5, 7) === '12' && isServed(date) && !isServed(nextThursday);
}

function nextWeekday(date: IsoDate, step: 1 | -1): IsoDate {
  const next = addDays(date, step);
  const day = weekday(toDay(next));
  return day === 3 || day > 5 ? nextWeekday(next, step) : next;
}

function isPublicHoliday(date: IsoDate): boolean {
  return publicHolidays(Number(date.slice(0, 4))).some((holiday) => holiday.date === date);
}

function datesBetween(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const first = toDay(from);
  return Array.from({ length: toDay(to) - first + 1 }, (_, i) => toIso(first + i));
}
