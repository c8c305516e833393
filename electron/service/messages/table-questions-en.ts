import type { MarkedDays, ProblemCode } from '../../../db/import/problem.ts';
import type { MarkedDate, QuestionId } from '../../../db/import/table-question.ts';
import { formatNumber, plural, spelledDate } from './format.ts';
import type { ProblemTexts } from './problem-texts.ts';

const number = (value: number) => formatNumber(value, 'en');
const date = (iso: string) => spelledDate(iso, 'en');
const quoted = (values: readonly string[]) => {
  const shown = values.map((value) => `“${value}”`);
  return values.length > 8 ? `${shown.slice(0, 8).join(', ')}… (${number(values.length)})` : shown.join(', ');
};
const columns = (names: readonly string[]) =>
  names.length === 1 ? `Column ${quoted(names)}` : `Columns ${quoted(names)}`;

const guestKinds = {
  M: 'nursery',
  E: 'primary',
  'M/E': 'nursery and primary',
  C: 'secondary',
  L: 'out-of-school club',
  A: 'adults',
};

const rows = (count: number) => `${number(count)} ${plural(count, 'en', 'row', 'rows')}`;

/** The question in one sentence, and what explains it. */
interface QuestionText {
  readonly question: string;
  readonly why: string;
}

const questions: Readonly<
  Record<QuestionId, (names: readonly string[], days: readonly MarkedDate[]) => QuestionText>
> = {
  site: () => ({
    question: 'Which canteen?',
    why: 'No column of the file names the canteen of these meals.',
  }),
  'site-column': (names) => ({
    question: 'Which column names the canteen?',
    why: `Several may: ${quoted(names)}.`,
  }),
  'count-column': (names) => ({
    question: 'Which column gives the meals served?',
    why: `Several may: ${quoted(names)}.`,
  }),
  lines: ([column = '']) => ({
    question: 'Add up the rows of one day?',
    why:
      column === ''
        ? 'Several rows give the same day and canteen.'
        : `The table has several rows a day, one for each “${column}”.`,
  }),
  sheets: (names) => ({
    question: 'Add these sheets up?',
    why: `Each may count some of the diners of one canteen: ${quoted(names)}.`,
  }),
  twins: (names) => ({
    question: 'Add up the columns of the same name?',
    why: `Several columns have the same name: ${quoted(names)}.`,
  }),
  adults: (names) => ({ question: 'With the adults?', why: `${columns(names)} may count them.` }),
  year: () => ({
    question: 'Of which school year are these dates?',
    why: 'They are written without a year.',
  }),
  marks: (_, days) => ({
    question: `${sumOfMarks(days)}. Note them?`,
    why: 'Once noted, these days stay out of what is usual.',
  }),
  'dish-list': ([cell = '']) => ({
    question: `“${cell}”: several dishes?`,
    why: 'It may be the day’s menu in one cell, or a single dish.',
  }),
  'new-sites': () => ({
    question: 'Create the sites that this file names?',
    why: 'No site is known yet.',
  }),
};

const remedies: Readonly<Record<QuestionId, string>> = {
  site: 'Give the name of the canteen; nothing is imported before.',
  'site-column': 'Choose the column; nothing is imported before.',
  'count-column': 'Choose the column; nothing is imported before.',
  lines: 'Answer yes for the sum; nothing is imported before.',
  sheets: 'Answer yes if they are one canteen; nothing is imported before.',
  twins: 'Answer yes for the sum, no to read the first one only; nothing is imported before.',
  adults: 'Answer the question; the counts are imported as they are written.',
  year: 'Give the school year, for instance 2025-2026; nothing is imported before.',
  marks: 'Answer the question; without an answer these days have no count.',
  'dish-list': 'Answer yes if each cell lists the dishes of its day; nothing is imported before.',
  'new-sites': 'Answer yes to create them; else these rows wait to know which sites they are of.',
};

const choices: Readonly<Record<string, string>> = {
  sum: 'Yes, add them up',
  first: 'No, the first one only',
  sites: 'No, a canteen each',
  with: 'With the adults',
  without: 'Without the adults',
  yes: 'Yes',
  no: 'No',
};

