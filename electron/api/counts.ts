import { z } from 'zod';
import type { IsoDate } from '../../forecasting/domain/records.ts';
import type { CountAnswer, UnlikelyCount } from './imports.ts';
import type { Nothing } from './schema-parts.ts';
import { dateSchema, idSchema, nothing } from './schema-parts.ts';

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
};
