import type { FileKind as ImportKind } from '../../forecasting/domain/import-records.ts';
import type {
  IsoDate,
  PortionUnit,
  ProblemSeverity,
  SiteKind,
  TextEncoding,
} from '../../forecasting/domain/records.ts';
import type { TableField } from './field.ts';
import type { TableQuestion } from './table-question.ts';

export type { ImportKind };

/** File types that are no text table, as told by their first bytes. */
export type BinaryType = 'image' | 'pdf' | 'archive' | 'database' | 'program' | 'unknown';

/** Documents of other programs, from which no table is read. */
export type DocumentType = 'numbers' | 'xlsb' | 'word' | 'web-page' | 'web-archive';

type None = Record<never, never>;

/** Days without service, as words in place of their counts say. */
export interface MarkedDays {
  readonly days: number;
  readonly strike: number;
  readonly holiday: number;
  readonly closure: number;
  readonly outing: number;
}

/** A dish that more guests took than ate. */
export interface ServedTooOften {
  readonly dish: string;
  readonly site: string;
  readonly date: IsoDate;
  readonly served: number;
  readonly guests: number;
}

/**
 * Every problem an import can report, with the parameters its sentence needs.
 * `line`, `column` and `value` of the problem itself are not repeated here. Texts live in the service.
 */
export interface ProblemParams {
  // The whole file is refused (`line` is null).
  'empty-file': None;
  'not-text': { readonly type: BinaryType };
  /** A document of another program than Excel, or of no spreadsheet program: to be saved as CSV. */
  spreadsheet: None;
  'other-document': { readonly type: DocumentType };
  /** XLS, Excel's format up to 2003. */
  'old-workbook': None;
  'encrypted-workbook': None;
  /** A workbook in which more cells would have to be held in memory than `cells`. */
  'workbook-too-large': { readonly cells: number };
  /** A ZIP archive or XLSX workbook that is cut off, or whose content is not what its directory says. */
  'damaged-archive': None;
  /** Unpacked, more than so many megabytes. */
  'archive-too-large': { readonly megabytes: number };
  /** An archive or folder of more files. */
  'too-many-files': { readonly limit: number };
  /** `value` is a name that leads out of the archive, as `../`. */
  'unsafe-archive-name': None;
  'encrypted-archive': None;
  'archive-in-archive': None;
  /** `reason` is the system's code, as `ENOENT`. */
  'unreadable-file': { readonly reason: string };
  /** No line of the first 30 is a header of a known kind; `columns` are the cells of the first one. */
  'unknown-header': { readonly columns: readonly string[] };
  /** The kind was given by the user, but these fields have no column. */
  'missing-columns': { readonly kind: ImportKind; readonly fields: readonly TableField[] };
  // What was said about how to read the file cannot be right.
  'no-header-line': { readonly headerLine: number };
  'field-not-of-kind': { readonly kind: ImportKind; readonly field: TableField };
  'no-such-column': { readonly field: TableField; readonly number: number; readonly columns: number };
  'column-twice': { readonly heading: string; readonly fields: readonly TableField[] };
  /** One record longer than `limit` characters, from `line` on: a quote that is never closed, or no table. */
  'record-too-long': { readonly limit: number };
  /** The same bytes as another file of the same call. */
  'same-file-twice': { readonly other: string };

  // One row is refused.
  'missing-value': None;
  'torn-row': { readonly cells: number; readonly expected: number };
  'not-a-date': None;
  'invalid-date': None;
  'date-without-year': None;
  /** The weekday beside the date is that of another day. */
  'weekday-mismatch': None;
  /** The column has dates in both orders, and this one reads both ways. */
  'day-month-mixed': None;
  'date-out-of-range': { readonly first: IsoDate; readonly last: IsoDate };
  'invalid-count': None;
  /** 1.204 is a thousand, or one and a fraction. */
  'ambiguous-count': None;
  /** A formula whose result is not in the file. */
  'formula-without-result': None;
  /** `value` is an error of a spreadsheet, as `#REF!`. */
  'cell-error': None;
  'negative-count': None;
  'count-not-whole': None;
  'count-too-large': { readonly limit: number };
  /** Another row of the file says something else of the same thing (site and day, school and year…). */
  'conflicting-rows': { readonly otherLine: number; readonly otherValue: string };
  'unknown-site-kind': None;
  'unknown-school-year': None;
  'unknown-closure': None;
  /** More children away on an outing than are enrolled. */
  'too-many-away': { readonly enrolled: number };
  // Portions.
  'unknown-unit': None;
  'invalid-amount': None;
  'negative-amount': None;
  'amount-too-large': { readonly limit: number };
  'invalid-loss': None;
  /** No purchase factor; `onRecord`: what stays. */
  'invalid-factor': { readonly least: number; readonly most: number };
  'factor-of-pieces': None;
  'factor-against-loss': { readonly byLoss: number };
  /** Kept as they are, and to be looked at. */
  'factors-to-check': { readonly names: readonly string[]; readonly count: number; readonly most: number };
  /** No class has an amount. */
  'no-amount': None;
  /** The text holds no word that a dish or food could be known by. */
  'unknown-food': None;
  /** Neither a food nor a dish. */
  'unknown-nature': None;
  // Packs.
  /** It holds nothing. */
  'empty-pack': None;
  'part-portions': None;
  'invalid-price': None;
  'negative-price': None;
  'invalid-minimum': { readonly most: number };
  'unknown-yes-no': None;
  /** Another row of the same product is filled by another unit (or by portions). */
  'mixed-contents': { readonly otherLine: number };
  /** Packs that are kept already, and are not in the file, are filled by another unit. */
  'other-packs': { readonly names: readonly string[] };
  /** The portion of this product is counted in another unit: no number of packs can be told. */
  'other-unit': { readonly portion: PortionUnit; readonly pack: PortionUnit };
  'too-many-sizes': { readonly most: number };
  /** A breakfast or a snack: this app plans lunches. */
  'not-lunch': None;
  'end-before-start': { readonly start: IsoDate };
  /** A holiday of so many days is a slip in one of its dates. */
  'holiday-too-long': { readonly start: IsoDate; readonly days: number };

