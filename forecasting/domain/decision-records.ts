/**
 * Records of what people decide about the recommendations. Values only.
 */

import type { Contribution, IsoDate, ModelName } from './forecast-records.ts';
import type { AgeClass } from './order-records.ts';
import type { SiteKind } from './site-kind.ts';

/** A wall-clock moment, `YYYY-MM-DDTHH:MM`. */
export type Moment = string;

/** What a person orders in place of the recommendation, for one site on one day. Meals. */
export interface Override {
  readonly quantity: number;
  /** In the person's words; empty when none was given. */
  readonly reason: string;
  /** Who said it; `null` when the program does not know who works with it. */
  readonly by: string | null;
  readonly at: Moment;
  /** What the model recommended when it was said. */
  readonly recommended: number;
}

/** One version of an approved order; the highest is in force, the earlier ones stay readable. Meals. */
export interface OrderVersion {
  /** From 1. */
  readonly version: number;
  readonly quantity: number;
  /** A correction of an order already frozen counts as an override. */
  readonly source: 'recommended' | 'override';
  readonly reason: string;
  readonly by: string | null;
  /** Nobody validated it: its deadline passed. `at` is then the deadline. */
  readonly automatic: boolean;
  readonly at: Moment;
  /** The forecast of that moment: nothing of it moves afterwards. `low`, `median`, `high`: q10, q50, q90. */
  readonly recommended: number;
  readonly mean: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly serviceLevel: number;
  /** Last day whose records that forecast could see. */
  readonly asOf: IsoDate;
  readonly model: ModelName;
  readonly contributions: readonly Contribution[];
}

/** A person noted that a version of an order was sent. Exporting or printing it says nothing of the kind. */
export interface OrderSending {
  readonly version: number;
  /** To whom, in the person's words. */
  readonly recipient: string;
  /** When it was sent. */
  readonly sentAt: Moment;
  /** Who noted it, and when. */
  readonly by: string | null;
  readonly at: Moment;
}

/** Guests counted in the morning: by age class, or `all` those that the order is for together. */
export type HeadCountByClass = Readonly<Partial<Record<AgeClass | 'all', number>>>;

export interface HeadCount {
  readonly counts: HeadCountByClass;
  readonly by: string | null;
  readonly at: Moment;
}

/** All that was decided about one site on one day. */
export interface OrderRecord {
  /** `null`: the site is gone (the import that brought it was undone); what was ordered is not. */
  readonly siteId: number | null;
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly date: IsoDate;
  readonly override: Override | null;
  /** Oldest first; the last is in force. Empty: not approved. */
  readonly versions: readonly OrderVersion[];
  /** What a person noted as sent, by version; of others nobody said that they were. */
  readonly sendings: readonly OrderSending[];
  readonly headCount: HeadCount | null;
  /** How often the day's sheets have changed: by a revision, a head count, or either taken back. */
  readonly sheetRevision: number;
}
