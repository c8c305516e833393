import type { Deadline, IsoDate, PlanRow } from '../../../electron/api/records.ts';
import { daysBetween } from '../../format/dates.ts';

/** The next order that must leave: when, and for which days. */
export interface NextOrder {
  readonly deadline: Deadline;
  readonly dates: readonly IsoDate[];
  readonly minutesLeft: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR + minutes;
}

/** Wall-clock minutes from `now`, `YYYY-MM-DDTHH:MM`, to a deadline. */
export function minutesUntil(deadline: Deadline, now: string): number {
  const [today = '', time = ''] = now.split('T');
  return daysBetween(today, deadline.date) * DAY + minutesOf(deadline.time) - minutesOf(time);
}

/** The earliest deadline of these orders that is still ahead; `null` without an order rule or when all are past. */
export function nextOrder(
  rows: readonly Pick<PlanRow, 'date' | 'deadline'>[],
  now: string,
): NextOrder | null {
  const ahead = rows.flatMap(({ deadline }) => (deadline && minutesUntil(deadline, now) > 0 ? deadline : []));
  const [first] = ahead.toSorted((a, b) => minutesUntil(a, now) - minutesUntil(b, now));
  if (!first) return null;
  const same = rows.filter(({ deadline }) => deadline?.date === first.date && deadline.time === first.time);
  return {
    deadline: first,
    dates: [...new Set(same.map(({ date }) => date))].toSorted(),
    minutesLeft: minutesUntil(first, now),
  };
}

export interface TimeLeft {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

export function timeLeft(minutes: number): TimeLeft {
  return {
    days: Math.floor(minutes / DAY),
    hours: Math.floor((minutes % DAY) / HOUR),
    minutes: minutes % HOUR,
  };
}
