import type { FoodScope } from '../../forecasting/records.ts';
import { fold } from '../fold.ts';

/** What a name in a file stands for. */
export interface NamedScope {
  readonly scope: FoodScope;
  /** A food, or a dish that a menu has had. */
  readonly known: boolean;
}

/** The caller knows the foods and how dishes are told apart. */
export type ScopeOf = (name: string) => NamedScope | null;

/** Without a caller that knows better every name is a dish of its own. */
export const everyNameIsADish: ScopeOf = (name) => {
  const key = fold(name).toLowerCase();
  return key === '' ? null : { scope: { type: 'dish', key }, known: true };
};
