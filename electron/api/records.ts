import type { Course, IsoDate, PublicHolidayRegion, SiteKind } from '../../forecasting/records.ts';
import type { HolidayZone, ZoneInForce } from './calendar-records.ts';
import type { FileKind } from './import-records.ts';

export type {
  ClosedReason,
  ClosureKind,
  Contribution,
  Course,
  DayKind,
  Deadline,
  DishFamily,
  DishMarker,
  ErrorCause,
  Flag,
  FrequencyVerdict,
  GroupMeasures,
  IntervalCoverage,
  IsoDate,
  LevelChange,
  Measures,
  ModelName,
  OrderRule,
  PinballLoss,
  PublicHolidayRegion,
  SiteKind,
  SizeClass,
  StaffShortage,
  TermName,
  TradeOff,
  VegetarianMeal,
  Weekday,
  WeeklyDeadline,
} from '../../forecasting/records.ts';
export type * from './backup-records.ts';
export type { ManualCalendar } from './calendar-methods.ts';
export type * from './calendar-records.ts';
export type * from './coverage-records.ts';
export type * from './dish-plan-records.ts';
export type * from './import-records.ts';
export type * from './library-records.ts';
export type * from './menu-records.ts';
export type * from './order-records.ts';
export type * from './panel-records.ts';
export type * from './plan-records.ts';
export type * from './provision-records.ts';
export type * from './service-week-records.ts';
export type * from './supplier-order-records.ts';

export type Language = 'fr' | 'en';
export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  /** `null`: the system's language, French when in doubt. */
  readonly language: Language | null;
  readonly theme: Theme;
  /** Share of days without a missing meal, 0.50 to 0.95. */
  readonly serviceLevel: number;
  /**
   * Whose built-in school holidays fill the years without imported ones; `auto`: found from the data; `none`: a place
   * of which only imported holidays and those entered by hand count.
   */
  readonly zone: HolidayZone | 'auto' | 'none';
  /** Whose public holidays count; `auto`: those of the zone in force, else of mainland France. */
  readonly publicHolidays: Exclude<PublicHolidayRegion, 'alsace-moselle-without-good-friday'> | 'auto';
  /** Of Alsace-Moselle: is Good Friday a public holiday in the commune? `null`: not answered yet. */
  readonly goodFriday: boolean | null;
  /** The guided tour was taken, or declined. */
  readonly tourSeen: boolean;
  /** Who works with the program, as orders are signed. Empty: asked, and left open; `null`: not asked yet. */
  readonly person: string | null;
  /** Service levels said for some courses; the others follow the general one, bread what is expected (0.50). */
  readonly courseLevels: Readonly<Partial<Record<Course, number>>>;
}

export interface AppState {
  readonly version: string;
  readonly dataFolder: string;
  readonly today: IsoDate;
  /** No site at all: the first-run page shows. */
  readonly empty: boolean;
  /** The data are the fictional sample canteens. */
  readonly sample: boolean;
  readonly sites: number;
  /** Site-days with a served count. */
  readonly siteDays: number;
  readonly menuDays: number;
  /** Names that no site answers to yet. */
  readonly questions: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /**
   * Monday of the week to open on: this week (from Saturday on, the next one), or, when the records end long
   * before today, the first school week after their end.
   */
  readonly suggestedWeek: IsoDate;
  /**
   * The zone of the school calendar in force: chosen, or inferred from the imported holidays or the attendance.
   * `null`: unknown yet; then only the holidays that zones A, B and C share are built in.
   */
  readonly schoolZone: ZoneInForce;
  /** Last day of the last school holidays known, imported or built in; `null` when none is known. */
  readonly holidaysTo: IsoDate | null;
  /** From 1 May: the school year (of its September) to come whose holidays are not known yet; `null`: all is known. */
  readonly holidaysMissing: number | null;
  /** The place is in Alsace-Moselle, and nobody has said whether Good Friday is a public holiday there. */
  readonly asksGoodFriday: boolean;
  readonly settings: Settings;
}

export interface SiteRecord {
  readonly id: number;
  readonly name: string;
  readonly kind: SiteKind;
  readonly sector: string | null;
  readonly capacity: number | null;
  readonly siteDays: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
}

/** A canteen typed in by hand. */
export interface SiteDraft {
  readonly name: string;
  readonly kind: SiteKind;
  readonly capacity: number | null;
  /** Children enrolled this school year. */
  readonly enrolled: number | null;
}

/** Records that can be exported, and imported again. */
export type DataKind = Exclude<FileKind, 'holidays' | 'portions' | 'packs'>;

export type SheetFormat = 'html' | 'csv' | 'xlsx' | 'pdf';
/** What a sheet is for: to cook by, to send along, or to count the guests on. */
export type SheetKind = 'production' | 'delivery' | 'roll-call';

export interface Sheet {
  readonly fileName: string;
  readonly mime: string;
  /** Text for html and csv; base64 for pdf and xlsx. */
  readonly body: string;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly schemaVersion: number;
  /** One line per finding, empty when all is well. */
  readonly findings: readonly string[];
  /** Records of days outside 1990–2069, which `data.removeImpossible` takes away. */
  readonly impossibleDays: number;
}
