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
}
