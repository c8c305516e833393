import type { FoodScope, PackRule, Portion, PortionRule } from '../domain/records.ts';
import { defaultPortion, defaultPortionOf } from './default-portions.ts';
import { type Food, isFood } from './foods.ts';
import { type Yield, yieldOf } from './yields.ts';

/** A dish as rules see it: its key, and the food it is (`foodOf`). */
export interface RuledDish {
  readonly key: string;
  readonly food: Food | null;
}

/** Finds what was said about a dish. */
export interface DishRules {
  /**
   * The dish's own rule, else its food's, else the default of the food; `null`: none is known. Its purchase factor is
   * the one in force (`yieldOf`).
   */
  portionOf(dish: RuledDish): Portion | null;
  /** How what is served of it becomes what is bought. */
  yieldOf(dish: RuledDish): Yield;
  /** The dish's own packs, else its food's; `null`: it is bought by weight or piece. */
  packsOf(dish: RuledDish): PackRule | null;
}

/** One text for each scope. */
export const scopeKey = (scope: FoodScope): string =>
  scope.type === 'dish' ? `dish ${scope.key}` : `food ${scope.food}`;

/**
 * What was saved about portions and packs, ready to be looked up. `usualFactors`: where nobody stated a purchase
 * factor, the default counts, and the finer default portions do; rules that were kept before there were any know none.
 */
export function dishRules(
  portions: readonly PortionRule[],
  packs: readonly PackRule[],
  usualFactors = true,
): DishRules {
  const portionBy = new Map(portions.map(({ scope, portion }) => [scopeKey(scope), portion]));
  const packBy = new Map(packs.map((rule) => [scopeKey(rule.scope), rule]));
  const defaultOf = usualFactors ? defaultPortionOf : (food: Food) => defaultPortion(food).portion;
  const saidOf = ({ key, food }: RuledDish) =>
    [portionBy.get(`dish ${key}`), food === null ? undefined : portionBy.get(`food ${food}`)].flatMap(
      (portion) => portion ?? [],
    );
  const servedOf = (dish: RuledDish) =>
    saidOf(dish)[0] ?? (dish.food === null ? null : defaultOf(dish.food, dish.key));
  const yieldIn = (dish: RuledDish): Yield => {
    const portion = servedOf(dish);
    if (portion === null) return { type: 'as-served' };
    const factors = saidOf(dish).map(({ purchaseFactor }) => purchaseFactor);
    const found = yieldOf(dish, portion, factors);
    return !usualFactors && found.type === 'factor' && found.source === 'usual' ? { type: 'unknown' } : found;
  };
  return {
    portionOf(dish) {
      const portion = servedOf(dish);
      const found = yieldIn(dish);
      return portion && { ...portion, purchaseFactor: found.type === 'factor' ? found.factor : null };
    },
    yieldOf: yieldIn,
    packsOf({ key, food }) {
      return packBy.get(`dish ${key}`) ?? (food === null ? null : (packBy.get(`food ${food}`) ?? null));
    },
  };
}

/** Rules about a food that this version does not know say nothing to it. */
export const isKnownScope = (scope: FoodScope): boolean => scope.type === 'dish' || isFood(scope.food);
