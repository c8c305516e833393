/**
 * Records of what people decide about the recommendations. Values only.
 */

import type { Contribution, IsoDate, ModelName } from './forecast-records.ts';
import type { AgeClass } from './order-records.ts';

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
