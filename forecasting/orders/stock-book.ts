import type { PackRule } from '../records.ts';
import type { FoodOrder } from './order-food.ts';
import { scopeKey } from './rules-of-dish.ts';

/**
 * What is on hand of each food while the orders of a period are made, day after day: an order uses it up, and what
 * can be kept of its surplus is there for the next one.
 */
export class StockBook {
  readonly #left = new Map<string, number>();

  /** The rule with what is on hand now. */
  onHand(rule: PackRule | null): PackRule | null {
    return rule && { ...rule, stock: this.#stockOf(rule) };
  }

  use(rule: PackRule | null, { packing }: FoodOrder): void {
    if (rule === null || packing === null) return;
    const { fromStock, surplus } = packing;
    const left = this.#stockOf(rule) - fromStock + (rule.keeps ? surplus : 0);
    this.#left.set(scopeKey(rule.scope), left);
  }

  #stockOf(rule: PackRule): number {
    return this.#left.get(scopeKey(rule.scope)) ?? rule.stock;
  }
}
