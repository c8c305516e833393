import { z } from 'zod';
import type {
  ClosedReason,
  Course,
  DishFamily,
  DishMarker,
  FrequencyVerdict,
  IsoDate,
  VegetarianMeal,
} from '../../forecasting/domain/records.ts';
import type { CoverageMethods } from './coverage.ts';
import type { DishSummary } from './dishes.ts';
import { dishFamilies } from './dishes.ts';
import { courses } from './domain-lists.ts';
import { dateSchema, idSchema, monthSchema } from './schema-parts.ts';

/** A dish of a day, with what is known of it. */
export interface MenuDish {
  /** Under which the dish is known; empty for a text that names none. */
  readonly key: string;
  /** As shown: without its signs. */
  readonly name: string;
  /** As written. */
  readonly dish: string;
  readonly course: Course | null;
  /** Dishes of one choice on one day share a number; `null` where there is no choice. */
  readonly choice: number | null;
  readonly family: DishFamily | null;
  readonly markers: readonly DishMarker[];
}

export interface MenuDay {
  readonly date: IsoDate;
  /** Why no meal is served; `null` on a day of service. */
  readonly closed: ClosedReason | null;
  /** Name of the holiday. */
  readonly label: string | null;
  readonly strike: boolean;
  /** Typed in or corrected by hand: what files say of it is not in force. */
  readonly typed: boolean;
  /** The list is that of the chosen site alone. */
  readonly own: boolean;
  /** In serving order. */
  readonly dishes: readonly MenuDish[];
  readonly vegetarian: VegetarianMeal;
  /** Names of the dishes because of which it is not vegetarian, or may not be. */
  readonly notVegetarian: readonly string[];
}

export interface VegetarianDay {
  readonly date: IsoDate;
  /** The dish that makes the menu vegetarian. */
  readonly dish: string | null;
  /** Names of the dishes because of which it is not, or may not be. */
  readonly because: readonly string[];
}

export interface MenuWeek {
  readonly monday: IsoDate;
  /** Monday to Friday. */
  readonly days: readonly MenuDay[];
  /** `unsure` also when days of service have no menu; `none`: no menu all week. */
  readonly vegetarian: VegetarianMeal | 'none';
  /** The vegetarian menu, or what may be one; of a week without, the one that the fewest dishes spoil. */
  readonly vegetarianDay: VegetarianDay | null;
}

export interface MenuMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** `null`: the menus of every site. */
  readonly siteId: number | null;
  /** The weeks that hold a day of the month. */
  readonly weeks: readonly MenuWeek[];
  /** Weekdays on which the sites usually serve, 1 to 7. */
  readonly weekdays: readonly number[];
  /** Sites with menus of their own; empty when all share one. */
  readonly sites: readonly { readonly siteId: number; readonly site: string }[];
  /** From the first to the last day with a menu. */
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
}

/** A family over 20 successive school meals. */
export interface FrequencyRow {
  readonly family: DishFamily;
  readonly times: number;
  /** Times on which it was only one of several choices. */
  readonly byChoice: number;
  readonly least: number | null;
  readonly most: number | null;
  /** The limits were set here; otherwise they are recalled and nobody has checked them. */
  readonly byHand: boolean;
  readonly verdict: FrequencyVerdict;
  /** Oldest first. */
  readonly meals: readonly {
    readonly date: IsoDate;
    readonly dishes: readonly string[];
    readonly byChoice: boolean;
  }[];
}

export interface MenuFrequencies {
  readonly siteId: number | null;
  /** 20, or fewer at the beginning of the records. */
  readonly meals: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /** Last day of the 20 meals before, and of the 20 after, where there are such meals. */
  readonly earlier: IsoDate | null;
  readonly later: IsoDate | null;
  /** Dishes whose family nobody knows: they are missing in the counts. */
  readonly unknown: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly FrequencyRow[];
}

/** Limits set by hand for one family; both `null`: no limit. */
export interface FrequencyLimit {
  readonly family: DishFamily;
  readonly least: number | null;
  readonly most: number | null;
}

/** What happened to one dish at one site, over the days whose counts are known. */
export interface DishTakeUp {
  readonly siteId: number;
  readonly site: string;
  /** Days with portions served. */
  readonly days: number;
  /** Portions served ÷ diners of the same days, adults among them where they had of the dish too; `null` where no day has both. */
  readonly share: number | null;
  /** Portions left ÷ prepared; `null` where no day has both. */
  readonly left: number | null;
  /** Leftovers were not weighed or counted: they are prepared − served. */
  readonly leftEstimated: boolean;
  /** Days on which all that was prepared was served: more might have been taken. */
  readonly soldOut: number;
}

