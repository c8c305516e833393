import type { IsoDate } from './forecast-records.ts';

/** With what orders are compared; see `forecasting/impact`. */
export type Counterfactual =
  /** The staff's own figure, written before ours was seen. */
  | 'measured'
  /** The staff's margin over the mean of four, as it was before. */
  | 'estimated'
  /** The mean of four with the margin that makes it as short as the orders. */
  | 'equal-shortage';

/** A figure and the range that it has in eight of ten samples of weeks. */
export interface ImpactFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One site on one day whose demand is known: nothing ran out. Meals. */
export interface ImpactDay {
  readonly siteId: number;
  readonly date: IsoDate;
  /** What was wanted. */
  readonly served: number;
  readonly order: number;
  /** What would have been ordered: one number, or several that were as likely. */
  readonly other: readonly number[];
  /** `other` is the staff's own figure, written before ours was seen. */
  readonly measured?: boolean;
}

/** One site on one day with an order, and a count of meals served on which nothing ran out. Meals. */
export type OrderedDay = Omit<ImpactDay, 'other' | 'measured'>;

/** What happened on one day, all its sites together. Meals. */
export interface DayFacts {
  readonly date: IsoDate;
  readonly served: number;
  readonly surplus: number;
  readonly missing: number;
}

/** What happened: orders against meals served, without anything that they are compared with. */
export interface OrderFacts {
  readonly siteDays: number;
  readonly served: number;
  readonly surplus: number;
  readonly missing: number;
  /** Days on which some site was short. */
  readonly shortDays: number;
  /** In order. */
  readonly dates: readonly DayFacts[];
}
