import { serviceLevelFromCosts } from './service-level.ts';

/** Service levels that may be asked for: below, more days are short than not; above, the past says too little. */
export const lowestServiceLevel = 0.5;
export const highestServiceLevel = 0.95;

/** What one meal too few and one meal too many cost, in the same money. */
export interface CostsPerMeal {
  readonly missing: number;
  readonly wasted: number;
}

/**
 * The service level of two costs, by the newsvendor rule q = Cu ÷ (Cu + Co) (Arrow, Harris and Marschak,
 * "Optimal inventory policy", Econometrica 19, 1951), kept within what may be asked for.
 */
export function boundedServiceLevel({ missing, wasted }: CostsPerMeal): number {
  const level = serviceLevelFromCosts(missing, wasted);
  return Math.min(highestServiceLevel, Math.max(lowestServiceLevel, level));
}
