/** Euros for one meal too many and for one too few. */
export interface Costs {
  readonly wasted: number;
  readonly missing: number;
}

export const LOWEST_LEVEL = 0.5;
export const HIGHEST_LEVEL = 0.95;

/** Food of one wasted meal in a French school (ADEME). */
export const USUAL_WASTED = 1.45;

/** The service level that balances two costs (newsvendor rule), in whole percent and within what may be asked for. */
export function levelFromCosts({ wasted, missing }: Costs): number {
  const level = Math.round((100 * missing) / (missing + wasted)) / 100;
  return Math.min(HIGHEST_LEVEL, Math.max(LOWEST_LEVEL, level));
}

/** What a missing meal must cost for a service level to be the right one. */
export function missingAt(level: number, wasted: number): number {
  return (wasted * level) / (1 - level);
}
