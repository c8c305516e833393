import { z } from 'zod';
import type {
  ClosedReason,
  Contribution,
  Course,
  Deadline,
  Flag,
  IsoDate,
  LevelChange,
  LibraryRole,
  ModelName,
  Moment,
  OrderRule,
  SiteKind,
} from '../../forecasting/domain/records.ts';
import type { Decision } from './orders.ts';
import type { MealCosts } from './schema-parts.ts';
import {
  beforeFrom,
  dateSchema,
  daysInPeriod,
  idSchema,
  inOrder,
  levelTwice,
  oneLevel,
  planDays,
  serviceLevelOrCosts,
  tooLong,
} from './schema-parts.ts';

export interface PlanRow {
  readonly siteId: number;
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly capacity: number | null;
  readonly date: IsoDate;
  /** Expected meals. */
  readonly mean: number;
  /** Likely range: q10 and q90; median q50. Meals. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /**
   * Meals to order: what was decided. Without a decision it is the recommendation: the quantile of the service
   * level, rounded up to a whole meal. Of a day that is past it was ordered only where `decision.recorded`.
   */
  readonly order: number;
  /** Meals on record for the day; `null`: none, or a plan as of another day. */
  readonly served: number | null;
  /** Why `order` is what it is. Of a frozen order the whole row keeps the forecast of that moment. */
  readonly decision: Decision;
  readonly serviceLevel: number;
  readonly flags: readonly Flag[];
  /** A level that moved for good some weeks ago (flag `level-changed`), meals a day; `null`: none. */
  readonly levelChange: LevelChange | null;
  readonly model: ModelName;
  /** When the order must be in, by the site's order rule; `null` without one. */
  readonly deadline: Deadline | null;
  /** Last day whose records this forecast could see: the plan's, or what was known at the deadline, the earlier. */
  readonly asOf: IsoDate;
  /** Where it was asked for (`allLevels`), of an order that may still change. */
  readonly byLevel?: OrdersByLevel;
}

/** What a site-day would be recommended at every service level, so that another level is shown without asking again. */
export interface OrdersByLevel {
  /** Meals to order at the levels 0.50, 0.51 … 0.95. */
  readonly orders: readonly number[];
  /** Children enrolled: an order above is flagged. `null`: not known. */
  readonly enrolled: number | null;
}

/** `siteId` of `null`: the rule of every site that has none of its own. */
export interface OrderRuleRecord {
  readonly siteId: number | null;
  readonly rule: OrderRule;
  /** It binds orders whose deadline comes after; `null`: all, as a rule saved by an earlier version does. */
  readonly savedAt: Moment | null;
}

export interface PlanDay {
  readonly date: IsoDate;
  /** `null`: at least one site serves. */
  readonly closed: ClosedReason | null;
  /** Name of the holiday, where there is one. */
  readonly label: string | null;
  /** Dishes in the order of service; dishes of one choice share a `choice`. */
  readonly dishes: readonly {
    readonly dish: string;
    readonly course: Course | null;
    readonly choice: number | null;
  }[];
  /** Flags of every site of that day, said once. */
  readonly flags: readonly Flag[];
  /** Sites with a strike announced that day. */
  readonly strikeSites: number;
}

