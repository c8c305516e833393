import type { FoodScope, PackRule, Portion, PortionRule } from '../domain/records.ts';
import { defaultPortion } from './default-portions.ts';
import { type Food, isFood } from './foods.ts';

/** A dish as rules see it: its key, and the food it is (`foodOf`). */
export interface RuledDish {
  readonly key: string;
  readonly food: Food | null;
}

/** Finds what was said about a dish. */
export interface DishRules {
  /** The dish's own rule, else its food's, else the default of the food; `null`: none is known. */
  portionOf(dish: RuledDish): Portion | null;
  /** The dish's own packs, else its food's; `null`: it is bought by weight or piece. */
  packsOf(dish: RuledDish): PackRule | null;
}

/** One text for each scope. */
export const scopeKey = (scope: FoodScope): string =>
  scope.type === 'dish' ? `dish ${scope.key}` : `food ${scope.food}`;

/** What was saved about portions and packs, ready to be looked up. */
export function dishRules(portions: readonly PortionRule[], packs: readonly PackRule[]): DishRules {
  const portionBy = new Map(portions.map(({ scope, portion }) => [scopeKey(scope), portion]));
  const packBy = new Map(packs.map((rule) => [scopeKey(rule.scope), rule]));
  return {
    portionOf({ key, food }) {
      const said =
        portionBy.get(`dish ${key}`) ?? (food === null ? undefined : portionBy.get(`food ${food}`));
      return said ?? (food === null ? null : defaultPortion(food).portion);
    },
    packsOf({ key, food }) {
      return packBy.get(`dish ${key}`) ?? (food === null ? null : (packBy.get(`food ${food}`) ?? null));
    },
  };
}

/** Rules about a food that this version does not know say nothing to it. */
export const isKnownScope = (scope: FoodScope): boolean => scope.type === 'dish' || isFood(scope.food);
