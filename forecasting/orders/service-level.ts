import type { Distribution } from '../types.ts';

/** Keeps a quantile that is a whole number up to rounding of doubles. */
const tolerance = 1e-9;

/**
 * Whole meals to order so that the share `serviceLevel` of days is not short.
 * Quantiles are learned from errors of whole counts against forecasts with decimals: that many meals or
 * fewer are served on the share `serviceLevel` of days. A count at or under the quantile is one at or under
 * the whole number below it, so that number keeps the promise, and rounding up would order more than asked.
 */
export function orderQuantity(distribution: Distribution, serviceLevel: number): number {
  if (!(serviceLevel > 0 && serviceLevel < 1)) {
    throw new RangeError(`A service level lies between 0 and 1, both excluded: ${serviceLevel}`);
  }
  return Math.max(0, Math.floor(distribution.quantile(serviceLevel) + tolerance));
}

/** The service level that balances the cost of a missing meal against that of a wasted one. */
export function serviceLevelFromCosts(missing: number, wasted: number): number {
  if (!(missing > 0 && wasted > 0)) throw new RangeError('Both costs must be above 0');
  return missing / (missing + wasted);
}
