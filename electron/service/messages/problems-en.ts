import type { TableField } from '../../../db/import/field.ts';
import { fileKindNames } from '../../api/file-kinds.ts';
import { cellProblems } from './cell-problems-en.ts';
import { fieldNames } from './fields-en.ts';
import { formatNumber, plural, spelledDate } from './format.ts';
import { packProblems } from './pack-problems-en.ts';
import { portionProblems } from './portion-problems-en.ts';
import type { ProblemTexts } from './problem-texts.ts';
import { tableProblems } from './table-questions-en.ts';

const date = (iso: string) => spelledDate(iso, 'en');
const number = (value: number) => formatNumber(value, 'en');
const rows = (count: number) => `${number(count)} ${plural(count, 'en', 'row', 'rows')}`;

/** The system's codes that a person can do something about. */
const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'This file does not exist, or no longer does',
  EACCES: 'You may not read this file',
  EPERM: 'You may not read this file',
  EOPENDATA: 'This is the data open in the app',
  EBUSY: 'Another program has this file open',
  UNKNOWN: 'Another program has this file open',
  EIO: 'The disk or the network did not give this file',
  ENOSPC: 'The disk is full',
  EISDIR: 'This is a folder, not a file',
};
const named = (fields: readonly TableField[]) => quoted(fields.map((field) => fieldNames[field]));
const quoted = (values: readonly string[]) => values.map((value) => `“${value}”`).join(', ');

const kindNames = fileKindNames.en;

const fileTypes = {
  image: 'an image',
  pdf: 'a PDF document',
  archive: 'an archive',
  database: 'a database',
  program: 'a program',
  unknown: 'a file that is not text',
};

const asXlsx = 'Open it in a spreadsheet program and save it as .xlsx or CSV, then import that file.';

