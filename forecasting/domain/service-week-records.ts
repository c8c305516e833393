import type { IsoDate } from './forecast-records.ts';

/** Weekdays of service in one kind of period: 1 is Monday, 7 is Sunday; ascending. */
export interface WeekPattern {
  /** Served every week. */
  readonly weekdays: readonly number[];
  /** Served every second week. Of a stated week the first one is that of its `from`. */
  readonly everyOtherWeek: readonly number[];
}

/** The days on which a site serves: in weeks of school, and in school holidays. */
export interface ServiceWeek {
  readonly term: WeekPattern;
  readonly holidays: WeekPattern;
}

/** The days of service as a person stated them; they hold from a date until the next statement. */
export interface StatedWeek {
  readonly siteId: number;
  readonly from: IsoDate;
  readonly week: ServiceWeek;
}