/** Meals served on the days of a dish against the same weekdays of the three weeks before and after. A description. */
export interface DishAttendance {
  /** Days compared. */
  readonly days: number;
  /** Median over the days, in percent of the usual. */
  readonly median: number;
  /** Nine days in ten lie above `low`, nine in ten below `high`. */
  readonly low: number;
  readonly high: number;
}

export interface DishProfile {
  readonly dish: DishSummary;
  /** Days on a menu or served, latest first. */
  readonly days: readonly { readonly date: IsoDate; readonly course: Course | null }[];
  /** Year of September, latest first. */
  readonly schoolYears: readonly { readonly schoolYear: number; readonly times: number }[];
  /** Monday to Friday, and Saturday and Sunday where it was served on them. */
  readonly weekdays: readonly { readonly weekday: number; readonly times: number }[];
  /** Median days from one time to the next; `null` when it was served less than twice. */
  readonly interval: number | null;
  /** Dishes of the same days, the most frequent first. */
  readonly companions: readonly { readonly key: string; readonly name: string; readonly times: number }[];
  readonly takeUp: readonly DishTakeUp[];
  /** `null`: not enough records around its days. */
  readonly attendance: DishAttendance | null;
}

export interface MenuDraftDish {
  readonly dish: string;
  readonly course: Course | null;
  readonly choice: number | null;
}

/** A day's list as it was typed in; `null`: none, and what files say is in force. */
export type ManualMenu = readonly MenuDraftDish[] | null;

interface OfSite {
  /** Absent: the menus of every site. */
  readonly siteId?: number;
}

/** The contract's methods about menus. */
export interface MenuMethods {
  'menus.month': { input: OfSite & { readonly month: string }; output: MenuMonth };
  /** Absent `to`: the last meals up to today. */
  'menus.frequencies': { input: OfSite & { readonly to?: IsoDate }; output: MenuFrequencies };
  /** `null` forgets what was set. */
  'menus.limit': {
    input: { readonly family: DishFamily; readonly limit: Pick<FrequencyLimit, 'least' | 'most'> | null };
    output: null;
  };
  'menus.dish': { input: { readonly key: string }; output: DishProfile };
  /** Keeps a day's list; `null` lets the files speak again. */
  'menus.save': {
    input: { readonly date: IsoDate; readonly siteId: number | null; readonly dishes: ManualMenu };
    output: null;
  };
}

const times = z.int().min(0).max(20).nullable();

const count = z.int().min(0).max(20_000);

const draftDish = z.strictObject({
  dish: z.string().trim().min(1).max(200),
  course: z.enum(courses).nullable(),
  choice: z.int().min(1).max(100).nullable(),
});

type MenuInputs = MenuMethods & CoverageMethods;

/** What the methods about menus and missing records take. */
export const menuSchemas = {
  'menus.month': z.strictObject({ month: monthSchema, siteId: idSchema.exactOptional() }),
  'menus.frequencies': z.strictObject({ to: dateSchema.exactOptional(), siteId: idSchema.exactOptional() }),
  'menus.limit': z.strictObject({
    family: z.enum(dishFamilies),
    limit: z.strictObject({ least: times, most: times }).nullable(),
  }),
  'menus.dish': z.strictObject({ key: z.string().trim().min(1).max(200) }),
  'menus.save': z.strictObject({
    date: dateSchema,
    siteId: idSchema.nullable(),
    dishes: z.array(draftDish).max(60).nullable(),
  }),
  'data.coverage': z.strictObject({}),
  'data.coverageDays': z.strictObject({ siteId: idSchema, month: monthSchema }),
  'data.coverageMonth': z.strictObject({ siteId: idSchema.nullable(), month: monthSchema }),
  'attendance.enter': z.strictObject({
    entries: z
      .array(
        z.strictObject({
          siteId: idSchema,
          date: dateSchema,
          diners: z.enum(['M', 'E', 'A']).exactOptional(),
          text: z.string().max(200),
        }),
      )
      .min(1)
      .max(20_000),
    sure: z.boolean().exactOptional(),
  }),
  'attendance.record': z.strictObject({
    date: dateSchema,
    siteId: idSchema,
    served: count,
    dishes: z
      .array(
        z.strictObject({
          dish: z.string().trim().min(1).max(200),
          served: count,
          left: count.exactOptional(),
        }),
      )
      .max(50),
    sure: z.boolean().exactOptional(),
  }),
  'attendance.save': z.strictObject({
    siteId: idSchema,
    days: z
      .array(z.strictObject({ date: dateSchema, served: count.nullable() }))
      .min(1)
      .max(400),
  }),
} satisfies { readonly [M in keyof MenuInputs]: z.ZodType<MenuInputs[M]['input']> };
