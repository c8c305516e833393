import { utc } from '@date-fns/utc';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import { z } from 'zod';

/** What the schemas of several methods are made of. */
export const anyDate = z.iso.date();

/** As the plausible years of forecasting/domain/plausible-days.ts, of which the contract may take types only; a test holds them equal. */
export const acceptedYears = { first: 1990, last: 2069 } as const;

export const isPlausibleDay = (day: string): boolean =>
  day >= `${acceptedYears.first}-01-01` && day <= `${acceptedYears.last}-12-31`;

export const yearSchema = z.int().min(acceptedYears.first).max(acceptedYears.last);

export const dateSchema = anyDate.refine(isPlausibleDay, { params: { problem: 'year' } });

/** `YYYY-MM` */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((text) => isPlausibleDay(`${text}-15`), { params: { problem: 'year' } });

/** `YYYY-MM-DDTHH:MM`, by the clock on the wall. */
export const momentSchema = z.string().refine(isMoment, { params: { problem: 'moment' } });

function isMoment(text: string): boolean {
  const [date = '', time = '', ...rest] = text.split('T');
  return rest.length === 0 && dateSchema.safeParse(date).success && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

export const idSchema = z.int().min(1);

export const serviceLevelSchema = z.number().min(0.5).max(0.95);

export const countSchema = z.int().min(0).max(100_000);

/** Longest period of one plan, in days: beyond it a slip is likelier than a wish. */
export const planDays = 62;

interface Period {
  readonly from: string;
  readonly to: string;
}

export const daysInPeriod = (period: Period) =>
  differenceInCalendarDays(parseISO(period.to, { in: utc }), parseISO(period.from, { in: utc })) + 1;

export const inOrder = (period: Period) => period.from <= period.to;

/** What is wrong with a field, for `validate` to word. */
export const beforeFrom = { path: ['to'], params: { problem: 'before-from' } };

export const tooLong = (maximum: number) => ({ path: ['to'], params: { problem: 'too-long', maximum } });

/** A period of a plan: its end not before its beginning, and not too long. */
export const periodOfPlan = <T extends Period>(schema: z.ZodType<T>) =>
  schema.refine(inOrder, beforeFrom).refine((period) => daysInPeriod(period) <= planDays, tooLong(planDays));

const cost = z.number().positive().max(1_000);

/** A service level is given, or follows from costs: not both. */
export const serviceLevelOrCosts = {
  serviceLevel: serviceLevelSchema.exactOptional(),
  costs: z.strictObject({ missing: cost, wasted: cost }).exactOptional(),
};

export const oneLevel = (input: { readonly serviceLevel?: number; readonly costs?: unknown }) =>
  input.serviceLevel === undefined || input.costs === undefined;

export const levelTwice = { path: ['costs'], params: { problem: 'level-twice' } };

/** What one meal too few and one meal too many cost, in the same money: the service level that balances them. */
export interface MealCosts {
  readonly missing: number;
  readonly wasted: number;
}

export type Nothing = Record<string, never>;

export interface LevelOrCosts {
  readonly serviceLevel?: number;
  readonly costs?: MealCosts;
}

export interface DishPlaces {
  readonly siteIds?: readonly number[];
  readonly kitchenId?: number;
}

export const name = z.string().trim().min(1).max(200);

export const nothing = z.strictObject({});

/** Longest backtest and longest closure (a year of works), in days. */
export const backtestDays = 3700;

/** How an import file is to be read; whether the file has these columns is for the import to say. */
export const tableAnswers = z.strictObject({
  site: z.string().max(200).exactOptional(),
  'site-column': z.string().max(1_000).exactOptional(),
  'count-column': z.string().max(1_000).exactOptional(),
  lines: z.enum(['sum', 'first']).exactOptional(),
  sheets: z.enum(['sum', 'sites']).exactOptional(),
  twins: z.enum(['sum', 'first']).exactOptional(),
  adults: z.enum(['with', 'without']).exactOptional(),
  year: z
    .string()
    .regex(/^(19|20)\d\d([-/]\d{2,4})?$/)
    .exactOptional(),
  marks: z.enum(['yes', 'no']).exactOptional(),
  'dish-list': z.enum(['yes', 'no']).exactOptional(),
  'new-sites': z.enum(['yes', 'no']).exactOptional(),
});
