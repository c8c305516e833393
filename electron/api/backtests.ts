import { z } from 'zod';
import type {
  BacktestMeasures,
  Evaluation,
  ForecastError,
  GroupMeasures,
  IsoDate,
  SiteKind,
} from '../../forecasting/domain/records.ts';
import type { MealCosts } from './schema-parts.ts';
import {
  backtestDays,
  beforeFrom,
  dateSchema,
  daysInPeriod,
  inOrder,
  levelTwice,
  oneLevel,
  serviceLevelOrCosts,
  tooLong,
} from './schema-parts.ts';

/** The site that a figure is about. */
export interface SiteName {
  readonly siteId: number;
  readonly site: string;
  readonly siteKind: SiteKind;
}

export interface BacktestReport extends Omit<Evaluation, 'bySite' | 'biggest'>, BacktestMeasures {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** With `rules`: the lead of sites without an order rule. */
  readonly lead: number;
  /** Each site's order rule gave its origins. */
  readonly rules: boolean;
  readonly serviceLevel: number;
  readonly seconds: number;
  /** Name of the library that the forecasts leaned on at the beginning; `null`: they rest on own records alone. */
  readonly library: string | null;
  readonly bySite: readonly (GroupMeasures & SiteName)[];
  readonly biggest: readonly (ForecastError & SiteName)[];
}

export interface BacktestsMethods {
  'backtest.run': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly lead: number;
      readonly serviceLevel?: number;
      readonly costs?: MealCosts;
      /** Each site's order rule says what was known; the lead counts where there is none. */
      readonly rules?: boolean;
      /** Also return the lines of the site-day CSV. */
      readonly csv?: boolean;
    };
    output: { readonly report: BacktestReport; readonly csv: string | null };
  };
}

/** What the methods take, checked at the border before a use case sees it. */
export const backtestsSchemas = {
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
};
