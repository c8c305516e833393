import type { KitchenDish } from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';
import { dishPlace, writtenQuantity } from './order-cells.ts';
import type { PurchaseOrderHistory } from './sent-orders.ts';
import type { PlannedLine } from './supplier-lines.ts';

/** As `dishes`, with a word at those of which a supplier says that it delivers less than is needed. */
export function withShortages(
  dishes: readonly KitchenDish[],
  needed: readonly PlannedLine[],
  kept: PurchaseOrderHistory,
  { dishPlan }: Messages,
): readonly KitchenDish[] {
  const short = needed.flatMap((line) => {
    const confirmed = kept.confirmed(line.ref);
    return confirmed === null || confirmed >= line.quantity ? [] : [{ line, confirmed }];
  });
  const byDish = Map.groupBy(short, ({ line }) => dishPlace(line));
  return dishes.map((dish) => {
    const own = byDish.get(dishPlace(dish)) ?? [];
    const problems = own.map(({ line, confirmed }) => ({
      code: 'short-delivery' as const,
      ...dishPlan.problems['short-delivery']({
        dish: dish.dish,
        supplier: line.supplier,
        unit: line.size ?? dishPlan.units[line.unit],
        needed: writtenQuantity(line, line.quantity),
        confirmed: writtenQuantity(line, confirmed),
      }),
    }));
    return own.length === 0 ? dish : { ...dish, problems: [...dish.problems, ...problems] };
  });
}