/** What an import reports, English. */
export const problems: ProblemTexts = {
  ...portionProblems,
  ...packProblems,
  ...cellProblems,
  ...tableProblems,
  'empty-file': {
    reason: 'The file is empty.',
    remedy: 'Export it again and check its size before importing it.',
  },
  'not-text': ({ type }) => ({
    reason: `This is not a table: it is ${fileTypes[type]}.`,
    remedy:
      type === 'pdf'
        ? 'Ask for the table as .xlsx or CSV, or copy it into a spreadsheet.'
        : 'Import a CSV file or .xlsx workbook exported from your software or spreadsheet.',
  }),
  spreadsheet: {
    reason: 'This document is neither a CSV file nor an .xlsx or .ods workbook.',
    remedy: asXlsx,
  },
  'old-workbook': { reason: 'This is an Excel workbook in the old format (.xls).', remedy: asXlsx },
  'encrypted-workbook': {
    reason: 'This Excel workbook is protected by a password.',
    remedy: 'Open it, save it without a password, then import it again.',
  },
  'workbook-too-large': ({ cells }) => ({
    reason: `This workbook has more than ${number(cells)} cells: it would not fit into memory.`,
    remedy: 'Save each sheet as CSV, then import those files: they may be of any size.',
  }),
  'damaged-archive': {
    reason: 'The file is damaged or incomplete: its content cannot be read.',
    remedy: 'Copy or export it again, and check that it opens before importing it.',
  },
  'archive-too-large': ({ megabytes }) => ({
    reason: `Unpacked, this file would exceed ${number(megabytes)} MB: nothing of it was read.`,
    remedy: 'Check where it comes from, then import it as several smaller files.',
  }),
  'too-many-files': ({ limit }) => ({
    reason: `There are more than ${number(limit)} files here: none was read.`,
    remedy: 'Keep only the files to import, or import them in several goes.',
  }),
  'unsafe-archive-name': {
    reason: 'This archive contains a file name that leads out of its folder: nothing of it was read.',
    remedy: 'An ordinary archive contains none. Check where it comes from, or make it again.',
  },
  'encrypted-archive': {
    reason: 'This archive is protected by a password.',
    remedy: 'Extract its files, then import them.',
  },
  'archive-in-archive': {
    reason: 'This is an archive inside another archive.',
    remedy: 'Extract its files, then import them.',
  },
  'unreadable-file': ({ reason }) => ({
    reason: `${unreadable[reason] ?? 'The file cannot be read'}.`,
    remedy: 'Check its name, that it is not open elsewhere, and that you have access to it.',
  }),
  'unknown-header': ({ columns }) => ({
    reason: columns.length
      ? `No known header line. First line read: ${quoted(columns)}.`
      : 'No known header line.',
    remedy: 'Check that the first line names the columns, or choose what the file contains.',
  }),
  'missing-columns': ({ kind, fields }) => ({
    reason: `Columns are missing for a file of “${kindNames[kind]}”: ${named(fields)}.`,
    remedy: 'Choose the columns that give them, or another content for this file.',
  }),
  'no-header-line': ({ headerLine }) => ({
    reason: `The file has no line ${number(headerLine)}: the headers cannot be there.`,
    remedy: 'Choose another header line.',
  }),
  'field-not-of-kind': ({ kind, field }) => ({
    reason: `A file of “${kindNames[kind]}” has no column “${fieldNames[field]}”.`,
    remedy: 'Choose another meaning for this column, or another content for this file.',
  }),
  'no-such-column': ({ field, number: column, columns }) => ({
    reason: `“${fieldNames[field]}” would be column ${number(column)}: the file has ${number(columns)}.`,
    remedy: 'Choose a column of the file; check the separator and the header line too.',
  }),
  'column-twice': ({ heading, fields }) => ({
    reason: `The column “${heading}” is taken twice: ${named(fields)}.`,
    remedy: 'Give each column one meaning.',
  }),
  'record-too-long': ({ limit }) => ({
    reason: `One row is longer than ${number(limit)} characters: a quote is probably never closed.`,
    remedy: 'Open the file at this line, correct the quote, then import it again.',
  }),
  'same-file-twice': ({ other }) => ({
    reason: `This file is the same as “${other}”: it was read only once.`,
    remedy: 'Nothing to do.',
  }),
  'missing-value': {
    reason: 'The value is missing.',
    remedy: 'Fill in the cell and import again; the other rows are kept.',
  },
  'torn-row': ({ cells, expected }) => ({
    reason: `The row has ${number(cells)} ${plural(cells, 'en', 'cell', 'cells')} instead of ${number(expected)}.`,
    remedy: 'Check the separators and quotes of this row.',
    ofMany: { reason: 'Rows do not have as many cells as the header line.' },
  }),
  'invalid-date': {
    reason: 'This date does not exist in the calendar.',
    remedy: 'Correct the date and import again; the other rows are kept.',
  },
  'date-out-of-range': ({ first, last }) => ({
    reason: `The date is outside the accepted period (${date(first)} to ${date(last)}).`,
    remedy: 'Check the year of this row.',
  }),
  'invalid-count': {
    reason: 'This is not a number.',
    remedy: 'Write a whole number in digits, or leave the cell empty if the value is unknown.',
  },
  'negative-count': {
    reason: 'The number is negative.',
    remedy: 'A number of meals is 0 or more: correct the cell and import again.',
  },
  'count-not-whole': {
    reason: 'The number is not whole.',
    remedy: 'A number of meals is whole: correct the cell and import again.',
  },
  'count-too-large': ({ limit }) => ({
    reason: `The number is larger than ${number(limit)}.`,
    remedy: 'Check that it is not a total or a reference number.',
  }),
  'conflicting-rows': ({ otherLine, otherValue }) => ({
    reason: `Line ${number(otherLine)} gives another value: “${otherValue}”.`,
    remedy: 'Keep only one of the two rows in the file and import it again.',
    ofMany: { reason: 'Other rows of the file give other values.' },
  }),
  'unknown-site-kind': {
    reason: 'This type of site is not known.',
    remedy: 'Write M, E, M/E, C, L or A.',
  },
  'unknown-school-year': {
    reason: 'This school year cannot be read.',
    remedy: 'Write it as 2016-2017.',
  },
  'too-many-away': ({ enrolled }) => ({
    reason: `More children are away than are enrolled (${number(enrolled)}).`,
    remedy: 'Correct the number of children away, or import the enrolment of that school year first.',
    ofMany: { reason: 'More children are away than are enrolled.' },
  }),
  'unknown-closure': {
    reason: 'This event is not known.',
    remedy: 'Write strike, closure or outing.',
  },
  'not-lunch': {
    reason: 'This is not a lunch.',
    remedy: 'Nothing to do: only lunches are forecast.',
  },
  'end-before-start': ({ start }) => ({
    reason: `The end comes before the start (${date(start)}).`,
    remedy: 'Correct one of the two dates and import again.',
    ofMany: { reason: 'The end comes before the start.' },
  }),
  'holiday-too-long': ({ start, days }) => ({
    reason: `This holiday would last ${number(days)} days (start: ${date(start)}).`,
    remedy: 'Correct one of the two dates and import again.',
    ofMany: { reason: 'This holiday would be too long.' },
  }),
  'site-unknown': ({ name }) => ({
    reason: `No site is called “${name}”: the row is waiting.`,
    remedy: 'Answer the question about this name: the row will be added to the right site.',
    ofMany: {
      reason: `No site is called “${name}”: these rows are waiting.`,
      remedy: 'Answer the question about this name: they will be added to the right site.',
    },
  }),
  'school-unknown': ({ name }) => ({
    reason: `No site is known for the school “${name}”: the row is waiting.`,
    remedy: 'Answer the question about this name, or import the list of schools and their sites.',
    ofMany: { reason: `No site is known for the school “${name}”: these rows are waiting.` },
  }),
  'count-unlikely': ({ name, date: on, served, low, high }) => ({
    reason: `${name}, ${date(on)}: ${number(served)} meals, where ${number(low)} to ${number(high)} are usual. The number is waiting.`,
    remedy: 'Accept it or leave it out in Data, Unknown names: until then no order depends on it.',
    ofMany: {
      reason: `Numbers of meals far above the usual are waiting.`,
      remedy: 'Accept them or leave them out in Data, Unknown names.',
    },
  }),
  'no-rows': {
    reason: 'The file has only its header line.',
    remedy: 'Check the period chosen for the export.',
  },
  'sheet-left-out': {
    reason: 'This sheet is not a known table: it was not read.',
    remedy: 'Nothing to do, if it contains notes or a legend.',
  },
  'already-imported': ({ batch, at }) => ({
    reason: `This file was already imported on ${date(at)} at ${at.slice(11)} (import ${batch}): nothing has changed.`,
    remedy: 'Nothing to do.',
  }),
  'profile-used': ({ file, at }) => ({
    reason: `Read as set on ${date(at)} for “${file}”, which has the same headers.`,
    remedy: 'Nothing to do. To read it another way, change the columns above.',
  }),
  'total-left-out': {
    reason: 'A line of totals or a footer: it is not counted.',
    remedy: 'Nothing to do.',
    ofMany: { reason: 'Lines of totals or footers: they are not counted.' },
  },
  'sites-in-columns': ({ names }) => ({
    reason: `This table has one column per site: ${quoted(names)}.`,
    remedy: 'Check that these headers are names of sites.',
  }),
  'dishes-in-columns': ({ names }) => ({
    reason: `This table has one column per dish: ${quoted(names)}. The numbers were read as portions served.`,
    remedy: 'Check that these headers are names of dishes.',
  }),
  'meals-left-out': ({ lunch, others }) => ({
    reason: `Only the column “${lunch}” was read as meals served: orders are those of lunch. Not imported: ${quoted(others)}.`,
    remedy: 'Nothing to do, if this column is that of lunch.',
  }),
  'day-month-unsure': ({ first }) => ({
    reason: `Every date of the column reads both ways: the ${first} was read first.`,
    remedy: 'Check the first and last date of the report; if they are wrong, undo the import.',
  }),
  'dates-on-weekend': ({ rows: count, of }) => ({
    reason: `${rows(count)} of ${number(of)} ${plural(count, 'en', 'falls', 'fall')} on a weekend: day and month may be swapped.`,
    remedy: 'Check the order of day and month in the file.',
  }),
  'dates-in-holidays': ({ rows: count, of }) => ({
    reason: `${rows(count)} of ${number(of)} ${plural(count, 'en', 'falls', 'fall')} in school holidays.`,
    remedy: 'Check these dates, or the holiday calendar.',
  }),
  'holiday-with-service': ({ name, firstDay, lastDay, days }) => ({
    reason: `“${name}” (${date(firstDay)} to ${date(lastDay)}): meals were served on ${number(days)} ${plural(days, 'en', 'day', 'days')} of this period.`,
    remedy: 'Check the dates of this holiday, or the attendance of these days.',
  }),
  'other-population-left-out': ({ rows: count }) => ({
    reason: `${rows(count)} of the calendar ${plural(count, 'en', 'is', 'are')} not about primary-school pupils: not kept.`,
    remedy: 'Nothing to do.',
  }),
  'menus-typed': ({ days, first }) => ({
    reason: `${number(days)} ${plural(days, 'en', 'day', 'days')} of this file, from ${date(first)} on: the menu was entered by hand, it stays as it is.`,
    remedy: 'To take the menu of the file, open that day in Menus and choose “Use the file’s menu”.',
  }),
  'counts-typed': ({ days, first }) => ({
    reason: `${number(days)} ${plural(days, 'en', 'day', 'days')} of this file, from ${date(first)} on: the meals served were entered by hand, they stay as they are.`,
    remedy: 'To take the counts of the file, empty these days in Data, Recorded days, then import it again.',
  }),
  'more-problems': ({ listed, total }) => ({
    reason: `${number(total)} rows need a look; the first ${number(listed)} are listed.`,
    remedy: 'Correct them and import again to see the next ones.',
  }),
};