/** Orders and likely range of all sites together (errors of one day go together: the range is not a sum). */
export interface PlanTotal {
  readonly date: IsoDate;
  readonly order: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Refusal {
  readonly siteId: number;
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly date: IsoDate | null;
  readonly reason: string;
  /** It counts portions and no guests: its dishes are planned without an order of meals (`plan.dishes`). */
  readonly portions: boolean;
}

/** Something to know before the orders of a period are trusted, in the caller's language. */
export interface PlanWarning {
  readonly code:
    | 'unknown-holidays'
    | 'holidays-missing'
    | 'holidays-end'
    | 'good-friday'
    | 'guessed-closure'
    | 'no-records'
    | 'old-records';
  readonly message: string;
}

export interface Plan {
  /** Last day whose records the forecast could see. */
  readonly asOf: IsoDate;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly serviceLevel: number;
  readonly days: readonly PlanDay[];
  readonly rows: readonly PlanRow[];
  readonly totals: readonly PlanTotal[];
  readonly refused: readonly Refusal[];
}

/** Why an order asks for a look before it leaves. */
export type AttentionReason =
  /** Nobody knows whether the day is one of holidays: its order waits for a yes. */
  | 'unknown-holidays'
  | 'over-capacity'
  /** What became known since the approval asks for another quantity. */
  | 'revision'
  /** A count on record that can hardly be, and waits for an answer. */
  | 'slip'
  /** The likely range is far wider than at sites of that size on the same days. */
  | 'wide-range'
  | 'level-changed'
  /** A rule gives the number: the model cannot be fitted. */
  | 'by-rule'
  | 'no-menu';

/** One thing to look at: of one site, or (`siteId` of `null`) of all sites of its days, said once. */
export interface Attention {
  readonly reason: AttentionReason;
  readonly siteId: number | null;
  readonly site: string | null;
  /** In order, at least one. */
  readonly dates: readonly IsoDate[];
  /** Why, in a few words of the caller's language, with the numbers of the first day. */
  readonly message: string;
}

/** Where a site belongs; `null`: no sector is stated, it cooks for itself. */
export interface PlanSite {
  readonly siteId: number;
  readonly sector: string | null;
  readonly kitchen: string | null;
}

/** The plan of a period with what to look at in it, worst first, and how its sites go together. */
export interface WeekPlan extends Plan {
  readonly attention: readonly Attention[];
  readonly sites: readonly PlanSite[];
}

export interface PastDay {
  readonly date: IsoDate;
  readonly served: number | null;
  readonly staff: number | null;
}

/** A same weekday in the past without a record; `null`: the site might have served. */
export interface PastGap {
  readonly date: IsoDate;
  readonly closed: ClosedReason | null;
}

export interface PlanCell {
  readonly row: PlanRow;
  readonly contributions: readonly Contribution[];
  /** The last 12 same weekdays before `asOf`, oldest first. */
  readonly past: readonly PastDay[];
  /** The same weekdays between them, and up to the day itself, that hold no record. */
  readonly gaps: readonly PastGap[];
  /** Orders at service levels 0.50, 0.55 … 0.95. */
  readonly orders: readonly { readonly serviceLevel: number; readonly order: number }[];
  /** The library that stands in for what own records do not tell yet, and on how many days these are. */
  readonly library: LibraryRole | null;
}

export interface PlanMethods {
  'plan.week': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly asOf?: IsoDate;
      readonly serviceLevel?: number;
      readonly costs?: MealCosts;
      /** Each row says what would be ordered at every level, too. */
      readonly allLevels?: true;
    };
    output: WeekPlan;
  };
  'plan.warnings': { input: PlanMethods['plan.week']['input']; output: readonly PlanWarning[] };
  'plan.cell': {
    input: {
      readonly siteId: number;
      readonly date: IsoDate;
      readonly asOf?: IsoDate;
      readonly serviceLevel?: number;
      readonly costs?: MealCosts;
    };
    output: PlanCell;
  };
}

const weekSchema = z
  .strictObject({
    from: dateSchema,
    to: dateSchema,
    asOf: dateSchema.exactOptional(),
    allLevels: z.literal(true).exactOptional(),
    ...serviceLevelOrCosts,
  })
  .refine(inOrder, beforeFrom)
  .refine(oneLevel, levelTwice)
  .refine((period) => daysInPeriod(period) <= planDays, tooLong(planDays));

/** What the methods take, checked at the border before a use case sees it. */
export const planSchemas = {
  'plan.week': weekSchema,
  'plan.warnings': weekSchema,
  'plan.cell': z
    .strictObject({
      siteId: idSchema,
      date: dateSchema,
      asOf: dateSchema.exactOptional(),
      ...serviceLevelOrCosts,
    })
    .refine(oneLevel, levelTwice),
};
