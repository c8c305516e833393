import type { FoodScope } from '../../forecasting/domain/records.ts';

/** A scope as two columns. */
export interface ScopeColumns {
  readonly scope_type: FoodScope['type'];
  readonly scope: string;
}

export const scopeColumns = (scope: FoodScope): ScopeColumns =>
  scope.type === 'dish'
    ? { scope_type: 'dish', scope: scope.key }
    : { scope_type: 'food', scope: scope.food };

export const scopeOf = ({ scope_type, scope }: ScopeColumns): FoodScope =>
  scope_type === 'dish' ? { type: 'dish', key: scope } : { type: 'food', food: scope };

/** One text for each scope. */
export const storedScopeKey = ({ scope_type, scope }: ScopeColumns) => `${scope_type} ${scope}`;

/** A rule as it was saved: with a spelling of its dish, and where it is from. */
export interface Stored {
  /** A spelling of the dish; of a food its code. */
  readonly name: string;
  /** It came with a file; otherwise someone typed it in. */
  readonly imported: boolean;
}
