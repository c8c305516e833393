import { numberAt } from '../../../forecasting/domain/number-at.ts';
import { fold } from '../../fold.ts';
import { weekdaysOf } from '../date-words.ts';
import { isDishTitle } from '../recognise.ts';
import { parseSiteKind } from '../site-kind.ts';
import { type ColumnOfCells, isFullDate, shareOf } from './cells.ts';
import type { Knowledge } from './knowledge.ts';
import { dayIn, isMonthAlone, type PartialDate, parsePartialDate, type TablePeriod } from './periods.ts';
import { tickOf } from './ticks.ts';
import {
  isClass,
  isCodeTitle,
  isSiteTitle,
  isSumTitle,
  isTitleOf,
  readCountTitle,
  serviceOf,
  wordsOf,
} from './words.ts';

/** How the dates of a column are written. */
export type DateForm = 'full' | 'partial' | 'day';

export interface DateAxis {
  readonly column: ColumnOfCells;
  readonly form: DateForm;
  /** The columns of its day, month and year, where each stands in one of its own. */
  readonly parts?: readonly number[];
}

/** The columns that hold the dates of their lines. */
export function dateColumns(columns: readonly ColumnOfCells[], period: TablePeriod): readonly DateAxis[] {
  const found = columns.flatMap((column): DateAxis[] => {
    const form = dateForm(column, period);
    return form === null ? [] : [{ column, form }];
  });
  const telling = found.filter(
    ({ column }) => !isWeekdayBeside(column, found) && !isCodeBeside(column, found),
  );
  const best = (['full', 'partial', 'day'] as const).find((form) =>
    telling.some((each) => each.form === form),
  );
  return telling.filter(({ form }) => form === best);
}

export function dateForm(column: ColumnOfCells, period: TablePeriod): DateForm | null {
  const titled = isDateTitle(column);
  const least = titled ? 0.4 : 0.6;
  if (column.types.date > 0 && shareOf(column, 'date') >= least) {
    return 'full';
  }
  if (column.types['partial-date'] > 0 && shareOf(column, 'partial-date') >= least) {
    return 'partial';
  }
  return (titled || column.title.own === '' || isMonthAlone(column.title.own)) &&
    period.month !== null &&
    areDaysOfMonth(column)
    ? 'day'
    : null;
}

/** "Lundi" beside dates is no date of its own. */
function isWeekdayBeside({ cells }: ColumnOfCells, found: readonly DateAxis[]): boolean {
  const names = cells
    .filter((cell) => cell !== '' && !isMonthAlone(cell))
    .map((cell) => (isFullDate(cell) ? null : parsePartialDate(cell)));
  const weekdays = names.filter((name) => name !== null && name.weekday !== null && name.day === null);
  // Titles that come again stand among them.
  return found.length > 1 && names.length > 0 && weekdays.length >= 0.8 * names.length;
}

/** A postcode may be the number of a day; not where other cells write dates, or its title says what it is. */
function isCodeBeside(column: ColumnOfCells, found: readonly DateAxis[]): boolean {
  const isBare = ({ cells }: ColumnOfCells) => cells.every((cell) => /^(\d{5})?$/.test(cell));
  return (
    isBare(column) &&
    !isDateTitle(column) &&
    (isCodeTitle(column.title.own) ||
      column.title.own === 'CP' ||
      found.some((other) => !isBare(other.column) || isDateTitle(other.column)))
  );
}

const isDateTitle = ({ title }: ColumnOfCells) =>
  isTitleOf('date', title.own) || isTitleOf('date', title.upper);

function areDaysOfMonth({ cells, types }: ColumnOfCells): boolean {
  const days = cells.filter((cell) => /^\d{1,2}$/.test(cell)).map(Number);
  const rising = days.filter((day, index) => index > 0 && day >= numberAt(days, index - 1)).length;
  return (
    days.length >= 2 &&
    days.length >= 0.8 * (types.count + types.text) &&
    days.every((day) => day >= 1 && day <= 31) &&
    rising >= 0.8 * (days.length - 1)
  );
}

/** The day that a title names, in a period; `null`: none. */
export function titleDay(title: string, period: TablePeriod): PartialDate | 'full' | null {
  if (title === '') {
    return null;
  }
  if (isFullDate(title)) {
    return 'full';
  }
  const partial = parsePartialDate(title) ?? dayOfTitle(title);
  const isPlaced =
    partial !== null &&
    (dayIn(partial, period) !== null ||
      partial.month !== null ||
      period.week !== null ||
      period.span !== null);
  return isPlaced ? partial : null;
}

/** The day of a month alone. */
export const dayOfTitle = (title: string): PartialDate | null =>
  /^\d{1,2}$/.test(title) && Number(title) >= 1 && Number(title) <= 31
    ? { weekday: null, day: Number(title), month: null }
    : null;

