import type { Distribution } from '../types.ts';

/**
 * Whole meals to order so that the share `serviceLevel` of days is not short.
 * Quantiles are those of a continuous count, so the nearest whole number is the order that is short on
 * `1 - serviceLevel` of days; always rounding up would be short less often than was asked for.
 */
export function orderQuantity(distribution: Distribution, serviceLevel: number): number {
  if (!(serviceLevel > 0 && serviceLevel < 1)) {
    throw new RangeError(`A service level lies between 0 and 1, both excluded: ${serviceLevel}`);
  }
  return Math.max(0, Math.round(distribution.quantile(serviceLevel)));
}

/** The service level that balances the cost of a missing meal against that of a wasted one. */
export function serviceLevelFromCosts(missing: number, wasted: number): number {
  if (!(missing > 0 && wasted > 0)) throw new RangeError('Both costs must be above 0');
  return missing / (missing + wasted);
}
