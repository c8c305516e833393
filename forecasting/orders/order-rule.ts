import { addDays, toDay, weekday } from '../calendar/day.ts';
import type { Deadline, IsoDate, OrderRule, WallTime, WeeklyDeadline } from '../domain/records.ts';

/** From this time on the meals of a day are being served: an order of the same morning must be in before. */
export const serviceTime: WallTime = '11:00';
/** Longest lead of a rule, in days, and the same in weeks. */
export const longestLead = 90;
export const longestWeeks = 12;

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Why a rule cannot be kept; `deadline` counts the weekly deadlines from 1. */
export type OrderRuleProblem =
  | { readonly code: 'bad-lead'; readonly days: number }
  | { readonly code: 'bad-weeks'; readonly deadline: number; readonly weeks: number }
  | { readonly code: 'bad-time'; readonly deadline: number | null; readonly at: string }
  | { readonly code: 'bad-weekday'; readonly deadline: number; readonly weekday: number }
  | { readonly code: 'no-deadline' }
  | { readonly code: 'serves-nothing'; readonly deadline: number }
  | { readonly code: 'served-twice'; readonly deadline: number; readonly weekday: number }
  | {
      readonly code: 'after-service';
      readonly deadline: number | null;
      readonly weekday: number | null;
      readonly at: string;
    };

/** The first thing wrong with a rule; `null` when it can be kept. */
export function checkOrderRule(rule: OrderRule): OrderRuleProblem | null {
  return rule.type === 'lead' ? checkLead(rule.days, rule.at) : checkWeekly(rule.deadlines);
}

function checkLead(days: number, at: WallTime): OrderRuleProblem | null {
  if (!timePattern.test(at)) return { code: 'bad-time', deadline: null, at };
  if (!Number.isInteger(days) || days < 0 || days > longestLead) return { code: 'bad-lead', days };
  const late = days === 0 && at >= serviceTime;
  return late ? { code: 'after-service', deadline: null, weekday: null, at } : null;
}

function checkWeekly(deadlines: readonly WeeklyDeadline[]): OrderRuleProblem | null {
  if (deadlines.length === 0) return { code: 'no-deadline' };
  const served = new Set<number>();
  for (const [i, deadline] of deadlines.entries()) {
    const problem = checkDeadline(deadline, i + 1, served);
    if (problem !== null) return problem;
  }
  return null;
}

const isWeekday = (value: number) => Number.isInteger(value) && value >= 1 && value <= 7;

/** Adds the weekdays that a deadline serves to `served`. */
function checkDeadline(
  entry: WeeklyDeadline,
  deadline: number,
  served: Set<number>,
): OrderRuleProblem | null {
  const { at, serves, weeksBefore: weeks = 0 } = entry;
  if (!timePattern.test(at)) return { code: 'bad-time', deadline, at };
  if (!Number.isInteger(weeks) || weeks < 0 || weeks > longestWeeks) {
    return { code: 'bad-weeks', deadline, weeks };
  }
  if (serves.length === 0) return { code: 'serves-nothing', deadline };
  const bad = [entry.weekday, ...serves].find((value) => !isWeekday(value));
  if (bad !== undefined) return { code: 'bad-weekday', deadline, weekday: bad };
  for (const day of serves) {
    if (served.has(day)) return { code: 'served-twice', deadline, weekday: day };
    served.add(day);
    const before = daysBefore(entry, day);
    if (before < 0 || (before === 0 && at >= serviceTime)) {
      return { code: 'after-service', deadline, weekday: day, at };
    }
  }
  return null;
}

/** Days from a deadline to the weekday served. */
function daysBefore({ weekday: on, weeksBefore }: WeeklyDeadline, served: number): number {
  return weeksBefore === undefined ? (served - on + 7) % 7 : served - on + 7 * weeksBefore;
}

/**
 * When the order for a day must be in; `null` where a weekly rule does not serve that weekday. Plain calendar
 * arithmetic: a deadline stays on its day in the holidays and on a public holiday.
 */
export function deadlineFor(rule: OrderRule, date: IsoDate): Deadline | null {
  if (rule.type === 'lead') return { date: addDays(date, -rule.days), time: rule.at };
  const served = weekday(toDay(date));
  const entry = rule.deadlines.find(({ serves }) => serves.some((day) => day === served));
  return entry === undefined ? null : { date: addDays(date, -daysBefore(entry, served)), time: entry.at };
}

/**
 * The last day whose records were known when the order for a day left: the eve of the deadline. What was
 * served on the deadline day itself is counted after its meal and written down by the next morning, so no
 * deadline, not even one in the afternoon, may count on it.
 */
export function originFor(rule: OrderRule, date: IsoDate): IsoDate | null {
  const deadline = deadlineFor(rule, date);
  return deadline === null ? null : addDays(deadline.date, -1);
}
