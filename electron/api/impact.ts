import { z } from 'zod';
import type { Counterfactual, ImpactFigure, IsoDate, OrderFacts } from '../../forecasting/domain/records.ts';
import type { SiteName } from './backtests.ts';
import { counterfactualIds } from './counterfactual-words.ts';
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
import type { Sheet } from './sheets.ts';

/** A figure that a factor makes of meals, with where the factor comes from. */
export interface ConvertedFigure extends ImpactFigure {
  /** Per meal, or per kilogram. */
  readonly factor: number;
  /** Significant digits that are worth showing. */
  readonly digits: number;
  readonly per: 'meal' | 'kilogram';
  readonly source: 'ADEME' | 'own' | 'weighed';
  /** Year of the source; `null`: the canteen's own, or not known. */
  readonly year: number | null;
}

/** What orders brought, of some site-days. Meals. */
export interface ImpactSums {
  /** Days of sites with an order, a count of meals served and a counterfactual, on which nothing ran out. */
  readonly siteDays: number;
  readonly served: number;
  readonly surplus: { readonly ours: number; readonly other: number };
  readonly avoided: ImpactFigure;
  /** The part of `avoided` that was measured against the staff's own figures; the rest is estimated. */
  readonly measured: number;
  /** Meals that the orders were short of more than the other ones; below 0: of fewer. */
  readonly shortage: ImpactFigure;
  /** There are days and weeks enough, and the range of `avoided` leaves out 0. */
  readonly shown: boolean;
}

export interface ImpactReport extends ImpactSums {
  /** In words: what came of the orders, in one sentence, and the shortage beside it. */
  readonly headline: string;
  readonly shortageLine: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** `replayed`: orders that were never made, by a test on past days. */
  readonly orders: 'recorded' | 'replayed';
  readonly counterfactual: Counterfactual;
  /** Those that there are records enough for; the first is taken where none is asked for. */
  readonly counterfactuals: readonly Counterfactual[];
  /** Recorded orders against meals served, with a counterfactual or without. */
  readonly facts: OrderFacts;
  /** What was weighed in the period; `null`: nothing. Kilograms of food that could have been eaten, and meals. */
  readonly weighed: {
    readonly days: number;
    readonly kilograms: number;
    readonly meals: number;
    /** Grams a meal; `null`: no meals. */
    readonly perMeal: number | null;
  } | null;
  /** There are days and weeks enough to say anything of what was avoided. */
  readonly enough: boolean;
  /** Dates and weeks with a site-day that counts. */
  readonly days: number;
  readonly weeks: number;
  readonly missing: { readonly ours: number; readonly other: number };
  /** Surplus avoided were the other orders as short as these; `null` where nothing makes them so. */
  readonly atEqualShortage: ImpactFigure | null;
  readonly kilograms: ConvertedFigure;
  readonly euros: ConvertedFigure;
  /** Cost of a wasted meal × `avoided` − cost of a missing one × `shortage`; `null` where no costs are given. */
  readonly worth: number | null;
  /** Kilograms of CO₂e. */
  readonly carbon: ConvertedFigure;
  readonly months: readonly (ImpactSums & { readonly month: string })[];
  readonly sites: readonly (ImpactSums & SiteName)[];
  /** Site-days with an order that do not count, and why. */
  readonly leftOut: {
    readonly notServed: number;
    readonly ranOut: number;
    readonly noCounterfactual: number;
  };
}

interface ImpactOfOrders {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly counterfactual?: Counterfactual;
  readonly foodCost?: number;
}

export interface ImpactMethods {
  /** What the orders of a period brought; replayed ones only where asked for. */
  'impact.report': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly replayed?: boolean;
      /** Of recorded orders; absent, or where records are too few for it: the first that there are enough for. */
      readonly counterfactual?: Counterfactual;
      /** Of replayed orders: days between the last record seen and the day served; absent: 7. */
      readonly lead?: number;
      /** Of replayed orders; absent: the one in force. */
      readonly serviceLevel?: number;
      /** Behind the service level of replayed orders, and for `worth`. */
      readonly costs?: MealCosts;
      /** Euros of food in a meal; absent: by its weight. */
      readonly foodCost?: number;
    };
    output: ImpactReport;
  };
  /** One A4 for the council; refused before there are days and weeks enough. */
  'impact.council': { input: ImpactOfOrders & { readonly format: 'html' | 'pdf' }; output: Sheet };
  /** Months, sites and days as a table. */
  'impact.export': { input: ImpactOfOrders & { readonly format: 'csv' | 'xlsx' }; output: Sheet };
}

const counterfactual = z.enum(counterfactualIds).exactOptional();
const foodCost = z.number().positive().max(100).exactOptional();
const ofOrders = { from: dateSchema, to: dateSchema, counterfactual, foodCost };
const tooMany = tooLong(backtestDays);

export const impactSchemas = {
  'impact.report': z
    .strictObject({
      from: dateSchema,
      to: dateSchema,
      replayed: z.boolean().exactOptional(),
      lead: z.int().min(0).max(365).exactOptional(),
      counterfactual,
      foodCost,
      ...serviceLevelOrCosts,
    })
    .refine(inOrder, beforeFrom)
    .refine((input) => daysInPeriod(input) <= backtestDays, tooMany)
    .refine(oneLevel, levelTwice),
  'impact.council': z
    .strictObject({ ...ofOrders, format: z.enum(['html', 'pdf']) })
    .refine(inOrder, beforeFrom)
    .refine((input) => daysInPeriod(input) <= backtestDays, tooMany),
  'impact.export': z
    .strictObject({ ...ofOrders, format: z.enum(['csv', 'xlsx']) })
    .refine(inOrder, beforeFrom)
    .refine((input) => daysInPeriod(input) <= backtestDays, tooMany),
};
