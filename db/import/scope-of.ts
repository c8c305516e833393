import type { FoodScope, Portion, PortionUnit } from '../../forecasting/domain/records.ts';
import { fold } from '../fold.ts';

/** What a name in a file stands for. */
export interface NamedScope {
  readonly scope: FoodScope;
  /** A food, or a dish that a menu has had. */
  readonly known: boolean;
}

/** The caller knows the foods and how dishes are told apart; `nature`: what the file says that the name is. */
export type ScopeOf = (name: string, nature?: FoodScope['type'] | null) => NamedScope | null;

/** What the portion of a dish or food is counted in; `null`: nobody said. */
export type PortionUnitOf = (scope: FoodScope) => PortionUnit | null;

/** The portion of a food as long as nobody says another; `null`: a dish, or a food that has none. */
export type DefaultPortionOf = (scope: FoodScope) => Portion | null;

/** Without a caller that knows better every name is a dish of its own. */
export const everyNameIsADish: ScopeOf = (name) => {
  const key = fold(name).toLowerCase();
  return key === '' ? null : { scope: { type: 'dish', key }, known: true };
};
