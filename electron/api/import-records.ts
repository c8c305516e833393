import type { IsoDate, SiteKind } from '../../forecasting/records.ts';

/** `portions`, `servings`: see the domain's formats. */
export type FileKind =
  | 'attendance'
  | 'menus'
  | 'enrolment'
  | 'servings'
  | 'site-names'
  | 'sites'
  | 'school-names'
  | 'holidays'
  | 'closures'
  | 'portions'
  | 'packs';

/** A file that a host has made readable: a name to show and a ticket to hand back. */
export interface FileRef {
  readonly ticket: string;
  readonly name: string;
  readonly size: number;
}

export type ProblemSeverity = 'refused' | 'asked' | 'warning';

export interface Problem {
  readonly level: ProblemSeverity;
  /** The sheet, where several of a workbook are read as one table. */
  readonly sheet?: string;
  /** Line in the file, from 1 (the header is line 1); `null` when the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  /** What is wrong, in the language asked for. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Rows with the same problem: one unknown name, one slip in one column; what is said of a whole file stands alone. */
export interface ProblemGroup {
  readonly level: ProblemSeverity;
  readonly column: string | null;
  readonly reason: string;
  readonly remedy: string;
  /** Rows that have it, listed or not; 0 when the whole file is meant. */
  readonly rows: number;
  /** Places in `problems` of those that are listed, at least one. */
  readonly listed: readonly number[];
}

export interface ImportCounts {
  /** Data rows; header and blank lines are not counted. The five others add up to it. */
  readonly read: number;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly asked: number;
}

/** What a column of an import file can be. */
export type ImportField =
  | 'date'
  | 'site'
  | 'siteKind'
  | 'served'
  | 'staff'
  | 'service'
  | 'dish'
  | 'rank'
  | 'course'
  | 'starter'
  | 'main'
  | 'side'
  | 'dairy'
  | 'dessert'
  | 'bread'
  | 'prepared'
  | 'left'
  | 'discarded'
  | 'school'
  | 'schoolYear'
  | 'children'
  | 'canteen'
  | 'canteenKind'
  | 'sector'
  | 'capacity'
  | 'firstDay'
  | 'lastDay'
  | 'zone'
  | 'holiday'
  | 'population'
  | 'location'
  | 'event'
  | 'strike'
  | 'absent'
  | 'announced'
  | 'food'
  | 'unit'
  | 'maternelle'
  | 'elementaire'
  | 'college'
  | 'adult'
  | 'loss'
  | 'nature'
  | 'origin'
  | 'supplier'
  | 'size'
  | 'content'
  | 'minimum'
  | 'price'
  | 'keeps';

/** `UTF-8-mixed`: some bytes are of Windows; `UTF-8-twice`: encoded again; `cp850`, `cp437`: DOS. */
export type FileEncoding =
  | 'UTF-8'
  | 'UTF-8-mixed'
  | 'UTF-8-twice'
  | 'UTF-16LE'
  | 'UTF-16BE'
  | 'windows-1252'
  | 'ISO-8859-15'
  | 'macintosh'
  | 'cp850'
  | 'cp437';
export type Separator = ';' | ',' | '\t' | '|';
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export type Decimal = ',' | '.';

/** How a file is to be read; what is left out is found by looking at the file. */
export interface Mapping {
  readonly kind: FileKind;
  /** Field → index of its column. Without it the titles say. */
  readonly columns?: Readonly<Partial<Record<ImportField, number>>>;
  readonly encoding?: FileEncoding;
  readonly separator?: Separator;
  readonly dateOrder?: DateOrder;
  readonly decimal?: Decimal;
  /** Line of the column titles, from 1; 0: there are none. */
  readonly headerLine?: number;
  /** What was answered about the table as a whole. */
  readonly answers?: TableAnswers;
}

/** What can be open about a table as a whole; see `TableQuestion`. */
export type TableQuestionId =
  | 'site'
  | 'site-column'
  | 'count-column'
  | 'lines'
  | 'twins'
  | 'adults'
  | 'year'
  | 'marks'
  | 'new-sites';

/** A `value` of the choices, or (where there are none, and for `site`) any text. */
export type TableAnswers = Readonly<Partial<Record<TableQuestionId, string>>>;

/** Something about the table as a whole that only a person knows. */
export interface TableQuestion {
  readonly id: TableQuestionId;
  /** In the language asked for. */
  readonly question: string;
  /** The likeliest answer, a value; `null`: none is likelier. */
  readonly proposal: string | null;
  /** The answers there are; for `site` those on record: any other name will do too. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Nothing of the table is read before it is answered. */
  readonly blocking: boolean;
}

/** Why a column was taken for what it is, or left out. */
export type ColumnReason =
  | 'title'
  | 'holds-dates'
  | 'holds-names'
  | 'known-names'
  | 'holds-counts'
  | 'only-counts'
  | 'part-of-count'
  | 'adults-apart'
  | 'is-sum'
  | 'other-service'
  | 'same-always'
  | 'answered'
  | 'said';

/** What a file says of one site. */
export interface SiteSummary {
  readonly site: string;
  /** Days with a count above zero, and those whose count is empty or zero. */
  readonly days: number;
  readonly emptyDays: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /** Meals of a day with a count above zero; `null`: there is none. */
  readonly mean: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** One column of a file, and what it was taken for. */
export interface FileColumn {
  readonly name: string;
  /** The first cells that are not empty, at most three. */
  readonly samples: readonly string[];
  readonly field: ImportField | null;
  /** Cells that gave a value; 0 when the file was not read. */
  readonly read: number;
  /** `null`: nothing speaks for anything. With samples and without a field, the column is not used. */
  readonly because: ColumnReason | null;
}

/** How a file was read, or would be. */
export interface FileMapping {
  readonly encoding: FileEncoding;
  readonly separator: string;
  /** `null`: no date is written so that its order could be in doubt. */
  readonly dateOrder: DateOrder | null;
  /** `null`: no count has a fraction. */
  readonly decimal: Decimal | null;
  /** Line of the column titles, from 1; 0: there are none. */
  readonly headerLine: number;
  /** What a column of this kind may become, needed fields first; empty as long as the kind is unknown. */
  readonly fields: readonly ImportField[];
  /** Nothing was guessed: every needed column was found, and no date is in doubt. */
  readonly sure: boolean;
}

/** How files with these column titles are to be read, as a person once said. */
export interface MappingProfile {
  readonly id: number;
  /** Folded titles, in their order. */
  readonly shape: readonly string[];
  readonly reading: Mapping;
  /** The file it was said about, and when. */
  readonly file: string;
  readonly at: string;
}

/** Profiles as they travel from one installation to another. */
export interface ProfileFile {
  readonly version: 1;
  readonly profiles: readonly Omit<MappingProfile, 'id'>[];
}

export interface ImportFileReport extends ImportCounts {
  readonly file: string;
  /** `null`: not recognised; `problems` says why. */
  readonly kind: FileKind | null;
  readonly encoding: string | null;
  readonly separator: string | null;
  /** First and last date read, where the kind has dates. */
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  readonly columns: readonly FileColumn[];
  /** What is open about the table as a whole: to be shown before anything else. */
  readonly questions: readonly TableQuestion[];
  /** Of attendance, at most 500 sites, those with the most days first. */
  readonly sites: readonly SiteSummary[];
  /** `null`: the file is no table. */
  readonly reading: FileMapping | null;
  /** The remembered answer that was used. */
  readonly profile: number | null;
  /** The first rows as read, header first, for the preview. At most 6 rows. */
  readonly head: readonly (readonly string[])[];
  /** Rows that were refused or asked, and warnings. At most 5,000 rows, but of every group the first two. */
  readonly problems: readonly Problem[];
  /** The same by what is wrong, refused ones first, then asked ones, the largest first; the counts are complete. */
  readonly groups: readonly ProblemGroup[];
}

export interface ImportReport {
  /** `null` when nothing was written: a dry run, or nothing to write. */
  readonly batch: number | null;
  readonly dryRun: boolean;
  readonly files: readonly ImportFileReport[];
}

export interface ImportRecord extends ImportCounts {
  readonly batch: number;
  /** Calendar date and wall-clock time of the import, `YYYY-MM-DDTHH:MM`, as the computer showed it. */
  readonly at: string;
  readonly files: readonly { readonly file: string; readonly kind: FileKind | null }[];
}

export interface UndoReport {
  readonly batch: number;
  /** Rows taken back (removed or put back as they were). */
  readonly restored: number;
  /** Rows that a later import changed again: they keep the later value. */
  readonly kept: number;
  /** Sites that the import brought, and that stay for what people typed about them. */
  readonly keptSites: readonly SiteKeptOnUndo[];
  /** Sites that are gone while what was decided about their orders is kept: it comes back with their name. */
  readonly keptOrders: readonly string[];
}

/** What a person typed about a site. */
export type ManualDataKind = 'counts' | 'closures' | 'menus' | 'guests' | 'rule' | 'days' | 'names';

export interface SiteKeptOnUndo {
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly typed: readonly ManualDataKind[];
}

export type PendingNameKind = 'site' | 'school';

/** A name met in a file that no site answers to. Its rows are kept aside until it is answered. */
export interface PendingName {
  readonly id: number;
  readonly kind: PendingNameKind;
  readonly name: string;
  readonly siteKind: SiteKind | null;
  readonly rows: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /** The site that looks most like it, with a likeness of 0 to 1; never merged without an answer. */
  readonly proposal: { readonly siteId: number; readonly site: string; readonly likeness: number } | null;
  /** The meals usually served: under this name (`site` is `null`), then at the sites most like it. May be empty. */
  readonly ranges: readonly UsualMeals[];
}

/** What became of a count that can hardly be: still asked about, left out for good, or taken as it is. */
export type CountAnswer = 'asked' | 'aside' | 'taken';

/** A count of a file that can hardly be: it does not count until it is taken. */
export interface UnlikelyCount {
  /** Of the name in the file. */
  readonly nameId: number;
  readonly name: string;
  /** `null`: the name itself waits for an answer. */
  readonly site: string | null;
  readonly date: IsoDate;
  readonly served: number;
  /** What was usual around the day, 8 days in 10. */
  readonly low: number;
  readonly usual: number;
  readonly high: number;
}

/** Nine days in ten are at least `low`, nine in ten at most `high`. */
export interface UsualMeals {
  readonly site: string | null;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export type PendingNameAnswer =
  | { readonly type: 'site'; readonly siteId: number }
  | { readonly type: 'new-site' }
  | { readonly type: 'unanswered' };
