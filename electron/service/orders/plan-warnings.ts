import { toDay, toIso } from '../../../forecasting/calendar/day.ts';
import type { IsoDate } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { Plan, PlanWarning } from '../../api/records.ts';
import { missingYear, schoolHolidays } from '../calendar/school-holidays.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';
import { planWeek } from './plan-week.ts';

/** Longer than the longest holidays but summer's: after that the habits may have changed. */
const oldAfterDays = 30;

/**
 * What must be known before orders of a period are trusted, the same on the command line, on paper and (in its own
 * form) on the page: holidays that nobody knows, questions left open, records that are old or missing.
 */
export function warningsOf(context: Context, plan: Plan): readonly PlanWarning[] {
  return [...calendarWarnings(context, plan), ...recordWarnings(context, plan)];
}

export const planWarnings = (context: Context, input: Input<'plan.warnings'>): readonly PlanWarning[] =>
  warningsOf(context, planWeek(context, input));

function calendarWarnings({ db, today, texts, language }: Context, plan: Plan): readonly PlanWarning[] {
  const words = texts.planWarnings;
  const { holidays, isKnown, asksGoodFriday } = schoolHolidays(db);
  const unknown = plan.rows.flatMap(({ flags, date }) => (flags.includes('unknown-holidays') ? [date] : []));
  const dates = [...new Set(unknown)].toSorted();
  const missing = missingYear(today, isKnown);
  const known = holidays.filter(({ guessed }) => !guessed).map(({ lastDay }) => lastDay);
  const last = known.toSorted().at(-1) ?? null;
  const calendar: PlanWarning[] = [];
  if (dates.length > 0) {
    calendar.push({
      code: 'unknown-holidays',
      message: words.unknownHolidays(dates.map((date) => spelledDate(date, language))),
    });
  } else if (missing !== null) {
    calendar.push({ code: 'holidays-missing', message: words.holidaysMissing(missing) });
  } else if (last === null || plan.to > last) {
    const day = last === null ? null : spelledDate(last, language);
    calendar.push({ code: 'holidays-end', message: words.holidaysEnd(day) });
  }
  if (asksGoodFriday) calendar.push({ code: 'good-friday', message: words.goodFriday });
  const guessedOn = (date: IsoDate) =>
    holidays.some(({ guessed, firstDay, lastDay }) => guessed && firstDay <= date && date <= lastDay);
  const guessed = plan.days
    .filter(({ closed, date }) => closed === 'school-holiday' && guessedOn(date))
    .map(({ date }) => spelledDate(date, language));
  if (guessed.length > 0) calendar.push({ code: 'guessed-closure', message: words.guessed(guessed) });
  return calendar;
}

function recordWarnings(context: Context, plan: Plan): readonly PlanWarning[] {
  const { texts, language } = context;
  if (plan.rows.length === 0) return [];
  const last = lastRecord(context, plan.asOf);
  if (last === null) return [{ code: 'no-records', message: texts.planWarnings.noRecords }];
  return toDay(plan.from) - toDay(last) > oldAfterDays
    ? [{ code: 'old-records', message: texts.planWarnings.oldRecords(spelledDate(last, language)) }]
    : [];
}

/** The last day with a record that a forecast as of a day could see; `null`: none. */
export function lastRecord(context: Context, asOf: IsoDate): IsoDate | null {
  const { day, served } = context.models.history(context).attendance;
  const until = toDay(asOf);
  let last = Number.NEGATIVE_INFINITY;
  for (const [i, each] of day.entries()) {
    if (each > last && each <= until && !Number.isNaN(served[i])) last = each;
  }
  return Number.isFinite(last) ? toIso(last) : null;
}
