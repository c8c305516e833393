import type {
  ClosedReason,
  ClosureKind,
  Contribution,
  Course,
  Deadline,
  DishFamily,
  DishMarker,
  Flag,
  IsoDate,
  ModelName,
  OrderRule,
  PublicHolidayRegion,
  SiteKind,
} from '../../forecasting/records.ts';

export type {
  ClosedReason,
  ClosureKind,
  Contribution,
  Course,
  DayKind,
  Deadline,
  DishFamily,
  DishMarker,
  ErrorCause,
  Flag,
  GroupMeasures,
  IntervalCoverage,
  IsoDate,
  Measures,
  ModelName,
  OrderRule,
  PinballLoss,
  PublicHolidayRegion,
  SiteKind,
  SizeClass,
  StaffShortage,
  TermName,
  TradeOff,
  Weekday,
  WeeklyDeadline,
} from '../../forecasting/records.ts';

export type Language = 'fr' | 'en';
export type Theme = 'system' | 'light' | 'dark';

/** Zones of the French school calendar whose holidays are built in; names as the ministry writes them. */
export type HolidayZone =
  | 'A'
  | 'B'
  | 'C'
  | 'Corse'
  | 'Guadeloupe'
  | 'Guyane'
  | 'Martinique'
  | 'Mayotte'
  | 'Nouvelle Calédonie'
  | 'Polynésie'
  | 'Réunion'
  | 'Saint Pierre et Miquelon'
  | 'Wallis et Futuna';

export interface Settings {
  /** `null`: the system's language, French when in doubt. */
  readonly language: Language | null;
  readonly theme: Theme;
  /** Share of days without a missing meal, 0.50 to 0.95. */
  readonly serviceLevel: number;
  /** Whose built-in school holidays fill the years without imported ones; `auto`: found from the data. */
  readonly zone: HolidayZone | 'auto';
  /** Whose public holidays count; `auto`: those of the zone in force, else of mainland France. */
  readonly publicHolidays: PublicHolidayRegion | 'auto';
}

export interface AppState {
  readonly version: string;
  readonly dataFolder: string;
  readonly today: IsoDate;
  /** No site at all: the first-run page shows. */
  readonly empty: boolean;
  /** The data are the fictional sample canteens. */
  readonly sample: boolean;
  readonly sites: number;
  /** Site-days with a served count. */
  readonly siteDays: number;
  readonly menuDays: number;
  /** Names that no site answers to yet. */
  readonly questions: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /**
   * Monday of the week to open on: this week (from Saturday on, the next one), or, when the records end long
   * before today, the first school week after their end.
   */
  readonly suggestedWeek: IsoDate;
  /**
   * The zone of the school calendar in force: chosen, or inferred from the imported holidays or the attendance.
   * `null`: unknown yet; then only the holidays that zones A, B and C share are built in.
   */
  readonly schoolZone: { readonly zone: HolidayZone | null; readonly inferred: boolean };
  /** Last day of the last school holidays known, imported or built in; `null` when none is known. */
  readonly holidaysTo: IsoDate | null;
  readonly settings: Settings;
}

export interface SiteRecord {
  readonly id: number;
  readonly name: string;
  readonly kind: SiteKind;
  readonly sector: string | null;
  readonly capacity: number | null;
  readonly siteDays: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
}

/** A canteen typed in by hand. */
export interface SiteDraft {
  readonly name: string;
  readonly kind: SiteKind;
  readonly capacity: number | null;
  /** Children enrolled this school year. */
  readonly enrolled: number | null;
}

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
  | 'closures';

/** A file that a host has made readable: a name to show and a ticket to hand back. */
export interface FileRef {
  readonly ticket: string;
  readonly name: string;
  readonly size: number;
}

export type ProblemLevel = 'refused' | 'asked' | 'warning';

