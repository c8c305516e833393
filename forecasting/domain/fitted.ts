import type { TermName } from './forecast-records.ts';

/** How wide the errors of a regression are, as plain numbers; see `errorModel`. */
export interface FittedErrors {
  /** Coefficients of the log scale over the conditions of a day. */
  readonly scale: readonly number[];
  /** The same of the edges of a school year, see `yearEdge`; absent: they are as wide as other days of their kind. */
  readonly edges?: readonly number[];
  /** Quantiles of the standardised error at either end of a school year, per size class; absent: as on other days. */
  readonly edgeShapes?: readonly (readonly (readonly number[])[])[];
  /** Quantiles of the standardised error per size class, and of summed errors per size of group. */
  readonly shapes: readonly (readonly number[])[];
  readonly pooled: readonly (readonly number[])[];
  readonly correlation: number;
}

/** How restless a site is at present, see `models/unrest.ts`. */
export interface SiteUnrest {
  /** The chance of each state. */
  readonly belief: readonly number[];
  /** The last error on each weekday (1 to 7), in standard deviations; `null`: none. */
  readonly onWeekday: readonly (number | null)[];
}

/** The same of all sites, by their place among the sites. */
export interface FittedUnrest {
  /** The last day whose errors it rests on. */
  readonly until: number;
  readonly sites: readonly (readonly [site: number, unrest: SiteUnrest])[];
}

/** How rules do against the regression at a site, in exponentially weighted sums; see `models/naive-floor.ts`. */
export interface SiteFloor {
  readonly weight: number;
  /** Of the squares of the weights. */
  readonly squares: number;
  /** Errors of the regression, in meals. */
  readonly regression: number;
  /** By rule: its errors, what it erred less than the regression, and the squares of that. */
  readonly rules: readonly (readonly [error: number, gain: number, squares: number])[];
  /** The rule that carries the number, as its place in `floorRules`; −1: none. */
  readonly carried: number;
}

/** What a strike does, as plain numbers; see `strikeEffect`. */
export interface FittedStrike {
  readonly town: number;
  readonly sites: readonly (readonly [site: number, ratio: number])[];
  readonly mixture: { readonly shares: readonly number[] };
  readonly spread: number;
  readonly shape: readonly number[];
}

/**
 * One fitted regression as plain numbers: a few hundred of them, which JSON keeps to the bit. Together with the
 * history that it was fitted to (from which the levels, the calendar and the menu are read again) it is the model.
 */
export interface FittedLead {
  /** One per column of the schema. */
  readonly coefficients: readonly number[];
  /** Means of the terms over the training rows, in the order in which they are summed. */
  readonly means: readonly (readonly [term: TermName, mean: number])[];
  /** Log ratio of each site's own first day of a school year to what else is expected, see `models/first-day.ts`. */
  readonly firstDays?: readonly (readonly [site: number, ratio: number])[];
  readonly errors: FittedErrors;
  readonly unrest: FittedUnrest;
  /** Up to the same day, by the sites' places; absent: nothing was compared. */
  readonly floor?: readonly (readonly [site: number, floor: SiteFloor])[];
  readonly strike: FittedStrike;
  /** How many times as large as the library expects the errors are; absent: it fits, or there is none. */
  readonly misfit?: number;
}

/** Regressions fitted earlier, with the same code, to the past of one origin. */
export interface FittedStore {
  /** The regression for a lead; `null` where it must be fitted. */
  find(lead: number): FittedLead | null;
  keep(lead: number, fitted: FittedLead): void;
}
