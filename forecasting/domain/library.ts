import type { FittedErrors } from './fitted.ts';
import type { IsoDate, TermName } from './forecast-records.ts';
import type { SiteKind } from './site-kind.ts';

/** The file format; a file of a later version may mean other things by the same names. */
export const libraryFormat = 'bonne-mesure-library';
export const libraryVersion = 2;

/** Fewer sites would tell about one of them, and too little about others. */
export const fewestSites = 5;
/** Some months of five canteens: with fewer days their effects are those of single weeks. */
export const fewestSiteDays = 500;

/** How sure a town's records are of its effects. */
export interface LibraryCertainty {
  /**
   * What the records alone tell of each effect, without what it was drawn towards: 1 ÷ variance, by group and column.
   * 0: fewer than `fewestSites` sites had such days, or none.
   */
  readonly effects: Readonly<Record<string, readonly number[]>>;
  readonly words: Readonly<Record<string, number>>;
  /** Variance of the effects of a group that the fit took for granted, by group; words are the group `word`. */
  readonly assumed: Readonly<Record<string, number>>;
}

/** What days do to attendance at a canteen without a long past, seen from one lead. */
export interface LibraryLead {
  /** Days between the last record and the day served. */
  readonly lead: number;
  /** Log ratios to the recent level, by group of columns (see `features/schema.ts`), one per column. */
  readonly effects: Readonly<Record<string, readonly number[]>>;
  /** Log ratios of words on the menu, by word. */
  readonly words: Readonly<Record<string, number>>;
  /** Means of the terms over the days that it was learned from: they belong to the usual level, not to a day. */
  readonly means: Readonly<Partial<Record<TermName, number>>>;
  /** How wide errors are. */
  readonly errors: FittedErrors;
  /** Absent in files of version 1, which cannot be merged. */
  readonly certainty?: LibraryCertainty;
  /**
   * Variance of another town's effects around these, over the one that is assumed where one town is known: under 1
   * where the merged towns agree. Absent: 1.
   */
  readonly width?: {
    readonly effects: Readonly<Record<string, readonly number[]>>;
    readonly words: Readonly<Record<string, number>>;
  };
}

/** Share of the enrolled children who eat, over the sites of one kind. */
export interface Participation {
  readonly kind: SiteKind;
  readonly sites: number;
  readonly mean: number;
  /** Standard deviation between sites. */
  readonly sd: number;
  /** Standard deviation between towns; absent where one town is known, which cannot tell. */
  readonly between?: number;
}

/** The records that a library was learned from. */
export interface LibrarySource {
  readonly sites: number;
  readonly siteDays: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly kinds: readonly SiteKind[];
  /** Zone of the school calendar; `null` when unknown. */
  readonly zone: string | null;
}

/** What a town's records tell about any canteen, and nothing about a single one of its own. */
export interface Library {
  readonly format: typeof libraryFormat;
  readonly version: 1 | typeof libraryVersion;
  /** A name for people, as whoever exported it wrote it. */
  readonly name: string;
  readonly learnedFrom: LibrarySource;
  readonly leads: readonly LibraryLead[];
  readonly participation: readonly Participation[];
  /** Log ratios of a weekday to the mean of its week, Monday first; 0 where nothing is served. */
  readonly weekdays: readonly number[];
  /** The towns that a merged library was made of, each with its own; all else follows from them. */
  readonly towns?: readonly Library[];
}

/** A library that forecasts lean on, and the different days of own records that there are. */
export interface LibraryRole {
  readonly name: string;
  readonly ownDays: number;
  /** False where own errors say that it was learned from places of another kind: it then counts for less. */
  readonly fits: boolean;
}
