import type { orderRules as french } from './order-rules-fr.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const day = (weekday: number) => weekdays[weekday - 1] ?? String(weekday);
const which = (deadline: number | null) => (deadline === null ? '' : ` (deadline ${deadline})`);

/** Why an order rule is refused, English. */
export const orderRules: typeof french = {
  weekday: day,
  'bad-lead': ({ days }) => `a lead is given in whole days, from 0 to 90, not ${days}.`,
  'bad-weeks': ({ weeks, deadline }) => `weeks ahead go from 0 to 12, not ${weeks}${which(deadline)}.`,
  'bad-time': ({ at, deadline }) => `“${at}” is not a time written HH:MM${which(deadline)}.`,
  'bad-weekday': ({ weekday, deadline }) =>
    `weekdays go from 1 (Monday) to 7 (Sunday), not ${weekday}${which(deadline)}.`,
  'no-deadline': () => 'it contains no deadline.',
  'serves-nothing': ({ deadline }) => `a deadline orders for no day${which(deadline)}.`,
  'served-twice': ({ weekday, deadline }) => `${day(weekday)} is ordered twice${which(deadline)}.`,
  'after-service': ({ weekday, at, deadline }) =>
    weekday === null
      ? `at ${at} on the day itself the meals are already being served.`
      : `the deadline at ${at} falls after ${day(weekday)}’s meal${which(deadline)}.`,
};
