import type {
  BacktestMeasures,
  ClosedReason,
  Contribution,
  Course,
  DishFamily,
  Evaluation,
  Flag,
  FloorRule,
  IsoDate,
  LevelChange,
  LibraryRole,
  ModelName,
} from './records.ts';

/** A predictive distribution of a count of meals. */
export interface Distribution {
  /** Expected meals, ≥ 0. */
  readonly mean: number;
  /** Quantile at `p` in (0, 1), in meals, ≥ 0, non-decreasing in `p`. */
  quantile(p: number): number;
}

export interface SiteForecast extends Distribution {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly model: ModelName;
  /** Terms in meals; they add up to `mean` to within rounding of doubles. */
  readonly contributions: readonly Contribution[];
}

export interface Hooks {
  /** Share done, 0 to 1, never decreasing. */
  onProgress?(done: number): void;
  /** Asked often; when it answers true the work stops with a `Cancelled` error. */
  cancelled?(): boolean;
}

/** Thrown by long work when `Hooks.cancelled` answered true. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** Is a site open on a day, as far as could be known at the origin? */
export interface DayStatus {
  /** `null`: the site serves. */
  readonly closed: ClosedReason | null;
  /** Name of the holiday behind it, where there is one. */
  readonly label: string | null;
  /** That it is closed is only a guess, from habit or from earlier years: a person may know better. */
  readonly guessed?: boolean;
  readonly flags: readonly Flag[];
  /** Told for some weeks after the change; absent: the level is the usual one. */
  readonly levelChange?: LevelChange;
  /** Most children who can come by enrolment and recent records; absent where no enrolment is known. */
  readonly children?: number;
}

/** What might be otherwise on a day than the records say. */
export interface AssumedDay {
  /** In place of the strikes on record. */
  readonly strike?: boolean;
  /** Children away, besides the outings on record. */
  readonly absent?: number;
}

/** A model fitted with what was known at the end of its origin day. */
export interface AttendanceModel {
  readonly origin: IsoDate;
  /** What other towns know, where forecasts lean on it; `null`: they rest on own records alone. */
  readonly library: LibraryRole | null;
  status(siteId: number, date: IsoDate): DayStatus;
  /** The forecast for an open site-day after the origin; `null` for a site it does not know. */
  forecast(siteId: number, date: IsoDate, suppose?: AssumedDay): SiteForecast | null;
  /**
   * Correlation of the errors of a site and another on one day after the origin: as past errors show it, else a usual
   * one; a strike has its own.
   */
  correlation(siteId: number, date: IsoDate): number;
  /** The sum over sites of one day; the errors of one day go together across sites. */
  pool(forecasts: readonly SiteForecast[]): Distribution;
}

/** One of the dishes that are offered together on one course. */
export interface OfferedDish {
  /** `Dish.key`. */
  readonly key: string;
  readonly family: DishFamily | null;
  readonly course: Course | null;
}

/** On what a share rests, from the most to the least that is known. */
export type TakeUpBasis = 'dish-at-site' | 'dish' | 'family' | 'course' | 'single-menu';

/** The share of the guests of one site and day who take a dish, 0 to 1. */
export interface TakeUp {
  readonly mean: number;
  /** q10 and q90 of the share. */
  readonly low: number;
  readonly high: number;
  readonly basis: TakeUpBasis;
  /** Days of records behind it. */
  readonly days: number;
  /** The rule that carries the dish at the site, having been clearly better there; absent: none does. */
  readonly rule?: FloorRule;
}

/**
 * Portions of one dish that are asked for. Whole numbers, but for a dish that every guest takes: its quantiles are
 * those of the guests. `mean` is guests × share, so that the means of a choice and of "none" add up to the guests.
 */
export interface DishDemand extends Distribution {
  /**
   * Simulated days with a fixed seed; entry i of every dish and site of one date is the same imagined day, so that
   * sums over dishes or sites are sums of entries.
   */
  readonly draws: Float64Array;
  /** The range of whole portions that holds about 80 % of the days; of small counts q10 to q90 would hold more. */
  readonly low: number;
  readonly high: number;
}

/** Which dish guests take, fitted with what was known at the end of its origin day. */
export interface TakeUpModel {
  readonly origin: IsoDate;
  /**
   * The site counts portions and no guests: how many there were is not known, so `demand` tells each dish from its own
   * counts, whatever number of guests it is given.
   */
  guestsUnknown(siteId: number): boolean;
  /** For the dishes offered together on one course, in their order; their means and the share of "none" add up to 1. */
  shares(siteId: number, date: IsoDate, offered: readonly OfferedDish[]): readonly TakeUp[];
  /**
   * The same in portions, for a number of guests that is itself uncertain (`null`: not known, of a site whose dishes are
   * told from their own counts); `correlation` is that of the attendance
   * errors of two sites on one day (absent: 0.3). What one site gets depends on no other, so calls may come in any
   * order; sums over dishes or sites are made by `poolDemand` (take-up/demand.ts).
   */
  demand(
    siteId: number,
    date: IsoDate,
    offered: readonly OfferedDish[],
    diners: Distribution | null,
    correlation?: number,
  ): readonly DishDemand[];
}

export interface BacktestRequest {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Days between the last record seen and the day served, ≥ 0. */
  readonly lead: number;
  readonly serviceLevel: number;
  /**
   * The last day whose records each site's order rule allows for a day, instead of the lead; `null`: no rule,
   * the lead counts.
   */
  readonly originOf?: (siteId: number, date: IsoDate) => IsoDate | null;
}

/** One site-day of a backtest. */
export interface BacktestLine {
  readonly siteId: number;
  readonly date: IsoDate;
  readonly actual: number;
  readonly staff: number | null;
  readonly sameWeekday1: number | null;
  readonly sameWeekday4: number | null;
  readonly mean: number;
  readonly q10: number;
  readonly q50: number;
  readonly q80: number;
  readonly q90: number;
  /** At the probabilities of `evaluation/quantile-grid.ts`. */
  readonly quantiles: Float64Array;
  readonly order: number;
  readonly origin: IsoDate;
}

export interface BacktestResult extends Evaluation, BacktestMeasures {
  readonly lines: readonly BacktestLine[];
}
