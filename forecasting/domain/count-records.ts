/** Records of counts that can hardly be. Values only. */
/** Meals counted at one site on one day. */
export interface DayCount {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly count: number;
}

/** What is known of the most that can eat at a site; `null`: not known. */
export interface CountLimits {
  readonly seats: number | null;
  readonly enrolled: number | null;
}

/** A count that can hardly be, and what was usual around that day: nine days in ten lie in `low`–`high`. */
export interface CountSlip extends DayCount {
  readonly low: number;
  readonly usual: number;
  readonly high: number;
}

/** Finds the counts of a site that can hardly be (`forecasting/frame/count-slips.ts`). */
export type JudgeCounts = (
  counts: readonly DayCount[],
  limits: CountLimits,
  asked?: ReadonlySet<number>,
) => readonly CountSlip[];
