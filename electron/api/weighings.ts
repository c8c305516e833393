import { z } from 'zod';
import type {
  EntryFinding,
  IsoDate,
  RecurrenceFound,
  SiteKind,
  Tare,
  WastePart,
  WasteSource,
  WasteSum,
  WeighedBin,
  WeighedMeals,
} from '../../forecasting/domain/records.ts';
import type { RecordFinding } from './meal-records.ts';
import type { Nothing } from './schema-parts.ts';
import { countSchema, dateSchema, idSchema, name, nothing } from './schema-parts.ts';
import type { Sheet } from './sheets.ts';

/** One part of a day's waste. Grams; `net` is `gross` less `tare`. */
export interface WeighedMass {
  readonly source: WasteSource | 'all';
  readonly part: WastePart;
  readonly gross: number;
  readonly tare: number;
  readonly net: number;
  /** The containers that make up both; empty: one number was typed. */
  readonly bins: readonly WeighedBin[];
}

export interface WeighingDay extends WeighedMeals {
  readonly masses: readonly WeighedMass[];
  readonly figures: WasteSum;
  readonly findings: readonly RecordFinding[];
}

export interface WeighingCampaign {
  readonly id: number;
  readonly siteId: number | null;
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly sources: readonly WasteSource[];
  /** Days of service from the first to the last day, and those that were weighed all the same. */
  readonly dates: readonly IsoDate[];
  readonly days: readonly WeighingDay[];
  readonly figures: WasteSum;
  /** The fields of ma-cantine in the order of its screens, kilograms; `null`: no day counts. */
  readonly maCantine: Readonly<Record<string, string | number | boolean | null>> | null;
  /** What ma-cantine would refuse. */
  readonly maCantineFindings: readonly EntryFinding[];
  readonly findings: readonly RecordFinding[];
}

export interface ProposedCampaign {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly sources: readonly WasteSource[];
  /** The kitchen that cooks for the site and weighs the preparation; `null`: the site cooks for itself. */
  readonly kitchen: string | null;
}

/** What a site's records and menus say of a calendar year, for the yearly questions of ma-cantine. */
export interface YearlyAnswers {
  /** Days with a count of meals served, the first and the last of them. */
  readonly days: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  readonly children: number;
  /** Where they were recorded. */
  readonly adults: number;
  readonly vegetarian: RecurrenceFound;
  /** Portions left that were served again or given away. */
  readonly reused: number;
}

export interface WeighingMethods {
  'weighings.list': { input: Nothing; output: readonly WeighingCampaign[] };
  /** A new campaign (`id` null) or other dates of one. One that overlaps another of its site is refused. */
  'weighings.saveCampaign': {
    input: {
      readonly id: number | null;
      readonly siteId: number;
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly sources?: readonly WasteSource[];
    };
    output: { readonly id: number; readonly findings: readonly RecordFinding[] };
  };
  'weighings.removeCampaign': { input: { readonly id: number }; output: { readonly removed: boolean } };
  /** Meals and weights of one day of a campaign; absent: left as they are. A weight that cannot be is not kept. */
  'weighings.saveDay': {
    input: {
      readonly campaignId: number;
      readonly date: IsoDate;
      readonly expected?: number | null;
      readonly prepared?: number | null;
      readonly distributed?: number | null;
      readonly masses?: readonly {
        readonly source: WasteSource | 'all';
        readonly part: WastePart;
        /** Grams; `null`: takes the weight away. */
        readonly gross: number | null;
        readonly tare?: number;
        /** Containers: `gross` and `tare` are then their sums, whatever is given. */
        readonly bins?: readonly WeighedBin[];
      }[];
    };
    output: { readonly findings: readonly RecordFinding[] };
  };
  /** The next five days of service of a site, and what it weighs: who is delivered to has no preparation. */
  'weighings.propose': { input: { readonly siteId: number }; output: ProposedCampaign };
  /** The sheets of a campaign to print, one page a day; `date`: that day's. */
  'weighings.sheet': {
    input: { readonly campaignId: number; readonly date?: IsoDate; readonly format: 'html' | 'pdf' };
    output: Sheet;
  };
  /** The yearly questions of ma-cantine, as far as they can be answered. */
  'weighings.yearly': { input: { readonly siteId: number; readonly year: number }; output: YearlyAnswers };
  'weighings.tares': { input: Nothing; output: readonly Tare[] };
  'weighings.saveTares': { input: { readonly tares: readonly Tare[] }; output: null };
}

const source = z.enum(['preparation', 'unserved', 'plates']);
/** A hundred tonnes: beyond it nothing is a weight. */
const grams = z.int().min(0).max(100_000_000);
const meals = countSchema.nullable().exactOptional();

export const weighingSchemas = {
  'weighings.list': nothing,
  'weighings.saveCampaign': z.strictObject({
    id: idSchema.nullable(),
    siteId: idSchema,
    from: dateSchema,
    to: dateSchema,
    sources: z.array(source).min(1).max(3).exactOptional(),
  }),
  'weighings.removeCampaign': z.strictObject({ id: idSchema }),
  'weighings.saveDay': z.strictObject({
    campaignId: idSchema,
    date: dateSchema,
    expected: meals,
    prepared: meals,
    distributed: meals,
    masses: z
      .array(
        z.strictObject({
          source: z.enum(['preparation', 'unserved', 'plates', 'all']),
          part: z.enum(['edible', 'inedible', 'mixed', 'starter', 'main', 'dairy-dessert', 'bread', 'other']),
          gross: grams.nullable(),
          tare: grams.exactOptional(),
          bins: z
            .array(z.strictObject({ name, tare: grams, gross: grams }))
            .max(40)
            .exactOptional(),
        }),
      )
      .max(40)
      .exactOptional(),
  }),
  'weighings.propose': z.strictObject({ siteId: idSchema }),
  'weighings.sheet': z.strictObject({
    campaignId: idSchema,
    date: dateSchema.exactOptional(),
    format: z.enum(['html', 'pdf']),
  }),
  'weighings.yearly': z.strictObject({ siteId: idSchema, year: z.int().min(1900).max(2200) }),
  'weighings.tares': nothing,
  'weighings.saveTares': z.strictObject({
    tares: z.array(z.strictObject({ name, grams: z.int().min(1).max(100_000) })).max(200),
  }),
};
