import type {
  calendarCommands as frenchCommands,
  days as frenchDays,
  calendarWords as frenchWords,
} from './cli-calendar-fr.ts';

/** The commands about the calendar; English. */
export const calendarCommands: typeof frenchCommands = {
  calendar: {
    summary: 'Show the school calendar, enter holidays, open a day.',
    line: '[--add NAME --from DATE --to DATE | --served --from DATE --to DATE | --remove N | --unconfirm N | --open DATE [--site SITE] | --close DATE [--site SITE] | --good-friday yes|no]',
    options: {
      '--add NAME': 'enter holidays, first to last day without class',
      '--served': 'confirm that the days of this period are served, where their holidays are unknown',
      '--from DATE, --to DATE': 'the period, first and last day included',
      '--remove N': 'remove the holidays entered as no. N',
      '--unconfirm N': 'remove confirmation no. N',
      '--open DATE': 'open a closed day (holidays, public holiday, weekend)',
      '--close DATE': 'remove that opening',
      '--site SITE': 'for this site only (default: all)',
      '--good-friday yes|no': 'Alsace-Moselle: is Good Friday a public holiday in the town',
    },
  },
  days: {
    summary: 'Show or change the days on which a site serves.',
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

export const calendarWords: typeof frenchWords = {
  answers: {
    'unknown-holidays': 'To approve: approve --served, or calendar --add NAME --from DATE --to DATE.',
    'holidays-missing': 'calendar --add, or import the official calendar.',
    'good-friday': 'calendar --good-friday yes, or no.',
  },
  missing: (schoolYear) =>
    `The holidays of ${schoolYear}–${schoolYear + 1} are not known. Import the official calendar as soon as it is out.`,
  goodFriday:
    'Alsace-Moselle: is Good Friday a public holiday in your town? calendar --good-friday yes, or no.',
  inForce: (zone, to) => `School zone: ${zone}. Holidays known until ${to}.`,
  noZone: 'unknown',
  noEnd: 'no date',
  holiday: (id, name, from, to) => `${id}. ${name}, ${from} to ${to} (entered by hand)`,
  confirmed: (id, from, to) => `${id}. Confirmed as served, ${from} to ${to}`,
  open: (date, site) => `Opened by hand: ${date}, ${site}`,
  allSites: 'all sites',
  oneWay: 'Give one change at a time. Nothing was changed.',
};

export const days: typeof frenchDays = {
  both: (term, holidays) => `term time: ${term}; school holidays: ${holidays}`,
  never: 'no day',
  everyOther: (day) => `every other ${day}`,
  source: {
    stated: 'Saved.',
    records: 'From the records of its last eight weeks.',
    town: 'No records yet: these are the days of most sites.',
  },
  since: (date) => `Saved, from ${date} on.`,
  from: (date, week) => `From ${date} on: ${week}.`,
  notDays: (text) => `“${text}” does not read as days, such as 1,2,4,5 or 1,3/2. Nothing was changed.`,
  oneWay: 'Give --term or --holidays, with --from if needed, or --remove alone. Nothing was changed.',
};
