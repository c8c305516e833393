import type { ClosedReason, ClosureKind, IsoDate, SiteKind } from '../../forecasting/domain/records.ts';

/** What is recorded of one site, month by month in the order of `Coverage.months`. */
export interface SiteCoverage {
  readonly siteId: number;
  readonly site: string;
  readonly siteKind: SiteKind;
  /** School days on which the site should have served. */
  readonly expected: readonly number[];
  /** Those of them with a served count. */
  readonly recorded: readonly number[];
}

/** School days of which no site has a record, one after the other: one question, not one a site. */
export interface MissingEverywhere {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** School days, and sites that should have served on one of them. */
  readonly days: number;
  readonly sites: number;
}

/** What is there and what is missing: sites × months. */
export interface Coverage {
  /** `YYYY-MM`, from the first record to the last month that can be complete. */
  readonly months: readonly string[];
  readonly sites: readonly SiteCoverage[];
  /** Last day that is expected to be recorded. */
  readonly lastDay: IsoDate | null;
  /** Between days that are on record, in towns of several sites; the latest first. */
  readonly missingEverywhere: readonly MissingEverywhere[];
}

export interface CoverageDay {
  readonly date: IsoDate;
  readonly served: number | null;
  readonly staff: number | null;
  /** The served count was entered by hand. */
  readonly typed: boolean;
  /** What a file says, where a count entered by hand stands over it; else `null`. */
  readonly file: number | null;
  /** A count is expected. */
  readonly expected: boolean;
  /** Why none is. */
  readonly closed: ClosedReason | 'strike' | null;
  readonly label: string | null;
  /** Entered beside the children in one: adults (`A`), and children by class where the site tells them apart. */
  readonly byClass: Readonly<Partial<Record<EntryClass, number>>>;
  /** What somebody noted of the day; `everywhere`: of all sites. */
  readonly marks: readonly { readonly kind: ClosureKind; readonly everywhere: boolean }[];
}

/** Of whom a count is: of adults, or of the children of one class. */
export type EntryClass = 'M' | 'E' | 'A';

/** The days of one month of one site, in the order of `CoverageMonth.dates`. */
export interface SiteMonth {
  readonly siteId: number;
  readonly site: string;
  readonly siteKind: SiteKind;
  /** Its children have been counted by class. */
  readonly countsByClass: boolean;
  readonly days: readonly CoverageDay[];
}

/** One month of one site, or of all: Monday to Friday, and the days at the weekend that hold a count or should. */
export interface CoverageMonth {
  readonly dates: readonly IsoDate[];
  readonly sites: readonly SiteMonth[];
}

/** What somebody types or pastes into one field: a count, a word like "grève", or nothing. */
export interface CountEntry {
  readonly siteId: number;
  readonly date: IsoDate;
  /** Absent: all children in one. */
  readonly diners?: EntryClass;
  readonly text: string;
}

/** What became of an entry. Only `kept` and `marked` changed something. */
export type EnteredCount = Pick<CountEntry, 'siteId' | 'date' | 'diners'> &
  (
    | { readonly state: 'kept'; readonly served: number | null }
    | { readonly state: 'marked'; readonly kind: ClosureKind }
    /** It can hardly be: kept once somebody says that it is sure. The range is what is usual. */
    | {
        readonly state: 'asked';
        readonly served: number;
        readonly low: number;
        readonly usual: number;
        readonly high: number;
      }
    | {
        readonly state: 'refused';
        readonly reason:
          | 'not-a-count'
          | 'negative'
          | 'not-whole'
          | 'ambiguous'
          | 'too-large'
          | 'ahead'
          /** The site has one class of children only. */
          | 'one-class';
      }
  );

/** What guests took of a dish, and what was left of it, in portions. */
export interface RecordedDish {
  readonly dish: string;
  readonly served: number;
  readonly left?: number;
}

export interface CoverageMethods {
  'data.coverage': { input: Record<string, never>; output: Coverage };
  /** Monday to Friday of one month of one site, and the days at the weekend that hold a count or should. */
  'data.coverageDays': {
    input: { readonly siteId: number; readonly month: string };
    output: readonly CoverageDay[];
  };
  /** `siteId` `null`: every site. */
  'data.coverageMonth': {
    input: { readonly siteId: number | null; readonly month: string };
    output: CoverageMonth;
  };
  /**
   * Keeps what was typed or pasted, each entry by itself; one without text takes a count, or a correction, away. A
   * count over that of a file is kept beside it. Children entered by class are attendance once each class has its
   * count; adults are kept beside them. `sure`: counts that can hardly be are kept too.
   */
  'attendance.enter': {
    input: { readonly entries: readonly CountEntry[]; readonly sure?: boolean };
    output: readonly EnteredCount[];
  };
  /** Keeps what was served on one day: the guests as a typed count, the dishes as an import that can be undone. */
  'attendance.record': {
    input: {
      readonly date: IsoDate;
      readonly siteId: number;
      readonly served: number;
      readonly dishes: readonly RecordedDish[];
      /** Keep counts far above all on record too. */
      readonly sure?: boolean;
    };
    /** `null`: no dish, or none that was not known. */
    output: { readonly batch: number | null };
  };
  /** Keeps served counts entered by hand, over those of files too; `null` takes one away. */
  'attendance.save': {
    input: {
      readonly siteId: number;
      readonly days: readonly { readonly date: IsoDate; readonly served: number | null }[];
    };
    output: null;
  };
}
