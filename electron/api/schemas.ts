import { z } from 'zod';
import { backupSchemas } from './backup-schemas.ts';
import { calendarSchemas } from './calendar-methods.ts';
import type { Input, Method } from './contract.ts';
import { dishFamilies } from './dish-families.ts';
import { dishPlanSchemas } from './dish-plan-schemas.ts';
import { librarySchemas } from './library-schemas.ts';
import { menuSchemas } from './menu-schemas.ts';
import { orderRuleSchema } from './order-rule-schema.ts';
import { orderSchemas, personSchema } from './order-schemas.ts';
import { panelSchemas } from './panel-schemas.ts';
import { catalogueSchemas } from './provision-schemas.ts';
import {
  anyDate,
  beforeFrom,
  countSchema,
  courses,
  dateSchema,
  daysInPeriod,
  idSchema,
  inOrder,
  levelTwice,
  oneLevel,
  planDays,
  serviceLevelOrCosts,
  serviceLevelSchema,
  tooLong,
} from './schema-parts.ts';
import { serviceWeekSchemas } from './service-week-schemas.ts';
import { purchaseOrderSchemas } from './supplier-order-schemas.ts';

export { dishFamilies };

const name = z.string().trim().min(1).max(200);
const nothing = z.strictObject({});

export const siteKinds = ['M', 'E', 'M/E', 'C', 'L', 'A'] as const;
export const fileKinds = [
  'attendance',
  'menus',
  'enrolment',
  'servings',
  'site-names',
  'sites',
  'school-names',
  'holidays',
  'closures',
  'portions',
  'packs',
] as const;

/** Kinds of records that are written to files which import again unchanged. */
const exported = z.enum(fileKinds).exclude(['holidays', 'portions', 'packs']);
export const dataKinds = exported.options;

export const holidayZones = [
  'A',
  'B',
  'C',
  'Corse',
  'Guadeloupe',
  'Guyane',
  'Martinique',
  'Mayotte',
  'Nouvelle Calédonie',
  'Polynésie',
  'Réunion',
  'Saint Pierre et Miquelon',
  'Wallis et Futuna',
] as const;

export const publicHolidayRegions = [
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'guyane',
  'martinique',
  'mayotte',
  'reunion',
  'saint-barthelemy',
  'saint-martin',
  'none',
] as const;

/** Longest backtest and longest closure (a year of works), in days. */
const backtestDays = 3700;
const closureDays = 366;

const answer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('site'), siteId: idSchema }),
  z.strictObject({ type: z.literal('new-site') }),
  z.strictObject({ type: z.literal('unanswered') }),
]);

const fields = [
  'date',
  'site',
  'siteKind',
  'served',
  'staff',
  'service',
  'dish',
  'rank',
  'course',
  'starter',
  'main',
  'side',
  'dairy',
  'dessert',
  'bread',
  'prepared',
  'left',
  'discarded',
  'school',
  'schoolYear',
  'children',
  'canteen',
  'canteenKind',
  'sector',
  'capacity',
  'firstDay',
  'lastDay',
  'zone',
  'holiday',
  'population',
  'location',
  'event',
  'strike',
  'absent',
  'announced',
  'food',
  'unit',
  'maternelle',
  'elementaire',
  'college',
  'adult',
  'loss',
  'nature',
  'origin',
  'supplier',
  'size',
  'content',
  'minimum',
  'price',
  'keeps',
] as const;

/** How an import file is to be read; whether the file has these columns is for the import to say. */
const tableAnswers = z.strictObject({
  site: z.string().max(200).exactOptional(),
  'site-column': z.string().max(1_000).exactOptional(),
  'count-column': z.string().max(1_000).exactOptional(),
  lines: z.enum(['sum', 'first']).exactOptional(),
  twins: z.enum(['sum', 'first']).exactOptional(),
  adults: z.enum(['with', 'without']).exactOptional(),
  year: z
    .string()
    .regex(/^(19|20)\d\d([-/]\d{2,4})?$/)
    .exactOptional(),
  marks: z.enum(['yes', 'no']).exactOptional(),
  'new-sites': z.enum(['yes', 'no']).exactOptional(),
});

export const mappingSchema = z.strictObject({
  kind: z.enum(fileKinds),
  columns: z.partialRecord(z.enum(fields), z.int().min(0).max(10_000)).exactOptional(),
  encoding: z
    .enum([
      'UTF-8',
      'UTF-8-mixed',
      'UTF-8-twice',
      'UTF-16LE',
      'UTF-16BE',
      'windows-1252',
      'ISO-8859-15',
      'macintosh',
      'cp850',
      'cp437',
    ])
    .exactOptional(),
  separator: z.enum([';', ',', '\t', '|']).exactOptional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).exactOptional(),
  decimal: z.enum([',', '.']).exactOptional(),
  headerLine: z.int().min(0).max(1_000).exactOptional(),
  answers: tableAnswers.exactOptional(),
});

const profileFile = z.strictObject({
  version: z.literal(1),
  profiles: z
    .array(
      z.strictObject({
        shape: z.array(z.string().max(1_000)).min(1).max(10_000),
        reading: mappingSchema,
        file: z.string().max(1_000),
        at: z.string().max(16),
      }),
    )
    .max(1_000),
});

const closurePeriod = {
  from: dateSchema,
  to: dateSchema.exactOptional(),
  announced: dateSchema.nullable().exactOptional(),
};

