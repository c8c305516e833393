/**
 * Records of one forecast: for when, by which model, and why. Values only.
 */

/** A calendar date written `YYYY-MM-DD`. Never an instant: it has no hour and no time zone. */
export type IsoDate = string;

/**
 * Which model gave the number: the pooled regression, or a rule where it cannot be fitted. `mean-of-4` is made no more;
 * decisions that were kept bear it.
 */
export type ModelName = 'regression' | 'recent-level' | FloorRule | 'usual-day' | 'enrolment';

/** Rules that may carry a number where they were clearly better on its own past. */
export type FloorRule = 'mean-of-4' | 'last-week';

/** Named terms of an explanation; the words for each are the renderer's. */
export type TermName =
  | 'usual'
  | 'weekday'
  | 'trend'
  | 'season'
  | 'holidays'
  | 'public-holiday'
  | 'menu'
  | 'enrolment'
  | 'last-year'
  | 'strike'
  | 'outing'
  | 'other';

export interface Contribution {
  readonly term: TermName;
  /** Meals; the contributions of one cell add up to its mean. */
  readonly meals: number;
}
