import { z } from 'zod';
import type { Course, IsoDate, PublicHolidayRegion } from '../../forecasting/domain/records.ts';
import type { ZoneInForce } from './calendar.ts';
import { courses, type HolidayZone, holidayZones, publicHolidayRegions } from './domain-lists.ts';
import { personSchema } from './orders.ts';
import type { Nothing } from './schema-parts.ts';
import { dateSchema, nothing, serviceLevelSchema } from './schema-parts.ts';

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
  /** Euros of food in a meal; `null`: it is counted by its weight. */
  readonly foodCost: number | null;
  /** The day before is shown at the first start of a day. */
  readonly dayReview: boolean;
  /** The day on which it was last gone through; `null`: never. */
  readonly dayReviewed: IsoDate | null;
}

/** What a person should know of where the data lie: on a network, kept in step by a program, open to all, gone since, or older than before. */
export interface FolderNote {
  readonly kind: 'gone' | 'older' | 'synced' | 'network' | 'open';
  readonly message: string;
  readonly remedy: string;
}

export interface AppState {
  readonly version: string;
  readonly dataFolder: string;
  readonly folderNotes: readonly FolderNote[];
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
  /**
   * The days of the last four weeks before today, oldest first, for which a site ordered and nobody has said how many
   * were served.
   */
  readonly openRecordDays: readonly IsoDate[];
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
  /** To whom the last order of meals was sent; `null`: none was. */
  readonly lastRecipient: string | null;
  /** Mondays of weeks whose recommendations are hidden until the staff have written their own figures. */
  readonly staffWeeks: readonly IsoDate[];
  readonly settings: Settings;
}

export interface SettingsMethods {
  'app.state': { input: Nothing; output: AppState };
  'settings.save': { input: Partial<Settings>; output: Settings };
}

/** What the methods take, checked at the border before a use case sees it. */
export const settingsSchemas = {
  'app.state': nothing,
  'settings.save': z.strictObject({
    language: z.enum(['fr', 'en']).nullable().exactOptional(),
    theme: z.enum(['system', 'light', 'dark']).exactOptional(),
    serviceLevel: serviceLevelSchema.exactOptional(),
    courseLevels: z.partialRecord(z.enum(courses), serviceLevelSchema).exactOptional(),
    zone: z.enum(['auto', 'none', ...holidayZones]).exactOptional(),
    publicHolidays: z.enum(['auto', ...publicHolidayRegions]).exactOptional(),
    goodFriday: z.boolean().nullable().exactOptional(),
    tourSeen: z.boolean().exactOptional(),
    person: personSchema.nullable().exactOptional(),
    foodCost: z.number().positive().max(100).nullable().exactOptional(),
    dayReview: z.boolean().exactOptional(),
    dayReviewed: dateSchema.nullable().exactOptional(),
  }),
};
