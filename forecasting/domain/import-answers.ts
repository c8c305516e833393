import type { IsoDate } from './forecast-records.ts';
import type { SiteKind } from './site-kind.ts';

/** What a name of a file may be the name of. */
export type PendingNameKind = 'site' | 'school';

/** Nine days in ten are at least `low`, nine in ten at most `high`. */
export interface MealRange {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** The meals that are usually served. */
export interface UsualMeals extends MealRange {
  readonly site: string | null;
}

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
  /** Only menus wait for it: it may be a sector or a restaurant, whose menu several sites follow. */
  readonly menusOnly: boolean;
  /** Ids of the sites of that sector, as far as it is known. */
  readonly likelyFollowers: readonly number[];
  /** The meals usually served: under this name (`site` is `null`), then at the sites most like it. May be empty. */
  readonly ranges: readonly UsualMeals[];
}

export type PendingNameAnswer =
  | { readonly type: 'site'; readonly siteId: number }
  /** Several sites follow the menu of that name. */
  | { readonly type: 'followers'; readonly siteIds: readonly number[] }
  | { readonly type: 'new-site' }
  | { readonly type: 'unanswered' };

/** Which site a name is, before its rows are read; `site` of `null`: a new one of this name. */
export interface NameInFileAnswer {
  readonly kind: PendingNameKind;
  readonly name: string;
  readonly siteKind: SiteKind | null;
  readonly site: { readonly name: string; readonly siteKind: SiteKind } | null;
}

/** A count that can hardly be stands as it is (`corrected` of `null`), or should be another number. */
export interface CountInFileAnswer {
  /** As the file writes it. */
  readonly name: string;
  readonly date: IsoDate;
  /** What the file says: another number is asked about again. */
  readonly served: number;
  readonly corrected: number | null;
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
