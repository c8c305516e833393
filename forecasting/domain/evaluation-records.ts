import type { IsoDate } from './forecast-records.ts';

/** Meals, and shares of the meals served. */
export interface Measures {
  readonly n: number;
  /** Mean absolute error, meals per site-day. */
  readonly mae: number;
  /** Σ|forecast − served| ÷ Σserved, as a percentage; `over` and `under` are its two halves. */
  readonly wape: number;
  readonly over: number;
  readonly under: number;
  /** Percentage of site-days with fewer meals than served. */
  readonly shortDays: number;
  /** Σ(forecast − served) ÷ Σserved, as a percentage. */
  readonly bias: number;
}

/** Pinball loss of the quantile forecasts, meals per site-day: the lower, the better. */
export interface PinballLoss {
  /** Mean over the probabilities below. */
  readonly mean: number;
  /** The mean as a percentage of the meals served. */
  readonly share: number;
  /** One for each of 0.05, 0.10 … 0.95. */
  readonly quantiles: readonly { readonly probability: number; readonly loss: number }[];
}

/** How often the served count lay in a central interval, in percent. */
export interface IntervalCoverage {
  /** What was promised: 50, 80 or 90. */
  readonly interval: number;
  readonly inside: number;
  readonly below: number;
  readonly above: number;
}

/** What one service level would have wasted and missed. */
export interface TradeOff {
  readonly serviceLevel: number;
  /** Percent of the meals served. */
  readonly over: number;
  readonly under: number;
  readonly shortDays: number;
}

/**
 * The model's order at the level that runs as short as the staff do: one level in (0, 1) for every site-day.
 * `under` is the staff's, to within one step of the level.
 */
export type StaffShortage = TradeOff;

/** Site-days of one group, measured apart. */
export interface GroupMeasures {
  readonly model: Measures;
  /** The model's order at the service level. */
  readonly order: Measures;
  readonly staff: Measures;
  readonly sameWeekday4: Measures;
  readonly meanServed: number;
  readonly coverage80: number;
}

/** Mean meals of a site in the window. */
export type SizeClass = 'under-50' | '50-99' | '100-199' | '200-up';

/** What a school day is; the first that applies counts. */
export type DayKind =
  | 'first-day-back'
  | 'last-day'
  | 'beside-public-holiday'
  | 'july'
  | 'first-weeks'
  /** Children were away on an outing; measured apart from all other days. */
  | 'outing'
  | 'ordinary';

export type ErrorCause =
  /** Five times the forecast or a fifth of it: a digit too many or too few. */
  | 'typing-slip'
  /** A strike is recorded on one of the two days before or after. */
  | 'strike-nearby'
  | 'first-day-back'
  /** The last day before holidays, beside a public holiday, or the last days of the year. */
  | 'holiday-edge'
  /** Most sites erred the same way that day: an unrecorded strike, snow, an event. */
  | 'whole-city'
  /** Fewer than half of the school days just before the origin are recorded. */
  | 'missing-neighbours'
  /** About one class or two fewer than expected, at this site and on this day alone. */
  | 'class-away'
  | 'unknown';

export interface ForecastError {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly actual: number;
  readonly staff: number | null;
  readonly mean: number;
  /** q10 and q90. */
  readonly low: number;
  readonly high: number;
  readonly cause: ErrorCause;
}

/** What a backtest says besides its measures. */
export interface Evaluation {
  /** `null`: no staff figures, or a staff that runs shorter or safer than any level of the model. */
  readonly staffShortage: StaffShortage | null;
  /** Waste against shortage at the service levels 0.50, 0.55 … 0.95. */
  readonly tradeOff: readonly TradeOff[];
  readonly pinball: PinballLoss;
  readonly coverage: readonly IntervalCoverage[];
  /** Histogram of the probability integral transform: ten shares in percent, 10 each when calibrated. */
  readonly pit: readonly number[];
  readonly bySite: readonly (GroupMeasures & { readonly siteId: number })[];
  readonly bySize: readonly (GroupMeasures & { readonly size: SizeClass })[];
  /** `month` is `YYYY-MM`. */
  readonly byMonth: readonly (GroupMeasures & { readonly month: string })[];
  readonly byDayKind: readonly (GroupMeasures & { readonly kind: DayKind })[];
  /** The largest errors in meals, largest first. */
  readonly biggest: readonly ForecastError[];
}

/** The measures of a backtest. */
export interface BacktestMeasures {
  /** Number of origins: each was fitted with the records up to it, and nothing later. */
  readonly origins: number;
  readonly measures: {
    /** Of the mean, which adds up over sites: its `bias` should be near 0. */
    readonly model: Measures;
    /** Of the median, which makes the absolute errors least: its `mae` and `wape` are those to compare. */
    readonly median: Measures;
    /** The model's order at the service level. */
    readonly order: Measures;
    readonly staff: Measures;
    readonly sameWeekday1: Measures;
    readonly sameWeekday4: Measures;
  };
  /** Percentage of served counts within q10–q90. */
  readonly coverage80: number;
  /** Site-days left out of the measures, and why. */
  readonly leftOut: { readonly strike: number; readonly closure: number; readonly noStaff: number };
}
