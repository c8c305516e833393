import type { errors as french } from './errors-fr.ts';
import { formatNumber } from './format.ts';

/** Errors of any method, English. */
export const errors: typeof french = {
  invalidInput: (field: string, problem: string) => ({
    message: field ? `Field “${field}”: ${problem}` : `The request cannot be read: ${problem}`,
    remedy: 'Correct this field and try again. Nothing was changed.',
  }),
  unknownMethod: (method: string) => ({
    message: `The request “${method}” does not exist in this version.`,
    remedy: 'Close every window of Bonne Mesure, then open it again.',
  }),
  unknownTicket: {
    message: 'This file is no longer available to Bonne Mesure.',
    remedy: 'Drop it or choose it again.',
  },
  cancelled: {
    message: 'Stopped as you asked. Nothing was changed.',
    remedy: 'Start again whenever you like.',
  },
  newerData: {
    message: 'This data comes from a newer version of Bonne Mesure. It was not touched.',
    remedy: 'Install the latest version, or choose another data folder.',
  },
  damagedData: {
    message: 'The data file is damaged or is not a Bonne Mesure database. It was not touched.',
    remedy: 'Restore a backup, or choose another data folder.',
  },
  foreignData: {
    message:
      'The data file does not belong to Bonne Mesure, or has parts that it never creates. It was not touched.',
    remedy: 'Restore a backup, or choose another data folder.',
  },
  dataMissing: (folder: string, backup: string) => ({
    message: `The data file is missing in ${folder}, beside its backups. Nothing was started in its place.`,
    remedy: `Restore the last backup (${backup}), or put the file back. To start afresh, choose another folder.`,
  }),
  onlyLog: (folder) => ({
    message: `The data file is missing in ${folder}: only its log (the file that ends in -wal) is there. Nothing was begun in its place.`,
    remedy: 'Put the data file back in its place, or restore a backup. To begin anew, choose another folder.',
  }),
  diskFullLookOnly: {
    message: 'The disk is full. Nothing was changed; you can still look, print and export elsewhere.',
    remedy: 'Free some space, then try again.',
  },
  dataLookOnly: {
    message:
      'This data folder cannot be changed. Nothing was changed; you can still look, print and export elsewhere.',
    remedy: 'Check your rights on this folder, or copy it to a place where you may write.',
  },
  dataInUse: {
    message: 'Another program is writing to the data. Nothing was changed.',
    remedy: 'Wait until the other work ends, then try again.',
  },
  diskFull: {
    message: 'The disk is full. Nothing was changed.',
    remedy: 'Free some space, then try again.',
  },
  dataFolderUnusable: {
    message: 'The data folder cannot be read or written. Nothing was changed.',
    remedy: 'Check your rights on this folder, or choose another one.',
  },
  dataMoved: (folder) => ({
    message: `The data folder ${folder} was moved, deleted or replaced while the app was open. Nothing is saved there any more.`,
    remedy:
      'Save a copy of what is open (Settings, tab Backups), close the app, put the folder back in its place, then open it again.',
  }),
  fileMissing: (path: string) => ({
    message: `File not found: ${path}`,
    remedy: 'Check its name and its folder.',
  }),
  fileDenied: (path: string) => ({
    message: `Access denied: ${path}`,
    remedy: 'Close the program that uses it or check your rights, then try again.',
  }),
  notAFile: (path: string) => ({
    message: `Not a readable file: ${path}`,
    remedy: 'Name a file, not a folder.',
  }),
  openData: (path: string) => ({
    message: `This file is that of the open data: ${path}. It was not read, and nothing was changed.`,
    remedy: 'Choose the file that you were sent, or a backup.',
  }),
  fileHeld: (path: string) => ({
    message: `Another program has this file open: ${path}`,
    remedy:
      'Close it in Excel or in the other program; if it lies in OneDrive, start OneDrive. Then try again.',
  }),
  nameTooLong: (path: string) => ({
    message: `The name of this file, with its folders, is too long: ${path}`,
    remedy: 'Choose a shorter folder, or another name.',
  }),
  tooManyForWorkbook: (most: number) => ({
    message: `A workbook of more than ${formatNumber(most, 'en')} rows would not open. Nothing was written.`,
    remedy: 'Export as CSV, where all of them fit.',
  }),
  diskTrouble: {
    message: 'The disk or the network did not answer.',
    remedy: 'Check that the disk or the shared folder is there, then try again.',
  },
  requestTooLong: (megabytes: number) => ({
    message: `The request is larger than ${megabytes} MB. Nothing was done.`,
    remedy: 'Choose a smaller file.',
  }),
  fileTooLarge: (name: string, megabytes: number) => ({
    message: `“${name}” is larger than ${megabytes} MB: it was not read.`,
    remedy: 'Drop a shorter export, for example one year at a time.',
  }),
  internal: (detail: string) => ({
    message: `Unexpected error: ${detail}`,
    remedy: 'Your data is as it was. Try again; if the error comes back, report it.',
  }),
  workerStopped: (detail: string) => ({
    message: `The computation stopped by itself (${detail}). Nothing was changed.`,
    remedy: 'Try again: it starts afresh.',
  }),
  workerStoppedInWriting: (detail: string) => ({
    message: `The work stopped by itself (${detail}). What you asked for is saved whole, or not at all.`,
    remedy: 'See whether it was done before you try again.',
  }),
  notEmpty: {
    message: 'There is data already. The sample canteens were not added.',
    remedy: 'Open the sample in an empty data folder.',
  },
  notSample: {
    message: 'The data is not the sample canteens. Nothing was removed.',
    remedy: 'To remove an import, undo it on the Data page.',
  },
  staleEdit: {
    undo: {
      message: 'Cannot undo: this data has changed. Nothing was modified.',
      remedy: 'Another window, an import or a deadline changed it. Correct what is shown.',
    },
    redo: {
      message: 'Cannot redo: this data has changed. Nothing was modified.',
      remedy: 'Another window, an import or a deadline changed it. Correct what is shown.',
    },
  },
  countNotAsked: (date: string) => ({
    message: `No number of meals of ${date} is waiting for an answer.`,
    remedy: 'The import may have been undone: open the page again. Nothing was changed.',
  }),
  dayNotLow: (date: string) => ({
    message: `No very low day is listed on ${date} for this site.`,
    remedy: 'Somebody else may have noted it: open the page again. Nothing was changed.',
  }),
  importNotFound: (batch: number) => ({
    message: `Import ${batch} does not exist or was undone already.`,
    remedy: 'The list of imports gives their numbers.',
  }),
  siteInUse: (site: string) => ({
    message: `“${site}” is already the name of another site. Nothing was changed.`,
    remedy: 'Give another name, or merge the two sites.',
  }),
  nameOfOther: (name: string) => ({
    message: `“${name}” already belongs to another site. Nothing was changed.`,
    remedy: 'Remove this name from the other site first, or merge the two.',
  }),
  closedBeforeOpen: (site: string, closed: string, open: string) => ({
    message: `${site}: closed from ${closed}, it would never have been open (open from ${open}). Nothing was changed.`,
    remedy: 'The closing date comes after the opening date: correct one of them.',
  }),
  mergeWithItself: {
    message: 'A site cannot be merged with itself. Nothing was changed.',
    remedy: 'Choose another site.',
  },
  siteNotFound: (site: string) => ({
    message: `No site matches “${site}”.`,
    remedy: 'Check the name or the number in the list of sites.',
  }),
  siteExists: (site: string) => ({
    message: `“${site}” exists already. Nothing was added.`,
    remedy: 'Open that site, or give the new one another name.',
  }),
  tooManyAway: (site, date, away, enrolled) => ({
    message: `${site}, ${date}: ${away} children away, and ${enrolled} are enrolled. Nothing was saved.`,
    remedy: `Give at most ${enrolled}, or correct the enrolment of the site.`,
  }),
  weekendOnly: {
    message: 'This period contains no weekday. Nothing was changed.',
    remedy: 'Choose a period with a weekday, or a single day.',
  },
  dishNotFound: (dish) => ({
    message: `No dish on the menus matches “${dish}”.`,
    remedy: 'Choose a dish from the list.',
  }),
  sameDish: (dish, other) => ({
    message: `“${other}” already counts as “${dish}”. Nothing was changed.`,
    remedy: 'Separate that dish first, then try again.',
  }),
  profileNotFound: (id: number) => ({
    message: `Import profile ${id} does not exist or was removed already.`,
    remedy: 'The list of profiles gives their numbers.',
  }),
  countAhead: {
    message: 'A day still to come has no meals served yet. Nothing was saved.',
    remedy: 'Give past days; days to come are ordered in the week.',
  },
  countTooLarge: (count: number, site: string, most: number) => ({
    message: `${count} is more than twice what ${site} has room for or ever served (${most}). Nothing was saved.`,
    remedy: 'Check the number and the site. If it is right, add --sure.',
  }),
  questionNotFound: (id: number) => ({
    message: `Question ${id} no longer exists.`,
    remedy: 'Open the list of questions again: it has changed in the meantime.',
  }),
  noForecast: (site: string, date: string, reason: string) => ({
    message: `${site}, ${date}: no forecast. ${reason}`,
    remedy: 'Choose another day or another site, or open this day: Data page, Calendars.',
  }),
  asOfTooLate: (asOf: string, date: string) => ({
    message: `The last known day (${asOf}) must come before the day forecast (${date}).`,
    remedy: 'Give an earlier last known day.',
  }),
  orderRuleRefused: (why: string) => ({
    message: `Order rule refused: ${why} Nothing was changed.`,
    remedy: 'Correct the rule, then save it again.',
  }),
  nothingToReplay: (from: string, to: string) => ({
    message: `No records between ${from} and ${to}: there is nothing to compare.`,
    remedy: 'Choose a period that contains records.',
  }),
  nothingToServe: (date: string) => ({
    message: `No site serves meals on ${date}: there is no sheet to make.`,
    remedy: 'Choose a school day.',
  }),
  noPdfPrinter: {
    message: 'No browser that can write a PDF was found. The sheet was not written.',
    remedy: 'Install Chrome, Edge or Chromium, or ask for the sheet as html and print it.',
  },
  pdfFailed: (detail: string) => ({
    message: `The PDF could not be written (${detail}).`,
    remedy: 'Ask for the sheet as html and print it from your browser.',
  }),
};
