import type { DocumentType } from '../../../db/import/problem.ts';
import { clockTime, formatNumber, plural } from './format.ts';
import type { ProblemTexts } from './problem-texts.ts';

const rows = (count: number) => `${formatNumber(count, 'en')} ${plural(count, 'en', 'row', 'rows')}`;

const documents: Readonly<Record<DocumentType, string>> = {
  numbers: 'This is a Numbers document (Apple).',
  xlsb: 'This is a binary Excel workbook (.xlsb).',
  word: 'This is a text or presentation document, not a table.',
  'web-page': 'This is a web page without a table.',
  'web-archive': 'This is an archived web page (.mht).',
};

const waysOut: Readonly<Record<DocumentType, string>> = {
  numbers: 'In Numbers, choose File › Export To › Excel, then import that file.',
  xlsb: 'Open it in Excel, save it as .xlsx, then import that file.',
  word: 'Copy the table into a spreadsheet, save it as .xlsx or CSV, then import that file.',
  'web-page': 'Export the table as .xlsx or CSV, then import that file.',
  'web-archive': 'Open it in a spreadsheet program, save it as .xlsx or CSV, then import that file.',
};

/** What an import reports of cells, and of what a workbook hides, English. */
export const cellProblems = {
  'other-document': ({ type }) => ({ reason: `${documents[type]}`, remedy: `${waysOut[type]}` }),
  'formula-without-result': {
    reason: 'This cell is a formula whose result is not in the file.',
    remedy: 'Open the file in Excel or LibreOffice, let it recalculate, save it, then import it again.',
  },
  'cell-error': {
    reason: 'This cell contains a spreadsheet error.',
    remedy: 'Correct the formula in the spreadsheet, save, then import again; the other rows are kept.',
  },
  'not-a-date': {
    reason: 'This is not a date.',
    remedy:
      'Write the date as dd/mm/yyyy (for example 01/09/2025), then import again; the other rows are kept.',
  },
  'date-without-year': {
    reason: 'The year is missing from this date.',
    remedy:
      'Add the year to the dates, to a title (School year 2025-2026) or to the file name, then import again.',
  },
  'weekday-mismatch': {
    reason: 'The weekday is not that of this date.',
    remedy: 'Correct the date or the weekday, then import again; the other rows are kept.',
  },
  'day-month-mixed': {
    reason: 'This date reads both ways (day or month first), and the column has both.',
    remedy: 'Choose the order of day and month, or write every date as dd/mm/yyyy.',
  },
  'ambiguous-count': {
    reason: 'This number may have a thousands separator or a decimal sign.',
    remedy: 'Choose the decimal sign, or write the number without a point or comma.',
  },
  'sheet-hidden': {
    reason: 'This sheet is hidden: it was not read.',
    remedy: 'To read it, show it in the spreadsheet, save, then import again.',
  },
  'rows-hidden': ({ rows: count }) => ({
    reason: `${rows(count)} ${plural(count, 'en', 'is', 'are')} hidden in the spreadsheet: not read.`,
    remedy: 'To read them, clear the filter or show these rows, save, then import again.',
  }),
  'columns-hidden': ({ columns }) => ({
    reason: `Columns hidden in the spreadsheet, not read: ${columns.join(', ')}.`,
    remedy: 'To read them, show these columns, save, then import again.',
  }),
  'dates-in-both-orders': {
    reason:
      'The column mixes two orders: day then month, and month then day. Only dates that read one way were read.',
    remedy:
      'Choose the order of day and month if the whole file has the same one, or correct the dates in the file.',
  },
  'dates-swapped': {
    reason:
      'In this column the spreadsheet had swapped day and month of some of the dates: they were put right, from the others.',
    remedy: 'Check the first and last date; if they are wrong, undo the import.',
  },
  'dates-in-utc': ({ minutes }) => ({
    reason: `The dates are written in UTC, all at ${clockTime(minutes)}: that is midnight in another time zone, the following day was read.`,
    remedy: 'Check the first and last date; if they are wrong, undo the import.',
  }),
  'years-found': ({ year, firstMonth, by }) => ({
    reason: `Dates without a year: ${firstMonth === 1 ? year : `${year}-${year + 1}`}, from ${by === 'title' ? 'the title or the file name' : 'the weekdays'}.`,
    remedy: 'Check the first and last date; if they are wrong, add the year to the file.',
  }),
  'thousands-sign': {
    reason: 'The sign in this number was read as a thousands separator, from the whole column.',
    remedy: 'If it is a decimal sign, choose the decimal sign and import again.',
  },
  'count-with-words': {
    reason: 'The number was taken from a text.',
    remedy: 'Check this number.',
    ofMany: { reason: 'Numbers were taken from texts.', remedy: 'Check these numbers.' },
  },
  'encoding-unsure': ({ encoding, other }) => ({
    reason: `The accents of this file read as well in ${encoding} as in ${other}: ${encoding} was chosen.`,
    remedy: 'Check the names; if they are wrong, choose the other encoding.',
  }),
  'encoded-twice': {
    reason: 'The accents of this file were encoded twice (“Ã©” for “é”): they have been restored.',
    remedy: 'Check the names.',
  },
  'letters-lost': {
    reason: 'Letters of this text were lost before the import; it was read as it is.',
    remedy: 'Export the file again as UTF-8 or as an Excel workbook, then import it.',
    ofMany: {
      reason: 'Letters of these texts were lost before the import; they were read as they are.',
      remedy: 'Export the file again as UTF-8 or as an Excel workbook, then import it.',
    },
  },
  'entities-decoded': {
    reason: 'The accents of this file were written in codes of a web page (HTML): they have been restored.',
    remedy: 'Check the names.',
  },
  'stray-bytes': ({ bytes }) => ({
    reason: `Mixed encoding: ${formatNumber(bytes, 'en')} ${plural(bytes, 'en', 'character is', 'characters are')} not UTF-8; read as Windows-1252.`,
    remedy: 'Check names with accents.',
  }),
} as const satisfies Partial<ProblemTexts>;
