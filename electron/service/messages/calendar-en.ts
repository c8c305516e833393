import type { calendar as french } from './calendar-fr.ts';

/** The calendar: days of service, holidays, days opened by hand; English. */
export const calendar: typeof french = {
  guessed: (name) => `${name}, guessed dates`,
  unknownHolidays: (dates) => ({
    message: `School holidays unknown: are meals served on these days? ${dates.join(', ')}. Nothing was approved.`,
    remedy:
      'If they are, confirm them in the week (or --served on the command line). If not, enter the holidays or import the official calendar, Data page.',
  }),
  notEntered: {
    message: 'This line no longer exists. Nothing was changed.',
    remedy: 'Open the list again: it has changed meanwhile.',
  },
  noWeekday: (site) => ({
    message: `${site}: no day is ticked. Nothing was changed.`,
    remedy: 'Tick at least one day, in term time or in school holidays.',
  }),
  weekInPast: (date, today) => ({
    message: `${date} has passed: the days served so far stay as recorded. Nothing was changed.`,
    remedy: `Give a date from ${today} on.`,
  }),
  noStatement: (site, date) => ({
    message: `${site}: nothing is saved from ${date} on. Nothing was changed.`,
    remedy: 'Open the list again: it has changed meanwhile.',
  }),
};
