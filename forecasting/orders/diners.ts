import type { Distribution } from '../domain/types.ts';
import { orderQuantity } from './service-level.ts';

/** The same uncertainty about another number: `by` guests more, never under zero. */
function moved(diners: Distribution, by: number): Distribution {
  return by === 0
    ? diners
    : {
        mean: Math.max(0, diners.mean + by),
        quantile: (p) => Math.max(0, diners.quantile(p) + by),
      };
}

/**
 * The guests behind what was decided. Whoever orders 150 where 142 was recommended expects 8 more; what cannot be
 * known stays as uncertain as before, so the range moves along and `decided` is again the order at the level.
 * `decided` of `null`: nothing was decided, the forecast holds.
 */
export function dinersBehind(forecast: Distribution, level: number, decided: number | null): Distribution {
  return decided === null ? forecast : moved(forecast, decided - orderQuantity(forecast, level));
}

/** Those who eat of the dishes: a child with an allergy plan (PAI) brings or gets a meal of its own. */
export function withoutOwnMeals(diners: Distribution, ownMeals: number): Distribution {
  return moved(diners, -ownMeals);
}
