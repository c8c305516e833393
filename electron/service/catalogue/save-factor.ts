import { listPortionRules } from '../../../db/catalogue/portion-rules.ts';
import type { Portion } from '../../../forecasting/domain/records.ts';
import { defaultPortion } from '../../../forecasting/orders/default-portions.ts';
import { scopeKey } from '../../../forecasting/orders/rules-of-dish.ts';
import type { Input } from '../../api/contract.ts';
import type { FoodScope, SavedCatalogue } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { foodOfScope } from './portion-in-force.ts';
import { saveCatalogue } from './save-catalogue.ts';
import { scopeReader } from './scope-reader.ts';

/** States the purchase factor of a food or dish by its name; its amounts stay those in force. */
export function saveFactor(
  context: Pick<Context, 'db' | 'now'>,
  { name, nature, factor }: Input<'catalogue.factor'>,
): SavedCatalogue {
  const named = scopeReader(context.db)(name, nature);
  if (named === null || (nature === 'food' && named.scope.type !== 'food')) {
    throw new ServiceError('not-found', (t) => t.provision.foodNotFound(name));
  }
  const { scope } = named;
  const portion = servedOf(context, scope);
  if (portion === null) {
    throw new ServiceError('refused', (t) => t.provision.noPortionForFactor(name));
  }
  const rule = { scope, portion: { ...portion, purchaseFactor: factor } };
  const ofDish = scope.type === 'dish' ? { name } : {};
  return saveCatalogue(context, { entries: [{ type: 'portion', rule, ...ofDish }] });
}

/** Its own portion, else that of its food, else the default; `null`: none is known. */
function servedOf({ db }: Pick<Context, 'db'>, scope: FoodScope): Portion | null {
  const rules = new Map(listPortionRules(db).map(({ scope: own, portion }) => [scopeKey(own), portion]));
  const food = foodOfScope(scope);
  const ofFood =
    food === null ? null : (rules.get(scopeKey({ type: 'food', food })) ?? defaultPortion(food).portion);
  return rules.get(scopeKey(scope)) ?? ofFood;
}
