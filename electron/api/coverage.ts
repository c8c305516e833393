import type { ClosedReason, IsoDate, SiteKind } from '../../forecasting/domain/records.ts';

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

/** What is there and what is missing: sites × months. */
export interface Coverage {
  /** `YYYY-MM`, from the first record to the last month that can be complete. */
  readonly months: readonly string[];
  readonly sites: readonly SiteCoverage[];
  /** Last day that is expected to be recorded. */
  readonly lastDay: IsoDate | null;
}

export interface CoverageDay {
  readonly date: IsoDate;
  readonly served: number | null;
  readonly staff: number | null;
  /** The served count was typed in by hand. */
  readonly typed: boolean;
  /** A count is expected. */
  readonly expected: boolean;
  /** Why none is. */
  readonly closed: ClosedReason | 'strike' | null;
  readonly label: string | null;
}

/** What guests took of a dish, and what was left of it, in portions. */
export interface RecordedDish {
  readonly dish: string;
  readonly served: number;
  readonly left?: number;
}

export interface CoverageMethods {
  'data.coverage': { input: Record<string, never>; output: Coverage };
  /** Monday to Friday of one month of one site, and the days at the weekend that hold a count. */
  'data.coverageDays': {
    input: { readonly siteId: number; readonly month: string };
    output: readonly CoverageDay[];
  };
  /** Keeps what was served on one day: the guests as a typed count, the dishes as an import that can be undone. */
  'attendance.record': {
    input: {
      readonly date: IsoDate;
      readonly siteId: number;
      readonly served: number;
      readonly dishes: readonly RecordedDish[];
    };
    /** `null`: no dish, or none that was not known. */
    output: { readonly batch: number | null };
  };
  /** Keeps served counts typed in by hand; `null` takes one away. */
  'attendance.save': {
    input: {
      readonly siteId: number;
      readonly days: readonly { readonly date: IsoDate; readonly served: number | null }[];
    };
    output: null;
  };
}