/** One site's outing may say how many are away; a strike or closure cannot. */
const closureDraft = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('outing'),
      ...closurePeriod,
      siteId: idSchema,
      absent: countSchema.nullable().exactOptional(),
    }),
    z.strictObject({
      kind: z.enum(['strike', 'closure']),
      ...closurePeriod,
      siteId: idSchema.nullable(),
      absent: z.null().exactOptional(),
    }),
  ])
  .refine(({ from, to }) => to === undefined || from <= to, beforeFrom)
  .refine(
    ({ from, to }) => to === undefined || daysInPeriod({ from, to }) <= closureDays,
    tooLong(closureDays),
  );

/** What each method takes, checked at the border before a use case sees it. */
export const schemas = {
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
  }),
  'sites.list': nothing,
  'sites.add': z.strictObject({
    name,
    kind: z.enum(siteKinds),
    capacity: countSchema.min(1).nullable(),
    enrolled: countSchema.nullable(),
  }),
  'imports.run': z.strictObject({
    tickets: z.array(z.string().min(1)).min(1).max(200),
    kind: z.enum(fileKinds).exactOptional(),
    dryRun: z.boolean().exactOptional(),
    readings: z.record(z.string().max(1_000), mappingSchema).exactOptional(),
    answers: z
      .strictObject({
        all: tableAnswers.exactOptional(),
        files: z.record(z.string().max(1_000), tableAnswers).exactOptional(),
      })
      .exactOptional(),
    remember: z.boolean().exactOptional(),
  }),
  'profiles.list': nothing,
  'profiles.remove': z.strictObject({ id: idSchema }),
  'profiles.export': nothing,
  'profiles.import': profileFile,
  'imports.list': nothing,
  'imports.undo': z.strictObject({ batch: idSchema }),
  'edits.step': z.strictObject({ edits: z.array(idSchema).min(1).max(1_000), way: z.enum(['undo', 'redo']) }),
  'questions.list': nothing,
  'questions.answer': z.strictObject({ id: idSchema, kind: z.enum(['site', 'school']), answer }),
  'counts.unlikely': nothing,
  'counts.answer': z.strictObject({
    counts: z
      .array(z.strictObject({ nameId: idSchema, date: dateSchema }))
      .min(1)
      .max(10_000),
    answer: z.enum(['asked', 'aside', 'taken']),
  }),
  'plan.week': z
    .strictObject({
      from: dateSchema,
      to: dateSchema,
      asOf: dateSchema.exactOptional(),
      ...serviceLevelOrCosts,
    })
    .refine(inOrder, beforeFrom)
    .refine(oneLevel, levelTwice)
    .refine((period) => daysInPeriod(period) <= planDays, tooLong(planDays)),
  'plan.cell': z
    .strictObject({
      siteId: idSchema,
      date: dateSchema,
      asOf: dateSchema.exactOptional(),
      ...serviceLevelOrCosts,
    })
    .refine(oneLevel, levelTwice),
  'backtest.dishes': z
    .strictObject({
      from: dateSchema,
      to: dateSchema,
      lead: z.int().min(0).max(366),
      csv: z.boolean().exactOptional(),
    })
    .refine(inOrder, beforeFrom)
    .refine((period) => daysInPeriod(period) <= backtestDays, tooLong(backtestDays)),
  'backtest.run': z
    .strictObject({
      from: dateSchema,
      to: dateSchema,
      lead: z.int().min(0).max(366),
      ...serviceLevelOrCosts,
      rules: z.boolean().exactOptional(),
      csv: z.boolean().exactOptional(),
    })
    .refine(inOrder, beforeFrom)
    .refine(oneLevel, levelTwice)
    .refine((period) => daysInPeriod(period) <= backtestDays, tooLong(backtestDays)),
  'orderRules.list': nothing,
  'orderRules.save': z.strictObject({ siteId: idSchema.nullable(), rule: orderRuleSchema.nullable() }),
  ...orderSchemas,
  'calendar.year': z.strictObject({ schoolYear: z.int().min(1990).max(2069).exactOptional() }),
  'closures.list': z.strictObject({ from: dateSchema, to: dateSchema }).refine(inOrder, beforeFrom),
  'closures.save': z.strictObject({ closures: z.array(closureDraft).min(1).max(1_000) }),
  'closures.remove': z.strictObject({
    closures: z
      // What is on record can be removed, whatever its day.
      .array(
        z.strictObject({
          date: anyDate,
          siteId: idSchema.nullable(),
          kind: z.enum(['strike', 'closure', 'outing']),
        }),
      )
      .min(1)
      .max(1_000),
  }),
  'dishes.list': nothing,
  'dishes.correct': z.union([
    z.strictObject({ key: name, family: z.enum(dishFamilies).nullable() }),
    z.strictObject({ key: name, sameAs: name.nullable() }),
  ]),
  ...catalogueSchemas,
  ...dishPlanSchemas,
  ...purchaseOrderSchemas,
  ...menuSchemas,
  ...panelSchemas,
  ...backupSchemas,
  ...librarySchemas,
  ...serviceWeekSchemas,
  ...calendarSchemas,
  'sample.load': nothing,
  'sample.clear': nothing,
  'data.export': z.strictObject({
    kind: exported,
    format: z.enum(['csv', 'xlsx']),
  }),
  'data.check': nothing,
  'data.removeImpossible': nothing,
} satisfies { readonly [M in Method]: z.ZodType<Input<M>> };
