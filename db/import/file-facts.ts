import type { IsoDate } from '../../forecasting/domain/records.ts';

/** What a file says of one site. */
export interface SiteSummary {
  readonly site: string;
  /** Days with a count above zero, and days whose count is empty or zero. */
  readonly days: number;
  readonly emptyDays: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /** Of the days with a count above zero; `null`: there are none. */
  readonly mean: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** All sites of a file together, those that are not listed too. */
export interface SumOfSites {
  readonly sites: number;
  readonly days: number;
  readonly emptyDays: number;
}

/** Days with meals of all sites in a month, `YYYY-MM`. */
export interface MonthOfDays {
  readonly month: string;
  readonly days: number;
}

/** A count that can hardly be, where it stands in the file, and what was usual around its day. */
export interface SlipInFile {
  /** As the file writes it. */
  readonly name: string;
  readonly date: IsoDate;
  readonly served: number;
  readonly low: number;
  readonly usual: number;
  readonly high: number;
  readonly sheet: string | null;
  readonly line: number;
}

/** What the preview shows of a file beside the counts of its rows. */
export interface FileFacts {
  /** At most 500, those with the most days first. */
  readonly sites: readonly SiteSummary[];
  readonly siteTotals: SumOfSites;
  /** From the first to the last month with meals. */
  readonly months: readonly MonthOfDays[];
  /** Of `imported`: rows of days on which nobody ate, by a word in place of the count, or by a zero or an empty cell. */
  readonly newWithoutMeals: { readonly marked: number; readonly empty: number };
  /** Counts that wait for an answer, at most 200. */
  readonly unlikely: readonly SlipInFile[];
  /** The sheets of a workbook that are read as one table; empty: the file is no workbook. */
  readonly sheets: readonly string[];
}
