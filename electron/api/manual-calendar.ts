import { z } from 'zod';
import type { IsoDate, OpenDay } from '../../forecasting/domain/records.ts';
import { beforeFrom, dateSchema, daysInPeriod, idSchema, inOrder, tooLong } from './schema-parts.ts';

/** What people entered of the calendar by hand. */
export interface ManualCalendar {
  /** School holidays, first and last day without class. */
  readonly holidays: readonly {
    readonly id: number;
    readonly name: string;
    readonly firstDay: IsoDate;
    readonly lastDay: IsoDate;
  }[];
  /** Days beyond the known holidays that someone confirmed to be served. */
  readonly confirmed: readonly {
    readonly id: number;
    readonly firstDay: IsoDate;
    readonly lastDay: IsoDate;
  }[];
  /** Days that are served whatever the calendar says. */
  readonly openDays: readonly OpenDay[];
}

interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The contract's methods about what is entered of the calendar by hand; each answers all of it. */
export interface CalendarMethods {
  'calendar.manual': { input: Record<string, never>; output: ManualCalendar };
  'calendar.saveHoliday': { input: Days & { readonly name: string }; output: ManualCalendar };
  'calendar.removeHoliday': { input: { readonly id: number }; output: ManualCalendar };
  /** Says of days whose holidays are not known that they are served as usual: their orders can then be approved. */
  'calendar.confirmDays': { input: Days; output: ManualCalendar };
  'calendar.unconfirmDays': { input: { readonly id: number }; output: ManualCalendar };
  /** Opens a day for a site, or (`null`) for all. */
  'calendar.openDay': { input: OpenDay; output: ManualCalendar };
  /** Takes the opening back. */
  'calendar.closeDay': { input: OpenDay; output: ManualCalendar };
}

/** Longest holidays, and days confirmed at once: a school year. */
const holidayDays = 120;

const confirmedDays = 366;

const openDay = z.strictObject({ date: dateSchema, siteId: idSchema.nullable() });

export const calendarSchemas = {
  'calendar.manual': z.strictObject({}),
  'calendar.saveHoliday': z
    .strictObject({ name: z.string().trim().min(1).max(200), from: dateSchema, to: dateSchema })
    .refine(inOrder, beforeFrom)
    .refine((period) => daysInPeriod(period) <= holidayDays, tooLong(holidayDays)),
  'calendar.removeHoliday': z.strictObject({ id: idSchema }),
  'calendar.confirmDays': z
    .strictObject({ from: dateSchema, to: dateSchema })
    .refine(inOrder, beforeFrom)
    .refine((period) => daysInPeriod(period) <= confirmedDays, tooLong(confirmedDays)),
  'calendar.unconfirmDays': z.strictObject({ id: idSchema }),
  'calendar.openDay': openDay,
  'calendar.closeDay': openDay,
} satisfies { readonly [M in keyof CalendarMethods]: z.ZodType<CalendarMethods[M]['input']> };
