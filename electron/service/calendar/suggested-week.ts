import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { publicHolidays } from '../../../forecasting/calendar/public-holidays.ts';
import type { IsoDate, PublicHolidayRegion, SchoolHoliday } from '../../../forecasting/domain/records.ts';

/** Records that end this many days ago are a file of the past, not yesterday's work. */
const longAgo = 60;
/** Weeks looked at after the end of the records: a summer and then some. */
const weeksAhead = 12;

const weekdayOf = (date: IsoDate) => weekday(toDay(date));
/** The Monday of a date's week. */
export const mondayOfWeek = (date: IsoDate) => addDays(date, 1 - weekdayOf(date));

function hasSchool(
  monday: IsoDate,
  holidays: readonly SchoolHoliday[],
  region: PublicHolidayRegion | undefined,
): boolean {
  const days = [0, 1, 2, 3, 4].map((i) => addDays(monday, i));
  const off = (date: IsoDate) =>
    holidays.some(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay) ||
    publicHolidays(Number(date.slice(0, 4)), region).some((holiday) => holiday.date === date);
  return !days.every(off);
}

/**
 * Monday of the week to open on: this week (from Saturday on, the next one), or, when the records end long
 * before today, the first school week after their end.
 */
export function suggestedWeek(
  today: IsoDate,
  lastDay: IsoDate | null,
  holidays: readonly SchoolHoliday[],
  region?: PublicHolidayRegion,
): IsoDate {
  if (lastDay === null || toDay(today) - toDay(lastDay) <= longAgo) {
    return mondayOfWeek(weekdayOf(today) >= 6 ? addDays(today, 2) : today);
  }
  const first = addDays(mondayOfWeek(lastDay), 7);
  const weeks = Array.from({ length: weeksAhead }, (_, i) => addDays(first, 7 * i));
  return weeks.find((monday) => hasSchool(monday, holidays, region)) ?? first;
}
