import { z } from 'zod';
import type { IsoDate } from '../../forecasting/domain/records.ts';
import type { ClosureDraft } from './calendar.ts';
import { closureDraft } from './closures.ts';
import type { MenuDish } from './menus.ts';
import { type OverrideDraft, overrideDraft } from './orders.ts';
import { dateSchema, idSchema, serviceLevelSchema } from './schema-parts.ts';

/** What would have been forecast for a past day with only what was known when its order left. Meals. */
export interface Hindcast {
  readonly date: IsoDate;
  readonly mean: number;
  /** q10 and q90. */
  readonly low: number;
  readonly high: number;
}

export interface Hindcasts {
  /** Days between the last record that each forecast could see and its day: the site's own rule, else 7. */
  readonly lead: number;
  /** The past same weekdays, oldest first; those that are done. */
  readonly days: readonly Hindcast[];
  /** Share of the work that is done; below 1, ask again for the rest. */
  readonly done: number;
}

/** The order of one day if some things were otherwise. Meals. */
export interface WhatIfOutcome {
  readonly strike: boolean;
  readonly away: boolean;
  readonly guests: boolean;
  readonly order: number;
  readonly mean: number;
  /** q10 and q90. */
  readonly low: number;
  readonly high: number;
}

export interface WhatIfAnswer {
  /** A strike is on record: `strike` then supposes that there is none. */
  readonly onStrike: boolean;
  /** Children of this site away on that day by the outings on record; those supposed come on top. */
  readonly away: number;
  /** Every combination of the three. */
  readonly outcomes: readonly WhatIfOutcome[];
  readonly strikes: StrikeEvidence;
}

/** Past strike days of a site with a record, by what was served beside the usual. */
export interface StrikeEvidence {
  readonly days: number;
  /** At most a tenth below the usual. */
  readonly asUsual: number;
  readonly fewer: number;
  /** 30 % or more below the usual. */
  readonly far: number;
}

/** An earlier day with the same dish. */
export interface DishDay {
  readonly date: IsoDate;
  /** Meals that the staff had planned, and that were served. */
  readonly staff: number | null;
  readonly served: number | null;
  /** Portions of the dish left, in percent of those prepared. */
  readonly left: number | null;
}

export interface DishDays {
  /** The dishes of the day, in serving order. */
  readonly dishes: readonly MenuDish[];
  /** The dish that is told about; `null`: no menu is known. */
  readonly key: string | null;
  /** The last five, latest first. */
  readonly days: readonly DishDay[];
  /** Earlier days with a count at this site. */
  readonly times: number;
}

/** The contract's methods about one cell of the week. */
export interface PanelMethods {
  /** Answers soon, with what is done: the work goes on with the next call. */
  'plan.past': { input: { readonly siteId: number; readonly date: IsoDate }; output: Hindcasts };
  'plan.whatIf': {
    input: {
      readonly siteId: number;
      readonly date: IsoDate;
      /** Children away, and guests more. */
      readonly away: number;
      readonly guests: number;
      readonly serviceLevel?: number;
    };
    output: WhatIfAnswer;
  };
  /** Puts on record what was supposed of a day, all or nothing: its closures, and an order for the guests. */
  'plan.applyWhatIf': {
    input: { readonly closures: readonly ClosureDraft[]; readonly override: OverrideDraft | null };
    output: null;
  };
  /** Absent: the main dish. */
  'plan.dishDays': {
    input: { readonly siteId: number; readonly date: IsoDate; readonly key?: string };
    output: DishDays;
  };
}

/** More than any canteen has children. */
const people = z.int().min(0).max(5_000);

/** What the methods about one cell of the week take. */
export const panelSchemas = {
  'plan.past': z.strictObject({ siteId: idSchema, date: dateSchema }),
  'plan.whatIf': z.strictObject({
    siteId: idSchema,
    date: dateSchema,
    away: people,
    guests: people,
    serviceLevel: serviceLevelSchema.exactOptional(),
  }),
  'plan.applyWhatIf': z.strictObject({
    closures: z.array(closureDraft).max(10),
    override: overrideDraft.nullable(),
  }),
  'plan.dishDays': z.strictObject({
    siteId: idSchema,
    date: dateSchema,
    key: z.string().trim().min(1).max(200).exactOptional(),
  }),
} satisfies { readonly [M in keyof PanelMethods]: z.ZodType<PanelMethods[M]['input']> };
