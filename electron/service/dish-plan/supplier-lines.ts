import { createHash } from 'node:crypto';
import type { DishOrder } from '../../../forecasting/orders/dish-order.ts';
import { deadlineFor } from '../../../forecasting/orders/order-rule.ts';
import type { Supplier } from '../../../forecasting/records.ts';
import type { Deadline, KitchenDish, SupplierLine } from '../../api/records.ts';

type Ordered = Pick<SupplierLine, 'size' | 'quantity' | 'unit' | 'amount' | 'amountUnit' | 'price' | 'euros'>;

/**
 * The lines that order one dish of one kitchen: one for each size of pack; by weight, piece or portion where no pack
 * is set, or where containers only carry what is bought otherwise. None for what is on hand.
 */
export function supplierLines(
  dish: KitchenDish,
  { rule, order, room }: DishOrder,
  placeName: string,
  deadlines: readonly (Deadline | null)[],
  suppliers: readonly Supplier[],
): readonly SupplierLine[] {
  const supplier = suppliers.find(({ id }) => id === rule?.supplierId) ?? null;
  const bought = order.packing !== null && !(room && supplier === null);
  const ordered = bought ? packLines(dish, rule?.sizes ?? []) : [loose(dish)];
  return ordered
    .filter(({ quantity }) => quantity > 0)
    .map((line) => ({
      ref: refOf([supplier?.id ?? 0, dish.place, dish.date, dish.course, dish.key, line.size]),
      supplierId: supplier?.id ?? null,
      supplier: supplier?.name ?? null,
      place: dish.place,
      placeName,
      date: dish.date,
      dish: dish.dish,
      key: dish.key,
      ...line,
      deadline: deadlineOf(supplier, dish, deadlines),
    }));
}

type Sizes = NonNullable<DishOrder['rule']>['sizes'];

function packLines(dish: KitchenDish, sizes: Sizes): readonly Ordered[] {
  return dish.packs.map(({ size, count }) => {
    const said = sizes.find(({ name }) => name === size);
    const price = said?.price ?? null;
    const holds = said?.content.type === 'amount' ? said.content : null;
    return {
      size,
      quantity: count,
      unit: 'pack',
      amount: holds && holds.amount * count,
      amountUnit: holds?.unit ?? null,
      price,
      euros: price === null ? null : price * count,
    };
  });
}

function loose({ bought, unit, portions }: KitchenDish): Ordered {
  const nothing = { size: null, price: null, euros: null };
  return bought === null || unit === null
    ? { ...nothing, quantity: portions, unit: 'portion', amount: null, amountUnit: null }
    : { ...nothing, quantity: bought, unit, amount: bought, amountUnit: unit };
}

/** The supplier's own rule, else the first deadline of the sites that eat of it. */
function deadlineOf(
  supplier: Supplier | null,
  { date }: KitchenDish,
  deadlines: readonly (Deadline | null)[],
): Deadline | null {
  if (supplier?.rule) return deadlineFor(supplier.rule, date);
  const moment = ({ date: day, time }: Deadline) => `${day} ${time}`;
  return deadlines.reduce(
    (first, next) => (next !== null && (first === null || moment(next) < moment(first)) ? next : first),
    null,
  );
}

/** Short enough to be copied by hand: the day, then what the line is about. */
function refOf(parts: readonly (string | number | null)[]): string {
  const date = String(parts[2]).replaceAll('-', '');
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${date}-${hash.slice(0, 10).toUpperCase()}`;
}
