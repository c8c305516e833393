import { listPortionRules } from '../../../db/catalogue/portion-rules.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { FoodScope, Portion } from '../../../forecasting/domain/records.ts';
import { defaultPortion } from '../../../forecasting/orders/default-portions.ts';
import { type Food, foodOf, isFood } from '../../../forecasting/orders/foods.ts';
import { dishRules } from '../../../forecasting/orders/rules-of-dish.ts';
import { ServiceError } from '../context/errors.ts';

/** The food of a scope; `null`: a dish that no rule knows. */
export function foodOfScope(scope: FoodScope): Food | null {
  if (scope.type === 'dish') return foodOf({ key: scope.key, family: familyOf(scope.key), course: null });
  if (isFood(scope.food)) return scope.food;
  throw new ServiceError('not-found', (t) => t.provision.foodNotFound(scope.food));
}

/** The portion in force of a dish or food; `null`: none is known. */
export function portionInForce(db: ReadonlyDatabase, scope: FoodScope): Portion | null {
  const food = foodOfScope(scope);
  const key = scope.type === 'dish' ? scope.key : '';
  return dishRules(listPortionRules(db), []).portionOf({ key, food });
}

/** The portion of a food as long as nobody says another; `null`: of a dish. */
export const defaultOf = (scope: FoodScope): Portion | null =>
  scope.type === 'food' && isFood(scope.food) ? defaultPortion(scope.food).portion : null;
