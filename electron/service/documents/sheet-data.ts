import type { Course, IsoDate, PlanRow } from '../../api/records.ts';

export interface SheetDish {
  readonly dish: string;
  readonly course: Course | null;
  /** Dishes of one choice share a number; `null` where there is no choice. */
  readonly choice: number | null;
}

/** One site that serves that day, with the plan's own figures. */
export interface SheetSite
  extends Pick<
    PlanRow,
    'site' | 'siteKind' | 'capacity' | 'mean' | 'low' | 'high' | 'order' | 'flags' | 'model'
  > {
  /** Dishes in the order of service; empty when the menu is not known. */
  readonly dishes: readonly SheetDish[];
}

/** A site without an order that day: closed, or no forecast could be made. */
export interface SheetGap {
  readonly site: string;
  readonly siteKind: PlanRow['siteKind'];
  /** In the language of the sheet. */
  readonly reason: string;
}

/** What the sheet of one day shows. */
export interface SheetData {
  readonly date: IsoDate;
  /** `site`: the page of one site. `summary`: the list of all sites. `full`: the list, then a page per site. */
  readonly scope: 'site' | 'summary' | 'full';
  /** When it was made, as the computer's clock shows it: `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string;
  /** The last day with a record that the forecast could see; `null`: there is none. */
  readonly recordsTo: IsoDate | null;
  /** What to know before the orders are trusted, in the language of the sheet. */
  readonly warnings: readonly string[];
  readonly serviceLevel: number;
  readonly sites: readonly SheetSite[];
  readonly gaps: readonly SheetGap[];
  /** All sites together; the range is not the sum of the sites' ranges. `null` when no site serves. */
  readonly total: {
    readonly order: number;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  } | null;
}
