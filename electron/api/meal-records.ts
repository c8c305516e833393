import { z } from 'zod';
import type {
  ByDinerGroup,
  ClosedReason,
  Course,
  DishRecord,
  EarlierValue,
  EntryFinding,
  IsoDate,
  MealReason,
  WallTime,
} from '../../forecasting/domain/records.ts';
import type { SiteName } from './backtests.ts';
import type { Nothing } from './schema-parts.ts';
import { countSchema, dateSchema, idSchema, monthSchema, nothing } from './schema-parts.ts';

/** What a check says of a value, in words: it stands beside the field. */
export interface RecordFinding extends EntryFinding {
  readonly message: string;
  readonly remedy: string;
}

export interface MealFinding extends RecordFinding {
  /** It is odd, and may be true all the same: `sure` says so. */
  readonly canBeTrue: boolean;
}

/** Portions of one dish; absent: left as it is; `null`: taken away. */
export interface DishEntry {
  readonly dish: string;
  readonly prepared?: number | null;
  readonly served?: number | null;
  readonly left?: number | null;
  readonly ranOut?: boolean | null;
  readonly ranOutAt?: WallTime | null;
  readonly reused?: number | null;
  readonly thrown?: number | null;
  readonly reason?: MealReason | null;
}

interface EntryByClass {
  readonly M?: number | null;
  readonly E?: number | null;
  readonly C?: number | null;
}

/** What is entered of one site and day; absent: left as it is; `null`: taken away. Meals. */
export interface RecordEntry {
  readonly siteId: number;
  readonly date: IsoDate;
  /** Children, in one or by class. They are attendance. */
  readonly children?: number | null;
  readonly childrenByClass?: EntryByClass;
  readonly adults?: number | null;
  /** Of children, in one or by class; in one is no sum of the classes. */
  readonly secondHelpings?: number | null;
  readonly secondHelpingsByClass?: EntryByClass;
  readonly adultSecondHelpings?: number | null;
  readonly prepared?: number | null;
  readonly left?: number | null;
  readonly reason?: MealReason | null;
  readonly note?: string | null;
  readonly dishes?: readonly DishEntry[];
  /** Nobody counts what was served that day: the head count stands for it, as an estimate. */
  readonly estimated?: boolean | null;
  /** What is odd about this day is true; asked again once the children served change. */
  readonly sure?: boolean | null;
}

export interface SavedRecord {
  readonly siteId: number;
  readonly date: IsoDate;
  /** Values that changed. */
  readonly changed: number;
  readonly findings: readonly MealFinding[];
}

/** `estimated`: nobody counted what was served, the head count stands in; it is never learned from. */
export type RecordState = 'complete' | 'incomplete' | 'check' | 'estimated' | 'open' | 'closed';

export interface RecordedDishRow extends DishRecord {
  /** As on the menu of the day; `null`: it is on none. */
  readonly course: Course | null;
  /** Grams that a diner of the site is served; `null`: not known, or served in pieces. */
  readonly grams: number | null;
}

/** Children of one age. */
export type ChildClass = 'M' | 'E' | 'C';

/** One site on one day, as *Relevé* shows it. */
export interface RecordRow extends SiteName {
  readonly date: IsoDate;
  readonly closed: ClosedReason | 'strike' | null;
  /** The order in force; `null`: none on record. */
  readonly ordered: number | null;
  /** Children counted that morning. */
  readonly headCount: number | null;
  /** Adults counted with them. */
  readonly headCountAdults: number | null;
  /** Children counted by class, where they were told apart. */
  readonly headCountByClass: Readonly<Partial<Record<ChildClass, number>>>;
  /** The classes in which its children are told apart; none: they are of one. */
  readonly classes: readonly ChildClass[];
  /** Children who can eat at once; `null`: not known. */
  readonly seats: number | null;
  /** Children served, from a file or entered; `null`: not recorded. */
  readonly children: number | null;
  /** They were entered by hand. */
  readonly manual: boolean;
  /** What the file says where another count was entered over it. */
  readonly file: number | null;
  /** When a value of the day was last entered, and by whom; `null`: none was. */
  readonly entered: { readonly at: string; readonly by: string | null } | null;
  /** Adults, and children by class where these were told apart. */
  readonly served: ByDinerGroup;
  readonly seconds: ByDinerGroup;
  readonly prepared: number | null;
  readonly left: number | null;
  /** What was weighed of meals that were not served, in grams; `null`: nothing was. */
  readonly leftWeighed: number | null;
  readonly reason: MealReason | null;
  readonly note: string;
  /** Children served less ordered. */
  readonly difference: number | null;
  /** What had been forecast when the order was approved: its score is known at once. */
  readonly forecast: { readonly expected: number; readonly low: number; readonly high: number } | null;
  readonly state: RecordState;
  /**
   * Meals were ordered, and nobody has said how many were served, nor that the head count may stand for it; neither a
   * closure nor a strike explains it. The days of `openRecordDays` are those with such a row.
   */
  readonly due: boolean;
  readonly dishes: readonly RecordedDishRow[];
  readonly findings: readonly MealFinding[];
}

