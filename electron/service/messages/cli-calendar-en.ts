import type { calendarCommands as frenchCommands, days as frenchDays } from './cli-calendar-fr.ts';

/** The commands about the calendar; English. */
export const calendarCommands: typeof frenchCommands = {
  days: {
    summary: 'Show or state the days on which a site serves.',
    line: '--site SITE [--term DAYS] [--holidays DAYS] [--from DATE] | --site SITE --remove DATE',
    options: {
      '--site SITE': 'name or number of the site',
      '--term DAYS': 'days served in term time: 1,2,4,5 (1 = Monday); 3/2: every other Wednesday; -: none',
      '--holidays DAYS': 'days served in school holidays, the same way',
      '--from DATE': 'from this date on (default: today)',
      '--remove DATE': 'remove what was saved from this date on',
    },
  },
};

export const days: typeof frenchDays = {
  both: (term, holidays) => `term time: ${term}; school holidays: ${holidays}`,
  never: 'no day',
  everyOther: (day) => `every other ${day}`,
  source: {
    stated: 'Saved.',
    records: 'By the records of its last eight weeks.',
    town: 'No records yet: these are the days of most sites.',
  },
  since: (date) => `Saved, from ${date} on.`,
  from: (date, week) => `From ${date} on: ${week}.`,
  notDays: (text) => `“${text}” does not read as days, such as 1,2,4,5 or 1,3/2. Nothing was changed.`,
  oneWay: 'Give --term or --holidays, with --from if needed, or --remove alone. Nothing was changed.',
};
