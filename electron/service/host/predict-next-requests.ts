import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { IsoDate } from '../../../forecasting/domain/records.ts';
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
 * the next working day, and the week before. `null` where no week was shown.
 */
export function predictNextRequests(request: JobRequest): readonly JobRequest[] | null {
  if (!isShownWeek(request)) return null;
  const input = request.input as Input<'plan.week'>;
  const ahead = { ...request, ahead: true } as const;
  const by = (days: number) => ({
    ...input,
    from: addDays(input.from, days),
    to: addDays(input.to, days),
  });
  return [{ ...ahead, input: by(week) }, nextMorning(ahead, input.from, by), { ...ahead, input: by(-week) }];
}

function nextMorning(
  request: JobRequest,
  from: IsoDate,
  by: (days: number) => Input<'plan.week'>,
): JobRequest {
  let today = addDays(request.today, 1);
  while (weekday(toDay(today)) >= 6) today = addDays(today, 1);
  // Records that ended long ago open on their end whatever the day.
  const moves = from === mondayOfWeek(request.today) && mondayOfWeek(today) !== from;
  return { ...request, input: by(moves ? week : 0), today, now: `${today}T08:00` };
}
