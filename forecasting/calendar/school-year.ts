import { dayNumber, monthOfDay, weekday, yearOf } from './day.ts';

/** The school year a day belongs to, as the year of its September; August opens the new one. */
export function schoolYearOf(day: number): number {
  return monthOfDay(day) >= 8 ? yearOf(day) : yearOf(day) - 1;
}

/** 1 August, the first day of a school year. */
export function schoolYearStart(schoolYear: number): number {
  return dayNumber(schoolYear, 8, 1);
}

/**
 * First day on which the enrolment of a school year counts as known when it was entered after the fact: 1 September.
 * Town halls know it some weeks earlier, but no file says when, so the later day is the honest one.
 */
export function enrolmentKnownFrom(schoolYear: number): number {
  return dayNumber(schoolYear, 9, 1);
}

/** Monday of the week of a day. */
export function weekOfSchoolYear(day: number): number {
  return day - weekday(day) + 1;
}