const marked = ({ days, strike, holiday, closure, outing }: MarkedDays): string => {
  const parts = [
    [strike, 'strike'],
    [holiday, 'holiday'],
    [closure, 'closed'],
    [outing, 'outing'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${word} ${number(count)}`);
  return `${number(days)} ${plural(days, 'en', 'day', 'days')}: ${told.join(', ')}`;
};

/** The same of the days themselves; a day with two marks counts once, and under both. */
const sumOfMarks = (days: readonly MarkedDate[]): string => {
  const of = (wanted: MarkedDate['mark']) => days.filter(({ mark }) => mark === wanted).length;
  return marked({
    days: new Set(days.map(({ date }) => date)).size,
    strike: of('strike'),
    holiday: of('holiday'),
    closure: of('closure'),
    outing: of('outing'),
  });
};

/** What is asked about a table as a whole, English. */
export const tableQuestions = {
  /** Each question in one sentence. */
  ask: questions,
  /** An answer in words; a name stays as it is. */
  choice: (value: string): string => choices[value] ?? value,
};

/** What a table was taken for, and what is asked about it as a whole, English. */
export const tableProblems = {
  'table-question': ({ id, names, days = [] }) => {
    const { question, why } = questions[id](names, days);
    return { reason: `${question} ${why}`, remedy: remedies[id] };
  },
  'profile-left': ({ file }) => ({
    reason: `The columns given for “${file}”, which has the same headers, contain something else here: this file was read without them.`,
    remedy: 'Check the columns above.',
  }),
  'titles-again': {
    reason: 'The headers are repeated: this row is not counted.',
    remedy: 'Nothing to do.',
    ofMany: { reason: 'The headers are repeated: these rows are not counted.' },
  },
  'guests-left-out': ({ kinds }) => ({
    reason: `The file has a menu per type of diners: ${kinds.map((kind) => guestKinds[kind]).join(', ')} was not read.`,
    remedy: 'Nothing to do: a day has one menu per site.',
  }),
  'page-footer': {
    reason: 'A page footer: it is not counted.',
    remedy: 'Nothing to do.',
    ofMany: { reason: 'Page footers: they are not counted.' },
  },
  'note-left-out': {
    reason: 'A row without a date or a count: it is not counted.',
    remedy: 'Nothing to do, if it is a note or a signature.',
    ofMany: { reason: 'Rows without a date or a count: they are not counted.' },
  },
  'counts-empty': ({ rows, first }) => ({
    reason: `${number(rows)} ${plural(rows, 'en', 'row has', 'rows have')} a date and no count, from ${date(first)} on: these days stay without a count.`,
    remedy: 'If meals were served on them, fill the file in and import it again.',
  }),
  'site-sum-differs': ({ site, sum, read }) => ({
    reason: `“${site}”: its total in the file is ${number(sum)}, its days add up to ${number(read)}.`,
    remedy: 'Check that no days are missing in the file, and that all of them are of this site.',
  }),
  'sheet-copied': ({ sheet, other }) => ({
    reason: `The sheet “${sheet}” contains exactly the same as “${other}”.`,
    remedy: 'Check that it is not a copy still to be filled in.',
  }),
  'sum-sheet-left-out': {
    reason: 'This sheet adds up the others: it was not read.',
    remedy: 'Nothing to do.',
  },
  'marks-found': (params) => ({
    reason: `${marked(params)}. Note them?`,
    remedy: 'Answer yes to note them as closures; else these days have no count.',
  }),
  'marks-noted': (params) => ({ reason: `${marked(params)}: noted as closures.`, remedy: 'Nothing to do.' }),
  'counts-partly-empty': ({ lines }) => ({
    reason: `In ${number(lines)} ${plural(lines, 'en', 'row', 'rows')} some of the counts to add up are missing.`,
    remedy: 'Check these rows: the counts that are there were added up.',
  }),
  'dates-in-columns': ({ names }) => ({
    reason: `This table has a column per day: ${quoted(names)}.`,
    remedy: 'Nothing to do, if these headers are the days of the meals.',
  }),
  'columns-added': ({ names }) => ({
    reason: `${columns(names)} are added up: only their sum is kept.`,
    remedy: 'Check that they are parts of the children.',
  }),
  'diners-kept': ({ classes, classRows, adultRows }) => ({
    reason: [
      ...(classRows === 0
        ? []
        : [
            `By age group (${classes.map((one) => guestKinds[one]).join(', ')}): ${rows(classRows)}, beside the total of the children`,
          ]),
      ...(adultRows === 0 ? [] : [`Adults: ${rows(adultRows)}, never counted among the children`]),
    ]
      .join('. ')
      .concat('.'),
    remedy: 'Nothing to do: these numbers are in Record and in Data › Recorded days.',
  }),
  'classes-left-out': ({ rows: count }) => ({
    reason: `In ${rows(count)} the age groups do not add up to the total of the children: only that total is saved.`,
    remedy: 'Check these rows: one of them may be missing.',
  }),
  'total-differs': ({ total, parts }) => ({
    reason: `The total is ${number(total)}, and its parts add up to ${number(parts)}: the parts count.`,
    remedy: 'Check this row, correct it in the file and import it again.',
  }),
  'adults-left-out': ({ names }) => ({
    reason: `${columns(names)}: these adults are not counted among the children, and their number is not saved: only adults served are.`,
    remedy: 'Nothing to do: the usual number of adults is set for each site.',
  }),
  'sums-left-out': ({ names }) => ({
    reason: `${columns(names)}: the sum of the others, not counted again.`,
    remedy: 'Nothing to do.',
  }),
  'filled-down': ({ names }) => ({
    reason: `${columns(names)}: a value that is written once stands for the empty rows below it.`,
    remedy: 'Nothing to do, if that is so.',
  }),
  'site-of-file': ({ name }) => ({
    reason: `All rows are for the site “${name}”.`,
    remedy: 'Nothing to do, if that is the one.',
  }),
  'too-many-names': ({ limit }) => ({
    reason: `Which column names the canteen? The one that was read has more than ${number(limit)} names.`,
    remedy: 'Choose the column of the canteens; nothing of this file was imported.',
  }),
} satisfies Partial<ProblemTexts> & Partial<Record<ProblemCode, unknown>>;