export interface Problem {
  readonly level: ProblemLevel;
  /** Line in the file, from 1 (the header is line 1); `null` when the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  /** What is wrong, in the language asked for. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
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
export type Field =
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
  | 'announced';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252';
export type Separator = ';' | ',' | '\t' | '|';
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export type Decimal = ',' | '.';

/** How a file is to be read; what is left out is found by looking at the file. */
export interface Reading {
  readonly kind: FileKind;
  /** Field → index of its column. Without it the titles say. */
  readonly columns?: Readonly<Partial<Record<Field, number>>>;
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  readonly dateOrder?: DateOrder;
  readonly decimal?: Decimal;
  /** Line of the column titles, from 1; 0: there are none. */
  readonly headerLine?: number;
}

/** One column of a file, and what it was taken for. */
export interface FileColumn {
  readonly name: string;
  /** The first cells that are not empty, at most three. */
  readonly samples: readonly string[];
  readonly field: Field | null;
  /** Cells that gave a value; 0 when the file was not read. */
  readonly read: number;
}

/** How a file was read, or would be. */
export interface FileReading {
  readonly encoding: Encoding;
  readonly separator: string;
  /** `null`: no date is written so that its order could be in doubt. */
  readonly dateOrder: DateOrder | null;
  /** `null`: no count has a fraction. */
  readonly decimal: Decimal | null;
  /** Line of the column titles, from 1; 0: there are none. */
  readonly headerLine: number;
  /** What a column of this kind may become, needed fields first; empty as long as the kind is unknown. */
  readonly fields: readonly Field[];
  /** Nothing was guessed: every needed column was found, and no date is in doubt. */
  readonly sure: boolean;
}

/** How files with these column titles are to be read, as a person once said. */
export interface ImportProfile {
  readonly id: number;
  /** Folded titles, in their order. */
  readonly shape: readonly string[];
  readonly reading: Reading;
  /** The file it was said about, and when. */
  readonly file: string;
  readonly at: string;
}

/** Profiles as they travel from one installation to another. */
export interface ProfileFile {
  readonly version: 1;
  readonly profiles: readonly Omit<ImportProfile, 'id'>[];
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
  /** `null`: the file is no table. */
  readonly reading: FileReading | null;
  /** The remembered answer that was used. */
  readonly profile: number | null;
  /** The first rows as read, header first, for the preview. At most 6 rows. */
  readonly head: readonly (readonly string[])[];
  /** Every row that was refused or asked, and warnings. */
  readonly problems: readonly Problem[];
}

export interface ImportReport {
  /** `null` when nothing was written: a dry run, or nothing to write. */
  readonly batch: number | null;
  readonly dryRun: boolean;
  readonly files: readonly ImportFileReport[];
}

export interface ImportBatch extends ImportCounts {
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
}

export type QuestionKind = 'site' | 'school';

/** A name met in a file that no site answers to. Its rows are kept aside until it is answered. */
export interface Question {
  readonly id: number;
  readonly kind: QuestionKind;
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

/** Nine days in ten are at least `low`, nine in ten at most `high`. */
export interface UsualMeals {
  readonly site: string | null;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export type Answer =
  | { readonly type: 'site'; readonly siteId: number }
  | { readonly type: 'new-site' }
  | { readonly type: 'unanswered' };

export interface PlanRow {
  readonly siteId: number;
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly capacity: number | null;
  readonly date: IsoDate;
  /** Expected meals. */
  readonly mean: number;
  /** Likely range: q10 and q90; median q50. Meals. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Meals to order: the quantile of the service level, rounded up to a whole meal. */
  readonly order: number;
  readonly serviceLevel: number;
  readonly flags: readonly Flag[];
  readonly model: ModelName;
  /** When the order must be in, by the site's order rule; `null` without one. */
  readonly deadline: Deadline | null;
  /** Last day whose records this forecast could see: the plan's, or what was known at the deadline, the earlier. */
  readonly asOf: IsoDate;
}

/** What one meal too few and one meal too many cost, in the same money: the service level that balances them. */
export interface MealCosts {
  readonly missing: number;
  readonly wasted: number;
}

/** `siteId` of `null`: the rule of every site that has none of its own. */
export interface OrderRuleRecord {
  readonly siteId: number | null;
  readonly rule: OrderRule;
}

export interface PlanDay {
  readonly date: IsoDate;
  /** `null`: at least one site serves. */
  readonly closed: ClosedReason | null;
  /** Name of the holiday, where there is one. */
  readonly label: string | null;
  /** Dishes in the order of service; dishes of one choice share a `choice`. */
  readonly dishes: readonly {
    readonly dish: string;
    readonly course: Course | null;
    readonly choice: number | null;
  }[];
  /** Flags of every site of that day, said once. */
  readonly flags: readonly Flag[];
  /** Sites with a strike announced that day. */
  readonly strikeSites: number;
}

/** Orders and likely range of all sites together (errors of one day go together: the range is not a sum). */
export interface PlanTotal {
  readonly date: IsoDate;
  readonly order: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Refusal {
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly date: IsoDate | null;
  readonly reason: string;
}

export interface Plan {
  /** Last day whose records the forecast could see. */
  readonly asOf: IsoDate;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly serviceLevel: number;
  readonly days: readonly PlanDay[];
  readonly rows: readonly PlanRow[];
  readonly totals: readonly PlanTotal[];
  readonly refused: readonly Refusal[];
}

export interface PastDay {
  readonly date: IsoDate;
  readonly served: number | null;
  readonly staff: number | null;
}

export interface PlanCell {
  readonly row: PlanRow;
  readonly contributions: readonly Contribution[];
  /** The last 12 same weekdays before `asOf`, oldest first. */
  readonly past: readonly PastDay[];
  /** Orders at service levels 0.50, 0.55 … 0.95. */
  readonly orders: readonly { readonly serviceLevel: number; readonly order: number }[];
}

/** The days off of one school year, August to July, as they are in force. */
export interface SchoolYearCalendar {
  /** Year of September. */
  readonly schoolYear: number;
  readonly zone: AppState['schoolZone'];
  readonly region: PublicHolidayRegion;
  /** By first day; first and last are without class. */
  readonly holidays: readonly {
    readonly zone: string;
    readonly name: string;
    readonly firstDay: IsoDate;
    readonly lastDay: IsoDate;
    /** From a file; otherwise built in. */
    readonly imported: boolean;
  }[];
  /** By date, named in the language asked for. */
  readonly publicHolidays: readonly { readonly date: IsoDate; readonly name: string }[];
}

/** A strike, a closure or an outing on one day. */
export interface ClosureRecord {
  readonly date: IsoDate;
  /** `null`: every site. */
  readonly siteId: number | null;
  readonly kind: ClosureKind;
  /** Children away (outings); `null` when unknown or not applicable. */
  readonly absent: number | null;
  /** First day on which it was known; forecasts use it from that day on. `null`: nobody noted it. */
  readonly announced: IsoDate | null;
  /** It came with a file; otherwise someone typed it in. */
  readonly imported: boolean;
}

/** A strike, a closure or an outing typed in by hand. */
export interface ClosureDraft {
  readonly from: IsoDate;
  /** Last day: each weekday from `from` on. Absent: `from` alone. */
  readonly to?: IsoDate;
  /** `null`: every site; an outing is one site's. */
  readonly siteId: number | null;
  readonly kind: ClosureKind;
  /** Children away; of outings only. */
  readonly absent?: number | null;
  /** Absent: today for today and the days ahead, nobody knows when for days that are past. */
  readonly announced?: IsoDate | null;
}

/** Undone by removing what was saved and saving what it replaced. */
export interface SavedClosures {
  readonly saved: readonly ClosureRecord[];
  readonly replaced: readonly ClosureRecord[];
}

/** One dish of the menus under all its spellings. */
export interface DishRecord {
  readonly key: string;
  readonly name: string;
  /** `null`: no rule knows it and nobody has said. */
  readonly family: DishFamily | null;
  /** The family was corrected by hand. */
  readonly byHand: boolean;
  readonly markers: readonly DishMarker[];
  /** Days on which it was on a menu or served. */
  readonly times: number;
  readonly lastServed: IsoDate;
  /** As written in the files, the most frequent first. */
  readonly spellings: readonly string[];
  /** Dishes of another name that someone said to be this one. */
  readonly merged: readonly { readonly key: string; readonly name: string }[];
}

/** A correction by hand, remembered for later imports too; `null` takes it back. */
export type DishCorrection =
  | { readonly key: string; readonly family: DishFamily | null }
  | { readonly key: string; readonly sameAs: string | null };

export type SheetFormat = 'html' | 'csv' | 'pdf';

export interface Sheet {
  readonly fileName: string;
  readonly mime: string;
  /** Text for html and csv; base64 for pdf. */
  readonly body: string;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly schemaVersion: number;
  /** One line per finding, empty when all is well. */
  readonly findings: readonly string[];
}
