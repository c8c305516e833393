import type { KitchenKey, PackRule } from '../domain/records.ts';
import type { FoodOrder } from './order-food.ts';
import type { StockedRule } from './packs.ts';
import { scopeKey } from './rules-of-dish.ts';

/**
 * What one place has on hand of each food while its orders of a period are made, day after day: an order uses it up,
 * and what can be kept of its surplus is there for the next one.
 */
export class StockBook {
  readonly #place: KitchenKey;
  readonly #left = new Map<string, number>();

  constructor(place: KitchenKey) {
    this.#place = place;
  }

  /** The rule with what is on hand now. */
  onHand(rule: PackRule | null): StockedRule | null {
    return rule && { ...rule, stock: this.#stockOf(rule) };
  }

  use(rule: PackRule | null, { packing }: FoodOrder): void {
    if (rule === null || packing === null) return;
    const { fromStock, surplus } = packing;
    const left = this.#stockOf(rule) - fromStock + (rule.keeps ? surplus : 0);
    this.#left.set(scopeKey(rule.scope), left);
  }

  #stockOf({ scope, stocks }: PackRule): number {
    const counted = () => stocks.find(({ place }) => place === this.#place)?.amount ?? 0;
    return this.#left.get(scopeKey(scope)) ?? counted();
  }
}