  // One row is asked: kept aside until a question is answered.
  'site-unknown': { readonly name: string; readonly siteKind: SiteKind | null };
  'school-unknown': { readonly name: string };
  /** A count that can hardly be; the range is what was usual around its day. */
  'count-unlikely': {
    readonly name: string;
    readonly date: IsoDate;
    readonly served: number;
    readonly low: number;
    readonly high: number;
  };

  // Warnings: nothing is refused.
  /** The text reads as well in another encoding: names may be wrong. */
  'encoding-unsure': { readonly encoding: TextEncoding; readonly other: TextEncoding };
  /** Text that had been encoded twice was mended: "Ã©" is "é". */
  'encoded-twice': None;
  /** Letters written as those of a web page were decoded: "&eacute;" is "é". */
  'entities-decoded': None;
  /** So many bytes are no UTF-8: they were read as Windows writes them. */
  'stray-bytes': { readonly bytes: number };
  /** A program could not write letters of this text, and put other signs in their place. */
  'letters-lost': None;
  'no-rows': None;
  /** A sheet that is no known table, of a workbook in which others are. */
  'sheet-left-out': None;
  /** A sheet that the workbook does not show. */
  'sheet-hidden': None;
  /** Filled rows that the sheet does not show. */
  'rows-hidden': { readonly rows: number };
  /** Filled columns that the sheet does not show, by their letters. */
  'columns-hidden': { readonly columns: readonly string[] };
  /** The very same file was imported before, nothing it wrote has changed since: it was not read again. */
  'already-imported': { readonly batch: number; readonly at: string };
  /** A line of totals or a footer, not counted as a row. */
  'total-left-out': None;
  /** Read as a person once said of a file with the same titles, named `file`. */
  'profile-used': { readonly file: string; readonly at: string };
  /** What was said of `file`, with the same titles, does not fit what this file's columns hold: it was read anew. */
  'profile-left': { readonly file: string };
  /** Something about the whole table is asked; until it is answered nothing of it is read, if it is `blocking`. */
  'table-question': TableQuestion;
  /** The line of the titles comes again. */
  'titles-again': None;
  'page-footer': None;
  /** A line of neither a date nor a count: a note, a signature, the day of printing. */
  'note-left-out': None;
  /** Past days of service that the file has a line for, and no count. */
  'counts-empty': { readonly rows: number; readonly first: IsoDate };
  /** The sum that a pivot table has beside a site is not that of the counts below. */
  'site-sum-differs': { readonly site: string; readonly sum: number; readonly read: number };
  /** A sheet of another site, or of other guests, holds the same as one before it. */
  'sheet-copied': { readonly sheet: string; readonly other: string };
  /** A sheet that adds up others of its workbook. */
  'sum-sheet-left-out': None;
  /** Menus for further classes of guests, of days that have one for another class. */
  'guests-left-out': { readonly kinds: readonly SiteKind[] };
  /** Days on which a word stands in place of a count, by what it says. */
  'marks-found': MarkedDays;
  /** The same, noted as closures. */
  'marks-noted': MarkedDays;
  /** Counts of several columns were added up where some of their cells are empty. */
  'counts-partly-empty': { readonly lines: number };
  /** The table has a column per day. */
  'dates-in-columns': { readonly names: readonly string[] };
  /** Counts of these columns are added up. */
  'columns-added': { readonly names: readonly string[] };
  /** Children by class and adults are kept beside the children in one: in so many rows. */
  'diners-kept': {
    readonly classes: readonly ('M' | 'E' | 'C')[];
    readonly classRows: number;
    readonly adultRows: number;
  };
  /** Classes that do not add up to the children in one were not kept. */
  'classes-left-out': { readonly rows: number };
  /** A total is not what its parts add up to. */
  'total-differs': { readonly total: number; readonly parts: number };
  /** Columns of adults that say no meals served: not counted among the children. */
  'adults-left-out': { readonly names: readonly string[] };
  /** Columns that add up others. */
  'sums-left-out': { readonly names: readonly string[] };
  /** A value of these columns stands once for the lines below it. */
  'filled-down': { readonly names: readonly string[] };
  /** No column names a site: all lines are of this one. */
  'site-of-file': { readonly name: string };
  /** More names in the column of sites than there can be sites. */
  'too-many-names': { readonly limit: number };
  /** The table has a column per site; its headings were taken for their names. */
  'sites-in-columns': { readonly names: readonly string[] };
  /** The same with a column per dish. */
  'dishes-in-columns': { readonly names: readonly string[] };
  /** The table has a column per meal; only that of the lunches was read. */
  'meals-left-out': { readonly lunch: string; readonly others: readonly string[] };
  /** Every date of the column reads both ways; this order was taken. */
  'day-month-unsure': { readonly first: 'day' | 'month' };
  /** Some dates of the column have the day first, others the month. */
  'dates-in-both-orders': None;
  /** Whole dates of the column had their day and month swapped by a spreadsheet: they were put right. */
  'dates-swapped': None;
  /** The column writes midnights as instants in UTC, at this time of day: the days are those that begin then. */
  'dates-in-utc': { readonly minutes: number };
  /** Dates without a year lie in the twelve months from this one on, as a title or their weekdays say. */
  'years-found': { readonly year: number; readonly firstMonth: number; readonly by: 'title' | 'weekdays' };
  /** `value` was read with its sign as that of thousands, as the column shows. */
  'thousands-sign': None;
  /** "≈ 45", "45 repas": the number was taken. */
  'count-with-words': None;
  'dates-on-weekend': { readonly rows: number; readonly of: number };
  'dates-in-holidays': { readonly rows: number; readonly of: number };
  /** The file says that this is a school holiday, the attendance records show `days` days of service. */
  'holiday-with-service': {
    readonly name: string;
    readonly firstDay: IsoDate;
    readonly lastDay: IsoDate;
    readonly days: number;
  };
  /** Names that are no food: taken for dishes, but no menu has them. */
  'dishes-not-on-menus': { readonly names: readonly string[]; readonly count: number };
  /** Suppliers that nobody had named before. */
  'suppliers-made': { readonly names: readonly string[]; readonly count: number };
  /** Packs of these products that the file does not have: they stay. */
  'packs-kept': { readonly names: readonly string[]; readonly count: number };
  /** More portions of a dish than meals served at that site on that day; `example` is the first of them. */
  'served-above-guests': { readonly rows: number; readonly example: ServedTooOften };
  /** More served than prepared: what was left over would be negative. */
  'served-above-prepared': { readonly rows: number; readonly of: number };
  /** Rows of a school calendar that are not for the pupils of primary schools. */
  'other-population-left-out': { readonly rows: number };
  /** Menus of `days` days, from `first` on, were typed in by hand: they stay in force. */
  'menus-typed': { readonly days: number; readonly first: IsoDate };
  /** Served counts of `days` days, from `first` on, were typed in by hand: they stay. */
  'counts-typed': { readonly days: number; readonly first: IsoDate };
  /** More problems than `listed`; the counts are complete. */
  'more-problems': { readonly listed: number; readonly total: number };
}

export type ProblemCode = keyof ProblemParams;

/** One finding in one file. A union over the codes: `switch (problem.code)` narrows `params`. */
export type ImportProblem = {
  [Code in ProblemCode]: {
    readonly level: ProblemSeverity;
    /** The sheet, where several of a workbook are read as one table. */
    readonly sheet: string | null;
    /** Line in the file, from 1; `null` when the whole file is meant. */
    readonly line: number | null;
    /** The column's heading, as written. */
    readonly column: string | null;
    readonly value: string | null;
    readonly code: Code;
    readonly params: ProblemParams[Code];
  };
}[ProblemCode];

/** Problems of the same kind: one unknown name, one slip in one column; what is said of a whole file stands alone. */
export interface ImportProblemGroup {
  /** Rows that have it, whether they are listed or not; 0 when the whole file is meant. */
  readonly rows: number;
  /** Places in `problems` of those that are listed, at least one. */
  readonly listed: readonly number[];
}
