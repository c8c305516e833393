import { z } from 'zod';
import type { IsoDate } from '../../forecasting/domain/records.ts';
import type { ClosureDraft, ClosureRecord, SavedClosures, SchoolYearCalendar } from './calendar.ts';
import {
  anyDate,
  beforeFrom,
  countSchema,
  dateSchema,
  daysInPeriod,
  idSchema,
  inOrder,
  tooLong,
  yearSchema,
} from './schema-parts.ts';

const closureDays = 366;

const closurePeriod = {
  from: dateSchema,
  to: dateSchema.exactOptional(),
  announced: dateSchema.nullable().exactOptional(),
};

/** One site's outing may say how many are away; a strike or closure cannot. */
export const closureDraft = z
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

export interface ClosuresMethods {
  /** Absent: the school year of today. */
  'calendar.year': { input: { readonly schoolYear?: number }; output: SchoolYearCalendar };
  'closures.list': {
    input: { readonly from: IsoDate; readonly to: IsoDate };
    output: readonly ClosureRecord[];
  };
  /** A closure of the same day, kind and site is replaced. */
  'closures.save': { input: { readonly closures: readonly ClosureDraft[] }; output: SavedClosures };
  /** Answers what was removed. */
  'closures.remove': {
    input: { readonly closures: readonly Pick<ClosureRecord, 'date' | 'siteId' | 'kind'>[] };
    output: readonly ClosureRecord[];
  };
}

/** What the methods take, checked at the border before a use case sees it. */
export const closuresSchemas = {
  'calendar.year': z.strictObject({ schoolYear: yearSchema.exactOptional() }),
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
};
