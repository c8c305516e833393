/**
 * The domain's records, shared by every room. Values only: nothing here reads files, SQL or a clock.
 */

import type { IsoDate } from './forecast-records.ts';
import type { Library } from './library.ts';
import type { StatedWeek } from './service-week-records.ts';
import type { SiteKind } from './site-kind.ts';

export type * from './balance-records.ts';
export type * from './count-records.ts';
export type * from './decision-records.ts';
export type * from './entry-records.ts';
export type * from './evaluation-records.ts';
export type * from './forecast-records.ts';
export type * from './impact-records.ts';
export type * from './import-answers.ts';
export type * from './import-records.ts';
export type * from './import-report.ts';
export type * from './leak-records.ts';
export type { LibraryRole, LibrarySource } from './library.ts';
export type * from './meal-records.ts';
export type * from './order-records.ts';
export type * from './service-week-records.ts';
export type * from './site-kind.ts';
export type * from './waste-records.ts';

export interface Site {
  readonly id: number;
  readonly name: string;
  readonly kind: SiteKind;
  readonly sector: string | null;
  /** Places in the dining hall, children; `null` when unknown. */
  readonly capacity: number | null;
  /** The first day of service; absent: not stated. */
  readonly openFrom?: IsoDate;
  /** The first day without service, for good; absent: not stated. */
  readonly closedFrom?: IsoDate;
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
  /** The day on which the number was entered or imported; absent or `null`: nobody knows. */
  readonly entered?: IsoDate | null;
}

export type Course = 'starter' | 'main' | 'side' | 'dairy' | 'dessert' | 'bread' | 'other';

export interface MenuItem {
  readonly date: IsoDate;
  /** `null`: the menu of every site. */
  readonly siteId: number | null;
  /** Order of service, from 1. */
  readonly rank: number;
  readonly course: Course | null;
  /** Empty: somebody said that this site has no menu that day, whatever that of every site says. */
  readonly dish: string;
  /** Dishes of one choice on one day share a number; `null` where there is no choice. */
  readonly choice: number | null;
}

/** What a dish mainly is. `note`: what a menu file says that is no dish ("menu de dépannage", "grève"). */
export type DishFamily =
  | 'fish'
  | 'red-meat'
  | 'poultry'
  | 'pork'
  | 'vegetarian'
  | 'egg'
  | 'starch'
  | 'vegetable'
  | 'raw-vegetable'
  | 'soup'
  | 'savoury-pastry'
  | 'cheese'
  | 'dairy'
  | 'fruit'
  | 'pastry'
  | 'bread'
  | 'condiment'
  | 'note';

/** What is written beside a dish: labels, and the kitchen's own signs (`*` and `°`). */
export type DishMarker =
  | 'organic'
  | 'asterisk'
  | 'degree'
  | 'no-pork'
  | 'vegetarian'
  | 'red-label'
  | 'pdo'
  | 'msc'
  | 'local'
  | 'fairtrade';

/**
 * `yes`: a child can eat all of a menu without meat or fish. `unsure`: nothing says that there is meat or fish, but
 * the family of a dish is unknown, or a savoury pastry may hold some. `no`: some course has nothing without.
 */
export type VegetarianMeal = 'yes' | 'unsure' | 'no';

/** How often a vegetarian menu is served, by the answers that ma-cantine has: never, less than, just, more than once a week, every day. */
export type Recurrence = 'NEVER' | 'LOW' | 'MID' | 'HIGH' | 'DAILY';

export interface RecurrenceFound {
  /** Weeks with a menu. */
  readonly weeks: number;
  /** Menus that are vegetarian, and those that may be. */
  readonly vegetarian: number;
  readonly unsure: number;
  /** `null`: without a menu, or where the menus that may be vegetarian decide it. */
  readonly answer: Recurrence | null;
}

/** How often a family is on the menu against what is wanted; `none`: nothing is wanted. */
export type FrequencyVerdict = 'met' | 'too-few' | 'too-many' | 'none';

/** What happened to one dish at one site on one day, in portions. */
export interface Serving {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly dish: string;
  readonly served: number;
  readonly prepared: number | null;
  readonly left: number | null;
  /** Adults among whom the portions were shared with the children; absent: none, or nobody says. */
  readonly adults?: number;
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
  /** Nobody has published or entered it: it is guessed from earlier years. */
  readonly guessed?: boolean;
}

/** A day on which a site serves although the calendar says that it is off. */
export interface OpenDay {
  readonly date: IsoDate;
  /** `null`: every site. */
  readonly siteId: number | null;
}

/** How many children eat on an ordinary day, as a person estimated it: a weak first record, never a count. */
export interface UsualDay {
  readonly siteId: number;
  readonly children: number;
  /** The day on which it was entered. */
  readonly entered: IsoDate;
}

/**
 * Where public holidays differ: up to 13 days in Alsace-Moselle (Good Friday only in communes with a Protestant or
 * mixed church), one of its own in each overseas territory. `none`: a place whose public holidays are not in this list.
 */
export type PublicHolidayRegion =
  | 'metropole'
  | 'alsace-moselle'
  | 'alsace-moselle-without-good-friday'
  | 'guadeloupe'
  | 'guyane'
  | 'martinique'
  | 'mayotte'
  | 'reunion'
  | 'saint-barthelemy'
  | 'saint-martin'
  | 'none';

/** Everything a forecast may look at. The model cuts it at its origin; the caller passes it whole. */
export interface History {
  readonly sites: readonly Site[];
  readonly attendance: AttendanceColumns;
  readonly enrolment: readonly Enrolment[];
  readonly menu: readonly MenuItem[];
  readonly closures: readonly Closure[];
  readonly holidays: readonly SchoolHoliday[];
  /** The days of service that people stated, by site and date; absent: records alone tell them. */
  readonly statedWeeks?: readonly StatedWeek[];
  /** Days that people opened whatever the calendar says. */
  readonly openDays?: readonly OpenDay[];
  /** Estimates of an ordinary day, at most one a site. */
  readonly usualDays?: readonly UsualDay[];
  /** Absent: those of mainland France. */
  readonly publicHolidays?: PublicHolidayRegion;
  /** What other towns know; absent: what the records say counts alone. */
  readonly library?: Library;
}

export type Flag =
  | 'strike'
  | 'outing'
  | 'last-day'
  | 'first-day-back'
  | 'beside-public-holiday'
  | 'no-menu'
  | 'no-history'
  | 'over-capacity'
  | 'over-enrolment'
  | 'level-changed'
  /** Nobody knows whether the day is one of school holidays. */
  | 'unknown-holidays';

/** The level of a site moved for good. Meals a day. */
export interface LevelChange {
  readonly before: number;
  readonly after: number;
  /** The first day at the new level. */
  readonly since: IsoDate;
}

/**
 * `out-of-use`: the site has served nothing for most of a year in which the others did; `not-open`: somebody stated that
 * it opens later, or is closed for good.
 */
export type ClosedReason =
  | 'weekend'
  | 'school-holiday'
  | 'public-holiday'
  | 'closure'
  | 'no-service'
  | 'out-of-use'
  | 'not-open';
