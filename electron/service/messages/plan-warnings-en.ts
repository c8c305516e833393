import type { planWarnings as french } from './plan-warnings-fr.ts';

/** What to know before orders are trusted, on the command line and on paper; English. */
export const planWarnings: typeof french = {
  unknownHolidays: (dates) => `Holidays unknown: are meals served on these days? ${dates.join(', ')}.`,
  holidaysMissing: (schoolYear) =>
    `Holidays ${schoolYear}–${schoolYear + 1} to be imported: without them their days count as school days.`,
  holidaysEnd: (date) =>
    date === null
      ? 'School holidays unknown: their days count as school days.'
      : `Holidays unknown after ${date}: their days count as school days.`,
  goodFriday: 'Alsace-Moselle: is Good Friday a public holiday in your town?',
  guessed: (dates) => `Closed as in earlier years, to be checked: ${dates.join(', ')}.`,
  noRecords: 'No records: orders start from enrolment.',
  oldRecords: (date) => `The latest records date from ${date}: the forecast relies on old habits.`,
};
