import { z } from 'zod';
import type { Course, IsoDate, Measures } from '../../forecasting/domain/records.ts';
import { backtestDays, beforeFrom, dateSchema, daysInPeriod, inOrder, tooLong } from './schema-parts.ts';

/** How well the portions of each dish would have been foretold, in a period of the past. */
export interface DishBacktestReport {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly lead: number;
  /** Number of fits of the take-up: each with the records up to its origin, and nothing later. */
  readonly origins: number;
  readonly seconds: number;
  readonly measures: DishMeasures;
  /** Percentage of counts within the range of 80 %, below it, and above it. */
  readonly coverage80: number;
  readonly below: number;
  readonly above: number;
  /** Dishes that ran out, which cannot be compared. */
  readonly leftOut: { readonly soldOut: number };
  /** Sites whose diners nobody counted: their dishes are told from their own portions. */
  readonly guestsUnknown: number;
  readonly byCourse: readonly {
    readonly course: Course;
    readonly model: Measures;
    readonly sameWeekday4: Measures;
    readonly coverage80: number;
  }[];
}

/** Means of the last same weekdays on which the site served the dish are the references. */
export interface DishMeasures {
  readonly model: Measures;
  readonly median: Measures;
  readonly sameWeekday1: Measures;
  readonly sameWeekday4: Measures;
  readonly sameWeekday8: Measures;
}

export interface DishBacktestMethods {
  /** Portions per dish, site and day, with only what was known `lead` days before. */
  'backtest.dishes': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly lead: number;
      /** Also return one line per dish, site and day. */
      readonly csv?: boolean;
    };
    output: { readonly report: DishBacktestReport; readonly csv: string | null };
  };
}

/** What the methods take, checked at the border before a use case sees it. */
export const dishBacktestsSchemas = {
  'backtest.dishes': z
    .strictObject({
      from: dateSchema,
      to: dateSchema,
      lead: z.int().min(0).max(366),
      csv: z.boolean().exactOptional(),
    })
    .refine(inOrder, beforeFrom)
    .refine((period) => daysInPeriod(period) <= backtestDays, tooLong(backtestDays)),
};
