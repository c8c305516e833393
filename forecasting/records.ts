/**
 * The domain's records, shared by every room. Values only: nothing here reads files, SQL or a clock.
 */

/** A calendar date written `YYYY-MM-DD`. Never an instant: it has no hour and no time zone. */
export type IsoDate = string;

/**
 * Who eats at a site, in the codes of French attendance files: `M` maternelle, `E` élémentaire,
 * `M/E` both (primaire), `C` collège, `L` centre de loisirs, `A` others (adults).
 */
export type SiteKind = 'M' | 'E' | 'M/E' | 'C' | 'L' | 'A';

export interface Site {
  readonly id: number;
  readonly name: string;
  readonly kind: SiteKind;
  readonly sector: string | null;
  /** Places in the dining hall, children; `null` when unknown. */
  readonly capacity: number | null;
}

/**
 * Attendance in columns, one entry per site and day, sorted by site then date; all columns have one length.
 * A missing count is `NaN`, never 0: zero means that nobody came.
 */
export interface AttendanceColumns {
  /** Site ids (`Site.id`). */
  readonly site: Int32Array;
  /** Days since 1970-01-01, see `calendar/day.ts`. */
  readonly day: Int32Array;
  /** Meals served. */
  readonly served: Float64Array;
  /** What the staff had planned. For comparison only: it is no feature. */
  readonly staff: Float64Array;
}

/** Children enrolled at the schools of one site in one school year. */
export interface Enrolment {
  readonly siteId: number;
  /** Year of September: 2016 stands for 2016-2017. */
  readonly schoolYear: number;
  readonly children: number;
}

export type Course = 'starter' | 'main' | 'side' | 'dairy' | 'dessert' | 'bread' | 'other';

export interface MenuItem {
  readonly date: IsoDate;
  /** `null`: the menu of every site. */
  readonly siteId: number | null;
  /** Order of service, from 1. */
  readonly rank: number;
  readonly course: Course | null;
  readonly dish: string;
  /** Dishes of one choice on one day share a number; `null` where there is no choice. */
  readonly choice: number | null;
}

/** What happened to one dish at one site on one day, in portions. */
export interface Serving {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly dish: string;
  readonly served: number;
  readonly prepared: number | null;
  readonly left: number | null;
}

export type ClosureKind = 'strike' | 'closure' | 'outing';

/** A day that is not like others, known in advance or not. */
export interface Closure {
  readonly date: IsoDate;
  /** `null`: every site. */
  readonly siteId: number | null;
  readonly kind: ClosureKind;
  /** Children away (outings); `null` when unknown or not applicable. */
  readonly absent: number | null;
  /**
   * First day on which it was known, or `null` when nobody noted it.
   * A forecast may use the record only from that day on.
   */
  readonly announced: IsoDate | null;
}

/** Zones of the French school calendar; overseas and Corsican calendars carry their own names. */
export type SchoolZone = string;

export interface SchoolHoliday {
  readonly zone: SchoolZone;
  readonly name: string;
  /** First day without class. */
  readonly firstDay: IsoDate;
  /** Last day without class (inclusive). */
  readonly lastDay: IsoDate;
}

/** Everything a forecast may look at. The model cuts it at its origin; the caller passes it whole. */
export interface History {
  readonly sites: readonly Site[];
  readonly attendance: AttendanceColumns;
  readonly enrolment: readonly Enrolment[];
  readonly menu: readonly MenuItem[];
  readonly closures: readonly Closure[];
  readonly holidays: readonly SchoolHoliday[];
}

export type Flag =
  | 'strike'
  | 'outing'
  | 'last-day'
  | 'first-day-back'
  | 'beside-public-holiday'
  | 'no-menu'
  | 'no-history'
  | 'over-capacity';

/** Which model gave the number: the pooled regression, or a rule where it cannot be fitted. */
export type ModelName = 'regression' | 'mean-of-4' | 'last-week' | 'enrolment';

export type ClosedReason = 'weekend' | 'school-holiday' | 'public-holiday' | 'closure' | 'no-service';

/** Named terms of an explanation; the words for each are the renderer's. */
export type TermName =
  | 'usual'
  | 'weekday'
  | 'trend'
  | 'season'
  | 'holidays'
  | 'public-holiday'
  | 'menu'
  | 'enrolment'
  | 'last-year'
  | 'strike'
  | 'outing'
  | 'other';

export interface Contribution {
  readonly term: TermName;
  /** Meals; the contributions of one cell add up to its mean. */
  readonly meals: number;
}

/** Meals, and shares of the meals served. */
export interface Measures {
  readonly n: number;
  /** Mean absolute error, meals per site-day. */
  readonly mae: number;
  /** Σ|forecast − served| ÷ Σserved, as a percentage; `over` and `under` are its two halves. */
  readonly wape: number;
  readonly over: number;
  readonly under: number;
  /** Percentage of site-days with fewer meals than served. */
  readonly shortDays: number;
  /** Σ(forecast − served) ÷ Σserved, as a percentage. */
  readonly bias: number;
}