/** The sites that something was ordered for or recorded of on one day. */
export interface LastDay {
  readonly date: IsoDate;
  readonly rows: readonly RecordRow[];
}

/** Portions of a dish that the day's sheet had for a site; without a dish, meals of all its diners. */
export interface PlannedPortions {
  readonly siteId: number;
  /** As the menu writes it; empty: of the meal. */
  readonly dish: string;
  readonly portions: number;
}

export interface MealRecordMethods {
  /** The last day before today that something was ordered for, and how it went; `null`: nothing was recorded of it. */
  'records.lastDay': { input: Nothing; output: LastDay | null };
  /** Every site on one day. */
  'records.day': { input: { readonly date: IsoDate }; output: readonly RecordRow[] };
  /** Every day of a month, `YYYY-MM`, at one site. */
  'records.month': {
    input: { readonly siteId: number; readonly month: string };
    output: readonly RecordRow[];
  };
  /** Portions as the day's sheet has them, at one site or all that something was ordered for: what was likely prepared. */
  'records.planned': {
    input: { readonly date: IsoDate; readonly siteId?: number };
    output: readonly PlannedPortions[];
  };
  /** What would be said of entries, without keeping them. */
  'records.check': {
    input: { readonly entries: readonly RecordEntry[] };
    output: readonly SavedRecord[];
  };
  /** Keeps what can be; what is refused is answered beside its field, the rest is kept. One edit. */
  'records.save': {
    input: { readonly entries: readonly RecordEntry[] };
    output: readonly SavedRecord[];
  };
  /** The values that others took the place of, the latest first. */
  'records.history': {
    input: { readonly siteId: number; readonly date: IsoDate };
    output: readonly EarlierValue[];
  };
}

const count = countSchema.nullable().exactOptional();
const reason = z
  .enum(['class-away', 'strike', 'disliked', 'failed', 'late', 'over-delivered', 'other'])
  .nullable()
  .exactOptional();
const byClass = z.strictObject({ M: count, E: count, C: count }).exactOptional();

const entry = z.strictObject({
  siteId: idSchema,
  date: dateSchema,
  children: count,
  childrenByClass: byClass,
  adults: count,
  secondHelpings: count,
  secondHelpingsByClass: byClass,
  adultSecondHelpings: count,
  prepared: count,
  left: count,
  reason,
  note: z.string().max(1000).nullable().exactOptional(),
  estimated: z.boolean().nullable().exactOptional(),
  sure: z.boolean().nullable().exactOptional(),
  dishes: z
    .array(
      z.strictObject({
        dish: z.string().trim().min(1).max(500),
        prepared: count,
        served: count,
        left: count,
        ranOut: z.boolean().nullable().exactOptional(),
        ranOutAt: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
          .nullable()
          .exactOptional(),
        reused: count,
        thrown: count,
        reason,
      }),
    )
    .max(100)
    .exactOptional(),
});
const entries = z.strictObject({ entries: z.array(entry).min(1).max(5000) });

export const mealRecordSchemas = {
  'records.lastDay': nothing,
  'records.day': z.strictObject({ date: dateSchema }),
  'records.month': z.strictObject({ siteId: idSchema, month: monthSchema }),
  'records.planned': z.strictObject({ date: dateSchema, siteId: idSchema.exactOptional() }),
  'records.check': entries,
  'records.save': entries,
  'records.history': z.strictObject({ siteId: idSchema, date: dateSchema }),
};