/** What a column of texts tells of its lines. */
export type TextRole =
  | 'site'
  | 'siteKind'
  | 'service'
  | 'class'
  | 'child'
  | 'sector'
  | 'event'
  | 'weekday'
  | 'order'
  | 'dish'
  | 'measure'
  | 'unknown';

export interface TextColumn {
  readonly column: ColumnOfCells;
  readonly role: TextRole;
  /** How much it looks like one of sites. */
  readonly likeSite: number;
}

/** Texts, and the numbers that only name (an identifier). */
export function textColumns(columns: readonly ColumnOfCells[], knowledge: Knowledge): readonly TextColumn[] {
  return columns
    .filter(
      (column) =>
        column.filled > 0 &&
        (shareOf(column, 'text', 'mark', 'partial-date') >= 0.5 || holdsSiteCodes(column)),
    )
    .map((column) => {
      const role = textRole(column);
      return {
        column,
        role,
        likeSite: role === 'unknown' || role === 'site' ? likeSite(column, knowledge) : 0,
      };
    });
}

/** "Code site" above 101 and 102: numbers that come again and again. */
const holdsSiteCodes = ({ title, distinct, filled }: ColumnOfCells) =>
  /^(CODE|N|NO|NUM|NUMERO|ID|IDENTIFIANT) /.test(wordsOf(title.own)) &&
  isSiteTitle(wordsOf(title.own).replace(/^\w+ /, '')) &&
  distinct.size * 2 <= filled &&
  [...distinct].every((cell) => /^\d+$/.test(cell));

function textRole(column: ColumnOfCells): TextRole {
  const { title } = column;
  const values = [...column.distinct].filter((value) => !isSumTitle(value) && !isMonthAlone(value));
  const share = (is: (value: string) => boolean) => values.filter(is).length / Math.max(1, values.length);
  // "L", "M", "J", "V" are no names either.
  if (
    share((value) => parsePartialDate(value) !== null) > 0.8 ||
    (values.length > 1 && share((value) => weekdaysOf(value) !== null) === 1)
  ) {
    return 'weekday';
  }
  // Titles are weighed by what stands below them: "Service" above class names is no service.
  if (share(isClass) > 0.6) {
    return 'class';
  }
  if (share((value) => isMeasure(value)) > 0.8 && values.length > 1) {
    return 'measure';
  }
  if (share((value) => parseSiteKind(value) !== null) > 0.8) {
    return 'siteKind';
  }
  if (
    share((value) => serviceOf(value) !== null) > (isTitleOf('service', title.own) ? 0.3 : 0.8) &&
    !isSiteTitle(title.own)
  ) {
    return 'service';
  }
  if (isSiteTitle(title.own) || holdsSiteCodes(column)) {
    return 'site';
  }
  if (isDishTitle(title.own)) {
    return 'dish';
  }
  // "Groupe" and "Service" above the names of schools.
  if (share(isSchoolName) > 0.8) {
    return 'unknown';
  }
  for (const role of ['service', 'class', 'child', 'sector', 'event', 'order'] as const) {
    if (isTitleOf(role, title.own)) {
      return role;
    }
  }
  return shareOf(column, 'mark') > 0.5 ? 'event' : 'unknown';
}

/** "Prévu", "Servi": what the counts of the line are. */
export function isMeasure(value: string): boolean {
  const { measure, rest } = readCountTitle(value);
  return (measure === 'served' || measure === 'staff') && rest === '';
}

const schoolWord = /\b(ECOLE|CANTINE|RESTAURANT|GROUPE SCOLAIRE|SCHOOL)\b/;
/** "École Jules Ferry", "Maternelle des Coquelicots": a school by its name. */
const isSchoolName = (value: string) =>
  /^(ECOLE|GROUPE SCOLAIRE|G ?S|COLLEGE|MATERNELLE|ELEMENTAIRE|PRIMAIRE|(ECOLE )?(MATERNELLE|ELEMENTAIRE|PRIMAIRE))\b [A-Z' ]*[A-Z]{3}/.test(
    fold(value),
  );

/** Sites are few names that come again and again; agreement with those on record weighs most. */
function likeSite(column: ColumnOfCells, knowledge: Knowledge): number {
  const { title, distinct, filled } = column;
  const names = [...distinct];
  // "VRAI" and "FAUX" are said of a day; no two sites are called so.
  if (!isSiteTitle(title.own) && names.every((name) => tickOf(name) !== null)) {
    return 0;
  }
  const known = names.filter((name) => knowledge.isSite(name)).length / Math.max(1, names.length);
  const again = distinct.size * 2 <= filled ? 1 : 0;
  const short = names.every((name) => name.length <= 60) ? 0.5 : 0;
  const school = names.some((name) => schoolWord.test(fold(name))) ? 1 : 0;
  return (isSiteTitle(title.own) || holdsSiteCodes(column) ? 3 : 0) + 3 * known + again + short + school;
}
