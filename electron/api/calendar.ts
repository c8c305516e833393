import type { ClosureKind, IsoDate, PublicHolidayRegion } from '../../forecasting/domain/records.ts';
import type { HolidayZone } from './domain-lists.ts';

/** `inferred`: not chosen, but told by the data. */
export interface ZoneInForce {
  readonly zone: HolidayZone | null;
  readonly inferred: boolean;
}

/** The days off of one school year, August to July, as they are in force. */
export interface SchoolYearCalendar {
  /** Year of September. */
  readonly schoolYear: number;
  readonly zone: ZoneInForce;
  readonly region: PublicHolidayRegion;
  /** By first day; first and last are without class. */
  readonly holidays: readonly {
    readonly zone: string;
    readonly name: string;
    readonly firstDay: IsoDate;
    readonly lastDay: IsoDate;
    /** From a file; otherwise built in, entered by hand or guessed. */
    readonly imported: boolean;
    readonly manual: boolean;
    /** Not known: as in earlier years. */
    readonly guessed: boolean;
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

export interface SavedClosures {
  readonly saved: readonly ClosureRecord[];
}
