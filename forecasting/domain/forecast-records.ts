/**
 * Records of one forecast: for when, by which model, and why. Values only.
 */

/** A calendar date written `YYYY-MM-DD`. Never an instant: it has no hour and no time zone. */
export type IsoDate = string;

/**
 * Which model gave the number: the pooled regression, or a rule where it cannot be fitted. `mean-of-4` is made no more;
 * decisions that were kept bear it.
 */
export type ModelName = 'regression' | 'recent-level' | 'mean-of-4' | 'last-week' | 'usual-day' | 'enrolment';

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
