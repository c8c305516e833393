import { readSiteAttendance } from '../../../db/attendance.ts';
import { listMealValues } from '../../../db/meal-records.ts';
import { toDay, toIso, weekIndex } from '../../../forecasting/calendar/day.ts';
import { vegetarianMenu } from '../../../forecasting/dishes/vegetarian.ts';
import { vegetarianRecurrence } from '../../../forecasting/dishes/vegetarian-recurrence.ts';
import type { Input } from '../../api/contract.ts';
import type { YearlyAnswers } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { servedMeals } from '../menus/menu-balance.ts';
import { siteOf } from '../sites/site-of.ts';

/** What ma-cantine asks of a calendar year, as far as it is on record; a year that is under way up to today. */
export function yearlyAnswers(context: Context, { siteId, year }: Input<'weighings.yearly'>): YearlyAnswers {
  siteOf(context.db, siteId);
  const from = `${year}-01-01`;
  const last = `${year}-12-31`;
  const to = last < context.today ? last : context.today;
  const { day, served } = readSiteAttendance(context.db, siteId, toDay(from), toDay(to));
  const counted = Array.from(served, (children, i) => ({ date: toIso(day[i] ?? 0), children })).filter(
    ({ children }) => !Number.isNaN(children),
  );
  const dates = counted.map(({ date }) => date).toSorted();
  const recorded = listMealValues(context.db, from, to).filter((value) => value.siteId === siteId);
  const sumOf = (name: string) =>
    recorded.reduce((sum, { field, value }) => sum + (field === name ? Number(value) : 0), 0);
  const menus = from > to ? [] : servedMeals(context, siteId, from, to);
  return {
    days: dates.length,
    firstDay: dates[0] ?? null,
    lastDay: dates.at(-1) ?? null,
    children: counted.reduce((sum, { children }) => sum + children, 0),
    adults: sumOf('served.A'),
    vegetarian: vegetarianRecurrence(
      menus.map((meal) => ({ week: weekIndex(toDay(meal.date)), answer: vegetarianMenu(meal).answer })),
    ),
    reused: sumOf('reused'),
  };
}
