import { z } from 'zod';
import type {
  DishFamily,
  IsoDate,
  LeakCause,
  LeakDay,
  LeakKind,
  SiteKind,
  Weekday,
} from '../../forecasting/domain/records.ts';
import {
  backtestDays,
  beforeFrom,
  dateSchema,
  daysInPeriod,
  idSchema,
  inOrder,
  tooLong,
} from './schema-parts.ts';

/** A place where surplus may persist: of a site, or (with packs) of a kitchen. */
export type LeakKey = (
  | { readonly siteId: number; readonly kitchenId?: never }
  | { readonly kitchenId: number; readonly siteId?: never }
) & {
  readonly kind: LeakKind;
  /** The weekday, 1 for Monday, the family of dishes, or the scope of the packs; empty: none. */
  readonly part: string;
};

/** A cause with what speaks for it: meals an occurrence, a share, days since the enrolment was entered. */
export interface NamedCause {
  readonly cause: LeakCause;
  readonly amount: number;
}

/** What was tried, and what came of it. Meals an occurrence. */
export interface LeakTrial {
  readonly cause: LeakCause;
  readonly triedOn: IsoDate;
  readonly before: number | null;
  readonly after: number | null;
  /** Occurrences since. */
  readonly since: number;
  /** After less before, with its range of 80 %; `null`: nothing was recorded on one side. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null;
}

export type Leak = LeakKey & LeakFound;

/** What was found at a place. */
interface LeakFound {
  /** The name of the site, or of the kitchen. */
  readonly site: string;
  /** `null`: it is a kitchen. */
  readonly siteKind: SiteKind | null;
  readonly weekday: Weekday | null;
  readonly family: DishFamily | null;
  /** What is bought in packs, in the caller's language, and the sizes it was bought in. */
  readonly pack: { readonly name: string; readonly sizes: readonly string[] } | null;
  readonly occurrences: number;
  /** Of them, those with more surplus than the chosen level makes. */
  readonly inExcess: number;
  /** Meals or portions an occurrence beyond what the chosen level explains, as may be expected to go on. */
  readonly mean: number;
  /** `null`: its start cannot be told from chance. */
  readonly since: IsoDate | null;
  /** Of a school year like the recorded weeks. */
  readonly eurosPerYear: number;
  /** It still leaks by the rules; otherwise it is shown for what was tried there. */
  readonly leaks: boolean;
  /** The likeliest first; none where nothing is known. */
  readonly causes: readonly NamedCause[];
  readonly trial: LeakTrial | null;
  /** In order. */
  readonly days: readonly LeakDay[];
}

export interface LeaksReport {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Places with days enough to be tested, and all. */
  readonly tested: number;
  readonly places: number;
  /** Days of each weekday on which orders can be compared with meals served. */
  readonly weekdays: readonly { readonly weekday: Weekday; readonly days: number }[];
  /** The costliest first. */
  readonly leaks: readonly Leak[];
}

export interface LeakMethods {
  /**
   * Where surplus persists beyond what the chosen level explains: of orders, or of dishes, whose forecasts are made
   * again with what was known then.
   */
  'leaks.report': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly of: 'orders' | 'dishes';
      /** Euros of food in a meal; absent: by its weight. Of dishes their own weight counts. */
      readonly foodCost?: number;
    };
    output: LeaksReport;
  };
  /** Notes what is tried at a place from a day on; before and after are then told apart. */
  'leaks.try': { input: LeakKey & { readonly cause: LeakCause; readonly on?: IsoDate }; output: null };
  'leaks.endTrial': { input: LeakKey; output: { readonly removed: boolean } };
}

const part = { kind: z.enum(['weekday', 'override', 'dish', 'pack']), part: z.string().max(200) };
/** Of a site or of a kitchen. */
const keys = [
  { siteId: idSchema, ...part },
  { kitchenId: idSchema, ...part },
] as const;
const trial = {
  cause: z.enum([
    'override-above',
    'pack-rounding',
    'head-count-missing',
    'enrolment-stale',
    'adults-too-high',
    'level-above-need',
    'outings',
    'dish-refused',
  ]),
  on: dateSchema.exactOptional(),
};

export const leakSchemas = {
  'leaks.report': z
    .strictObject({
      from: dateSchema,
      to: dateSchema,
      of: z.enum(['orders', 'dishes']),
      foodCost: z.number().positive().max(100).exactOptional(),
    })
    .refine(inOrder, beforeFrom)
    .refine((input) => daysInPeriod(input) <= backtestDays, tooLong(backtestDays)),
  'leaks.try': z.union([z.strictObject({ ...keys[0], ...trial }), z.strictObject({ ...keys[1], ...trial })]),
  'leaks.endTrial': z.union([z.strictObject(keys[0]), z.strictObject(keys[1])]),
};
