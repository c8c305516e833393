import type { Distribution } from '../domain/types.ts';

/** Keeps a quantile that is a whole number up to rounding of doubles. */
const tolerance = 1e-9;

/**
 * Whole meals to order so that no more are wanted on the share `serviceLevel` of days: the smallest whole k with
 * P(Y ≤ k) ≥ `serviceLevel`. A distribution learned from errors around a number with decimals says F(x); a whole count
 * k stands for what lies within half a meal of it, P(Y ≤ k) = F(k + ½), so that k = ⌈F⁻¹(level) − ½⌉. Of quantiles
 * that are whole numbers, as of draws, it is the quantile itself.
 */
export function orderQuantity(distribution: Distribution, serviceLevel: number): number {
  if (!(serviceLevel > 0 && serviceLevel < 1)) {
    throw new RangeError(`A service level lies between 0 and 1, both excluded: ${serviceLevel}`);
  }
  return Math.max(0, Math.ceil(distribution.quantile(serviceLevel) - 0.5 - tolerance));
}

/** The service level that balances the cost of a missing meal against that of a wasted one. */
export function serviceLevelFromCosts(missing: number, wasted: number): number {
  if (!(missing > 0 && wasted > 0)) throw new RangeError('Both costs must be above 0');
  return missing / (missing + wasted);
}
