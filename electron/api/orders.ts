import { z } from 'zod';
import type {
  ClosedReason,
  HeadCount,
  HeadCountByClass,
  IsoDate,
  Moment,
  OrderRecord,
  OrderVersion,
  Override,
  SiteKind,
} from '../../forecasting/domain/records.ts';
import type { SentOrder } from './order-sending.ts';
import {
  beforeFrom,
  countSchema,
  dateSchema,
  daysInPeriod,
  idSchema,
  inOrder,
  planDays,
  tooLong,
} from './schema-parts.ts';

/** What of a frozen order a row shows; the whole of it is in `orders.history`. */
export type ApprovedOrder = Pick<OrderVersion, 'version' | 'by' | 'automatic' | 'at'> & {
  /** What was approved: the version in force at the deadline, else the first one. */
  readonly approvedQuantity: number;
  /** Meals more (or fewer) than that; 0 where nothing was corrected since. */
  readonly correction: number;
  /** `null`: nobody noted that the order was sent. */
  readonly sending: SentOrder | null;
};

/** What is ordered for one site on one day, and why. Meals. */
export interface Decision {
  /** In force: the frozen quantity, else the override, else the recommendation. The row's `order`. */
  readonly quantity: number;
  /** What the model recommends; of a frozen order, what it recommended when it was frozen. */
  readonly recommended: number;
  readonly source: 'recommended' | 'override';
  /** A person or a deadline decided it. Where not, nothing was ordered yet; of a day that is past, nothing ever was. */
  readonly recorded: boolean;
  /** Empty where none was given. */
  readonly reason: string;
  /** Who overrode or corrected it and when; `null` for a recommendation, or where the name is not known. */
  readonly by: string | null;
  readonly at: Moment | null;
  /** `null`: it can still change. */
  readonly approved: ApprovedOrder | null;
  readonly headCount: HeadCount | null;
  /** Meals to cook: what the roll-call counted, else `quantity`. Adults who are counted apart are not in it. */
  readonly mealsToCook: number;
  /** Each correction and roll-call, and taking one back, makes new sheets. From 1; it only grows. */
  readonly sheetVersion: number;
  /** The site does not serve that day, as was learnt after the order was frozen. */
  readonly closed: ClosedReason | null;
  /** What became known since the order was frozen asks for another quantity; `null`: it stands, or the day is past. */
  readonly revision: Revision | null;
}

/** What an order would be corrected to, with what is known now. Meals. */
export interface Revision {
  readonly quantity: number;
  /** Meals more (or fewer) than what is in force; never 0. */
  readonly difference: number;
}

export interface SiteDate {
  readonly siteId: number;
  readonly date: IsoDate;
}

/** `quantity` of `null`: back to the recommendation. */
export interface OverrideDraft extends SiteDate {
  readonly quantity: number | null;
  readonly reason?: string;
}

/** A quantity that was kept, and looks like a slip: three times as much or as little, or more than the places. */
export interface OrderWarning extends SiteDate {
  readonly problem: 'far' | 'over-capacity';
  readonly quantity: number;
  readonly recommended: number;
  readonly capacity: number | null;
}

export interface OverrideAnswer {
  readonly saved: readonly (SiteDate & { readonly override: Override | null })[];
  readonly warnings: readonly OrderWarning[];
}

export interface OrderVersionKey extends SiteDate {
  readonly version: number;
}

export interface ApprovalAnswer {
  /** Given to `orders.reopen` they are open again. */
  readonly approved: readonly (OrderVersionKey & { readonly quantity: number })[];
  /** Orders of the period that were frozen already, and stay as they are. */
  readonly already: number;
  /** Orders of days that are past, without a version: they stay as they are. */
  readonly past: number;
  /** Sites without an order, which cannot be frozen. */
  readonly refused: readonly {
    readonly site: string;
    readonly siteKind: SiteKind;
    readonly date: IsoDate;
    readonly reason: string;
  }[];
}

export interface ReopenAnswer {
  readonly opened: readonly OrderVersionKey[];
  /** Versions that are not there, that a later one replaced, that were noted as sent, or of past days: they stay. */
  readonly kept: number;
}

/** What deadlines that have passed decided. */
export interface SettledDeadlines {
  /** Orders that were closed: they move no more. */
  readonly closed: number;
  /** Orders whose deadline was moved: they can change again. */
  readonly reopened: number;
  /** Purchase orders that were closed or opened again. */
  readonly purchaseOrders: number;
  /** When the next deadline passes; `null`: there is none. */
  readonly next: Moment | null;
}

export interface RevisionAnswer {
  /** The new version; `orders.reopen` takes it away. */
  readonly version: OrderVersionKey & { readonly quantity: number };
  readonly replaces: { readonly version: number; readonly quantity: number };
  readonly warnings: readonly OrderWarning[];
}

/** `counts` of `null`: there was none, or it is taken back. */
export interface HeadCountDraft extends SiteDate {
  readonly counts: HeadCountByClass | null;
}

export interface HeadCountAnswer {
  readonly headCount: HeadCount | null;
}

/** Meals ordered too much and too little against what was served. */
export interface OrderScore {
  readonly over: number;
  readonly under: number;
  /** Days on which meals were missing. */
  readonly shortDays: number;
}

