import { z } from 'zod';
import { dateSchema, idSchema } from './schema-parts.ts';
import type { ServiceWeekMethods } from './service-week-records.ts';

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
