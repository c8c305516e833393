import type { IsoDate } from '../../../electron/api/records.ts';
import { addCalendarDays, mondayOf, weekdayOf } from '../../format/dates.ts';
import { LAST_DAY_OF_WEEK } from '../../routes/open-week.ts';
import { useWeekPlan } from '../../shell/use-week-plan.ts';
import { FRIDAY } from './day-place.ts';

/**
 * The plan in which a day lies. The whole week, as the week page and the sheet: a day forecast on its own would know
 * more, and say other numbers.
 */
export function useDayPlan(date: IsoDate, serviceLevel: number) {
  const monday = mondayOf(date);
  const to = weekdayOf(date) > FRIDAY ? date : addCalendarDays(monday, LAST_DAY_OF_WEEK);
  return useWeekPlan(monday, serviceLevel, { to });
}