export interface ScoredGroup {
  /** Site-days. */
  readonly n: number;
  readonly served: number;
  readonly decided: OrderScore;
  readonly recommended: OrderScore;
}

/** People's figures against the model's, on days of which the served meals are known. */
export interface OrderScores extends ScoredGroup {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Site-days ordered as recommended: nothing to compare. */
  readonly followed: number;
  /** Site-days changed by a person whose served meals are not known yet. */
  readonly waiting: number;
  /** The same by reason as it was given, the most frequent first; empty reason: none given. */
  readonly byReason: readonly (ScoredGroup & { readonly reason: string })[];
}

export const personSchema = z.string().trim().max(80);

const reason = z.string().trim().max(200);

const place = { siteId: idSchema, date: dateSchema };

const period = z.strictObject({ from: dateSchema, to: dateSchema }).refine(inOrder, beforeFrom);

/** Together or by age class; adults may be counted apart in both cases. */
function areCounts({ all, M, E, C, A }: HeadCountByClass): boolean {
  const byClass = [M, E, C].some((diners) => diners !== undefined);
  return all === undefined ? byClass || A !== undefined : !byClass;
}

const headCountByClass = z
  .strictObject({
    all: countSchema.exactOptional(),
    M: countSchema.exactOptional(),
    E: countSchema.exactOptional(),
    C: countSchema.exactOptional(),
    A: countSchema.exactOptional(),
  })
  .refine(areCounts, { params: { problem: 'roll-call-counts' } });

const headCountDraft = z.strictObject({ ...place, counts: headCountByClass.nullable() });

/** An order that a person gives in place of the recommendation. */
export const overrideDraft = z.strictObject({
  ...place,
  quantity: countSchema.nullable(),
  reason: reason.exactOptional(),
});

/** What the methods about orders take; spread into `schemas`, which checks it against the contract. */
export const orderSchemas = {
  'orders.list': period,
  'orders.history': z.strictObject(place),
  'orders.override': z.strictObject({ overrides: z.array(overrideDraft).min(1).max(1_000) }),
  'orders.approve': z
    .strictObject({
      from: dateSchema,
      to: dateSchema,
      siteIds: z.array(idSchema).min(1).max(10_000).exactOptional(),
      siteDays: z.array(z.strictObject(place)).min(1).max(100_000).exactOptional(),
      confirmHolidays: z.boolean().exactOptional(),
    })
    .refine(inOrder, beforeFrom)
    .refine((dates) => daysInPeriod(dates) <= planDays, tooLong(planDays)),
  'orders.reopen': z.strictObject({
    versions: z
      // What `orders.freeze` and `orders.correct` answer is taken as it is: the quantity says nothing here.
      .array(z.object({ ...place, version: z.int().min(1) }))
      .min(1)
      .max(100_000),
  }),
  'orders.settleDeadlines': z.strictObject({ only: z.literal('orders').exactOptional() }),
  'orders.revise': z.strictObject({ ...place, quantity: countSchema, reason: reason.exactOptional() }),
  'orders.headCount': headCountDraft,
  'orders.headCounts': z.strictObject({ headCounts: z.array(headCountDraft).min(1).max(1_000) }),
  'orders.scores': period,
};

export interface OrdersMethods {
  /** What was decided, by date and site; also of sites that are gone since. */
  'orders.list': {
    input: { readonly from: IsoDate; readonly to: IsoDate };
    output: readonly OrderRecord[];
  };
  'orders.history': { input: SiteDate; output: OrderRecord };
  /** Orders something else than is recommended, all or nothing; refused for a frozen order or a day without one. */
  'orders.override': { input: { readonly overrides: readonly OverrideDraft[] }; output: OverrideAnswer };
  /** Validates what is to be ordered: it then moves no more. Absent sites: all. */
  'orders.approve': {
    input: {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly siteIds?: readonly number[];
      /** Only these orders of the period. Absent: all. */
      readonly siteDays?: readonly SiteDate[];
      /** The yes for days whose school holidays are not known; without it they are refused. */
      readonly confirmHolidays?: boolean;
    };
    output: ApprovalAnswer;
  };
  /** Takes versions back, the newest first; an order without a version is open again. */
  'orders.reopen': { input: { readonly versions: readonly OrderVersionKey[] }; output: ReopenAnswer };
  /**
   * Closes the orders and purchase orders whose deadline has passed as they stood at it, and opens those again whose
   * deadline was moved. Hosts call it at start, when a deadline passes and before calls that look at orders; `only`
   * leaves purchase orders for later.
   */
  'orders.settleDeadlines': { input: { readonly only?: 'orders' }; output: SettledDeadlines };
  /** A new version of a frozen order; the earlier ones stay readable. */
  'orders.revise': {
    input: SiteDate & { readonly quantity: number; readonly reason?: string };
    output: RevisionAnswer;
  };
  /** The guests counted in the morning. The order stays; sheets follow the count. */
  'orders.headCount': { input: HeadCountDraft; output: HeadCountAnswer };
  /** The same of several sites, all or nothing. */
  'orders.headCounts': {
    input: { readonly headCounts: readonly HeadCountDraft[] };
    output: readonly HeadCountAnswer[];
  };
  'orders.scores': { input: { readonly from: IsoDate; readonly to: IsoDate }; output: OrderScores };
}
