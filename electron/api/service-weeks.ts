import { z } from 'zod';
import type { IsoDate, ServiceWeek, StatedWeek } from '../../forecasting/domain/records.ts';
import { dateSchema, idSchema } from './schema-parts.ts';

/** On which days a site serves, and on what that rests. */
export interface SiteServiceWeek {
  readonly siteId: number;
  /** In force today. */
  readonly week: ServiceWeek;
  /**
   * `stated`: a person stated these days; `records`: they are those of its last eight weeks of each kind; `town`: it
   * has no past, and they are those of most sites.
   */
  readonly source: 'stated' | 'records' | 'town';
  /** Since when the statement in force holds; `null` without one. */
  readonly since: IsoDate | null;
  /** What would be in force without any statement. */
  readonly learned: ServiceWeek;
  /** Every statement, oldest first; those to come too. */
  readonly stated: readonly Omit<StatedWeek, 'siteId'>[];
}

/** The contract's methods about the days on which a site serves. */
export interface ServiceWeekMethods {
  'sites.serviceWeek': { input: { readonly siteId: number }; output: SiteServiceWeek };
  /**
   * States the days from a date on, today at the earliest; a statement of the same date is replaced. Refused with no
   * weekday at all.
   */
  'sites.saveServiceWeek': {
    input: { readonly siteId: number; readonly from: IsoDate; readonly week: ServiceWeek };
    output: SiteServiceWeek;
  };
  /** Takes the statement of that date away: the one before it holds again, or what the records say. */
  'sites.removeServiceWeek': {
    input: { readonly siteId: number; readonly from: IsoDate };
    output: SiteServiceWeek;
  };
}

const weekdays = z.array(z.int().min(1).max(7)).max(7);

const pattern = z.strictObject({ weekdays, everyOtherWeek: weekdays });

/** What the methods about the days of service of a site take; whether the days make sense is for the use case to say. */
export const serviceWeekSchemas = {
  'sites.serviceWeek': z.strictObject({ siteId: idSchema }),
  'sites.saveServiceWeek': z.strictObject({
    siteId: idSchema,
    from: dateSchema,
    week: z.strictObject({ term: pattern, holidays: pattern }),
  }),
  'sites.removeServiceWeek': z.strictObject({ siteId: idSchema, from: dateSchema }),
} satisfies { readonly [M in keyof ServiceWeekMethods]: z.ZodType<ServiceWeekMethods[M]['input']> };
