import type { IsoDate } from './forecast-records.ts';
import type { ColumnReason, FileKind, ImportField, TableAnswers } from './import-records.ts';
import type { SiteKind } from './site-kind.ts';

/**
 * How the text of a file is written. `UTF-8-mixed`: UTF-8 with some bytes of Windows; `UTF-8-twice`: UTF-8 whose bytes
 * were taken for letters of Windows, and encoded again; `UTF-8-entities`: with letters written as those of a web page
 * ("&eacute;"); `cp850`, `cp437`: DOS.
 */
export type TextEncoding =
  | 'UTF-8'
  | 'UTF-8-mixed'
  | 'UTF-8-twice'
  | 'UTF-8-entities'
  | 'UTF-16LE'
  | 'UTF-16BE'
  | 'windows-1252'
  | 'ISO-8859-15'
  | 'macintosh'
  | 'cp850'
  | 'cp437';

/** The order of day, month and year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** The sign before fractions. */
export type DecimalMark = ',' | '.';

/** What stands between the cells of a line. */
export type Separator = ';' | ',' | '\t' | '|';

/** How a file is to be read, as a person says; what is left out is found by looking at the file. */
export interface Mapping {
  readonly kind: FileKind;
  /** Field → index of its column. Without it the titles say. */
  readonly columns?: Readonly<Partial<Record<ImportField, number>>>;
  readonly encoding?: TextEncoding;
  readonly separator?: Separator;
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalMark;
  /** Line of the column titles, from 1; 0: there are none. */
  readonly headerLine?: number;
  /** What was answered about the table as a whole. */
  readonly answers?: TableAnswers;
}

/** How a file was read, or would be. */
export interface FileMapping {
  readonly encoding: TextEncoding;
  readonly separator: string;
  /** `null`: no date is written so that its order could be in doubt. */
  readonly dateOrder: DateOrder | null;
  /** `null`: no count has a fraction. */
  readonly decimal: DecimalMark | null;
  /** Line of the column titles, from 1; 0: there are none. */
  readonly headerLine: number;
  /** What a column of this kind may become, needed fields first; empty as long as the kind is unknown. */
  readonly fields: readonly ImportField[];
  /** Nothing was guessed: every needed column was found, and no date is in doubt. */
  readonly sure: boolean;
}

/** One column of a file, and what it was taken for. */
export interface FileColumn {
  readonly name: string;
  /** The first cells that are not empty, at most three. */
  readonly samples: readonly string[];
  readonly field: ImportField | null;
  /** Cells that gave a value; 0 when the file was not read. */
  readonly read: number;
  /** Filled cells of a column that is not used; 0 when the file was not read. */
  readonly filled: number;
  /** `null`: nothing speaks for anything. With samples and without a field, the column is not used. */
  readonly because: ColumnReason | null;
}

/** Data rows; the five others add up to `read`. Header, blank lines and totals are not counted. */
export interface ImportCounts {
  readonly read: number;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly asked: number;
}

/** What a file says of one site. */
export interface SiteSummary {
  readonly site: string;
  /** Days with a count above zero, and days whose count is empty or zero. */
  readonly days: number;
  readonly emptyDays: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /** Meals of the days with a count above zero; `null`: there are none. */
  readonly mean: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** All sites of a file together, those that are not listed too. */
export interface SiteTotals {
  readonly sites: number;
  readonly days: number;
  readonly emptyDays: number;
}

/** Days with meals of all sites in a month, `YYYY-MM`. */
export interface MonthOfDays {
  readonly month: string;
  readonly days: number;
}

/** A count of a file that can hardly be, before the import is confirmed. */
export interface UnlikelyInFile {
  /** As the file writes it. */
  readonly name: string;
  readonly date: IsoDate;
  readonly served: number;
  /** What was usual around the day, 8 days in 10. */
  readonly low: number;
  readonly usual: number;
  readonly high: number;
  readonly sheet: string | null;
  readonly line: number;
}

/** What the preview shows of a file beside the counts of its rows. */
export interface FileFacts {
  /** Of attendance, at most 500 sites, those with the most days first. */
  readonly sites: readonly SiteSummary[];
  readonly siteTotals: SiteTotals;
  /** From the first to the last month with meals. */
  readonly months: readonly MonthOfDays[];
  /** Of `imported`: rows of days on which nobody ate, by a word in place of the count, or by a zero or an empty cell. */
  readonly newWithoutMeals: { readonly marked: number; readonly empty: number };
  /** Counts that wait for an answer, at most 200. */
  readonly unlikely: readonly UnlikelyInFile[];
  /** The sheets of a workbook that are read as one table; empty: the file is no workbook. */
  readonly sheets: readonly string[];
}

/** What an import finds in one file, but for what has to be put in words: its questions and problems. */
export interface FileFindings extends ImportCounts, FileFacts {
  readonly file: string;
  /** The workbook of which it is a sheet; `null`: it is none. */
  readonly workbook: string | null;
  /** `null`: not recognised; the problems say why. */
  readonly kind: FileKind | null;
  readonly encoding: string | null;
  readonly separator: string | null;
  /** First and last date read, where the kind has dates. */
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  readonly columns: readonly FileColumn[];
  /** `null`: the file is no table. */
  readonly reading: FileMapping | null;
  /** The remembered answer that was used. */
  readonly profile: number | null;
  /** The first rows as read, header first, for the preview. At most 6 rows. */
  readonly head: readonly (readonly string[])[];
}

/** What a problem costs its row: it is refused, it waits for an answer, or nothing. */
export type ProblemSeverity = 'refused' | 'asked' | 'warning';

/** What a person entered by hand about a site. */
export type ManualDataKind = 'counts' | 'closures' | 'menus' | 'guests' | 'rule' | 'days' | 'names';

export interface SiteKeptOnUndo {
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly typed: readonly ManualDataKind[];
}

export interface UndoReport {
  readonly batch: number;
  /** Rows taken back (removed or put back as they were). */
  readonly restored: number;
  /** Rows that a later import changed again: they keep the later value. */
  readonly kept: number;
  /** Sites that the import brought, and that stay for what people entered about them. */
  readonly keptSites: readonly SiteKeptOnUndo[];
  /** Sites that are gone while what was decided about their orders is kept: it comes back with their name. */
  readonly keptOrders: readonly string[];
}
