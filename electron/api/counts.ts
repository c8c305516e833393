import { z } from 'zod';
import type { CountAnswer, IsoDate, UnlikelyCount } from '../../forecasting/domain/records.ts';
import type { Nothing } from './schema-parts.ts';
import { dateSchema, idSchema, nothing } from './schema-parts.ts';

/** What a day far below the usual was. */
export type LowDayReason = 'outing' | 'strike' | 'usual';

/** A day on record far below what is usual around it. */
export interface LowDay {
  readonly siteId: number;
  readonly site: string;
  readonly date: IsoDate;
  readonly served: number;
  /** What was usual around the day, 8 days in 10. */
  readonly low: number;
  readonly usual: number;
  readonly high: number;
  /** Children who were away, were it an outing: of those enrolled, where that is known. */
  readonly away: number;
  /** So many sites were low on that day that one thing kept all away, a strike perhaps; `null`: this one, or few. */
  readonly lowSites: number | null;
}

export interface CountsMethods {
  /** Counts of files that can hardly be, and wait for an answer. */
  'counts.unlikely': { input: Nothing; output: readonly UnlikelyCount[] };
  'counts.answer': {
    input: {
      readonly counts: readonly { readonly nameId: number; readonly date: IsoDate }[];
      readonly answer: CountAnswer;
    };
    /** Those that still wait. */
    output: readonly UnlikelyCount[];
  };
  /** Days on record far below the usual that nothing explains, the last ones first. They count as they stand. */
  'counts.low': { input: Nothing; output: readonly LowDay[] };
  /** Notes what kept the children away on days that are listed, or that it is `usual`; answers those that are left. */
  'counts.explainLow': {
    input: {
      readonly days: readonly { readonly siteId: number; readonly date: IsoDate }[];
      readonly as: LowDayReason;
    };
    output: readonly LowDay[];
  };
}

/** What the methods take, checked at the border before a use case sees it. */
export const countsSchemas = {
  'counts.unlikely': nothing,
  'counts.answer': z.strictObject({
    counts: z
      .array(z.strictObject({ nameId: idSchema, date: dateSchema }))
      .min(1)
      .max(10_000),
    answer: z.enum(['asked', 'aside', 'taken']),
  }),
  'counts.low': nothing,
  'counts.explainLow': z.strictObject({
    days: z
      .array(z.strictObject({ siteId: idSchema, date: dateSchema }))
      .min(1)
      .max(10_000),
    as: z.enum(['outing', 'strike', 'usual']),
  }),
};
