import { z } from 'zod';
import type { CoverageMethods } from './coverage-records.ts';
import { dishFamilies } from './dish-families.ts';
import type { MenuMethods } from './menu-records.ts';
import { dateSchema, idSchema, isPlausibleDay } from './schema-parts.ts';

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((text) => isPlausibleDay(`${text}-15`), { params: { problem: 'year' } });
const times = z.int().min(0).max(20).nullable();
const count = z.int().min(0).max(20_000);

const draftDish = z.strictObject({
  dish: z.string().trim().min(1).max(200),
  course: z.enum(['starter', 'main', 'side', 'dairy', 'dessert', 'bread', 'other']).nullable(),
  choice: z.int().min(1).max(100).nullable(),
});

type MenuInputs = MenuMethods & CoverageMethods;

/** What the methods about menus and missing records take. */
export const menuSchemas = {
  'menus.month': z.strictObject({ month, siteId: idSchema.exactOptional() }),
  'menus.frequencies': z.strictObject({ to: dateSchema.exactOptional(), siteId: idSchema.exactOptional() }),
  'menus.limit': z.strictObject({
    family: z.enum(dishFamilies),
    limit: z.strictObject({ least: times, most: times }).nullable(),
  }),
  'menus.dish': z.strictObject({ key: z.string().trim().min(1).max(200) }),
  'menus.save': z.strictObject({
    date: dateSchema,
    siteId: idSchema.nullable(),
    dishes: z.array(draftDish).max(60).nullable(),
  }),
  'data.coverage': z.strictObject({}),
  'data.coverageDays': z.strictObject({ siteId: idSchema, month }),
  'attendance.record': z.strictObject({
    date: dateSchema,
    siteId: idSchema,
    served: count,
    dishes: z
      .array(
        z.strictObject({
          dish: z.string().trim().min(1).max(200),
          served: count,
          left: count.exactOptional(),
        }),
      )
      .max(50),
  }),
  'attendance.save': z.strictObject({
    siteId: idSchema,
    days: z
      .array(z.strictObject({ date: dateSchema, served: count.nullable() }))
      .min(1)
      .max(400),
  }),
} satisfies { readonly [M in keyof MenuInputs]: z.ZodType<MenuInputs[M]['input']> };
