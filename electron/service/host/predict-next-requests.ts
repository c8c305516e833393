import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { Input } from '../../api/contract.ts';
import { mondayOfWeek } from '../calendar/suggested-week.ts';
import type { JobRequest } from './protocol.ts';

const week = 7;

/** Is it the plan of a week as a page shows it? */
export function isShownWeek({ method, input, ahead }: JobRequest): boolean {
  if (method !== 'plan.week' || ahead) return false;
  const { from, to, asOf } = input as Input<'plan.week'>;
  return asOf === undefined && toDay(to) - toDay(from) < week;
}

/**
 * What will probably be asked once a week was shown, the likeliest first: the week after it, what the app opens on at
 * the next working day, and the week before.
 */
export function predictNextRequests(request: JobRequest): readonly JobRequest[] {
  const input = request.input as Input<'plan.week'>;
  const ahead = { ...request, ahead: true } as const;
  return [
    { ...ahead, input: moved(input, week) },
    nextMorning(ahead, input),
    { ...ahead, input: moved(input, -week) },
  ];
}

const moved = (input: Input<'plan.week'>, days: number): Input<'plan.week'> => ({
  ...input,
  from: addDays(input.from, days),
  to: addDays(input.to, days),
});

/**
 * What will be asked for after the data were changed, elsewhere than on the week that was shown last: that week, and
 * what the app opens on at the next working day.
 */
export function predictAfterChange(
  shown: JobRequest,
  time: Pick<JobRequest, 'today' | 'now'>,
): readonly JobRequest[] {
  const input = shown.input as Input<'plan.week'>;
  const ahead = { ...shown, ...time, ahead: true } as const;
  return [ahead, nextMorning(ahead, input)];
}

function nextMorning(request: JobRequest, input: Input<'plan.week'>): JobRequest {
  let today = addDays(request.today, 1);
  while (weekday(toDay(today)) >= 6) today = addDays(today, 1);
  // Records that ended long ago open on their end whatever the day.
  const moves = input.from === mondayOfWeek(request.today) && mondayOfWeek(today) !== input.from;
  return { ...request, input: moved(input, moves ? week : 0), today, now: `${today}T08:00` };
}
