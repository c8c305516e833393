import { createHash } from 'node:crypto';
import type { RefNames } from '../../../db/catalogue/ref-names.ts';
import { fold } from '../../../db/fold.ts';
import type { IsoDate, LinePacking, Moment, Supplier } from '../../../forecasting/domain/records.ts';
import type { DishOrder } from '../../../forecasting/orders/dish-order.ts';
import { deadlineFor } from '../../../forecasting/orders/order-rule.ts';
import type { Deadline, KitchenDish, PurchaseOrderLine } from '../../api/records.ts';
import { momentOf } from '../orders/deadlines.ts';
import type { DayTable } from './day-table.ts';

/** A supplier, and when its rule was saved (absent: long ago). */
export type PlannedSupplier = Supplier & { readonly ruleSavedAt?: Moment | null };

/** A line of what the plan asks for, whatever was sent. */
export type PlannedLine = Omit<PurchaseOrderLine, 'sent' | 'before' | 'correction' | 'confirmed'> & {
  /** The order is closed at its deadline. */
  readonly binds: boolean;
};

type Ordered = Pick<
  PurchaseOrderLine,
  'size' | 'quantity' | 'unit' | 'amount' | 'amountUnit' | 'price' | 'euros'
>;
export type OrderedDish = Pick<
  KitchenDish,
  | 'date'
  | 'dish'
  | 'key'
  | 'course'
  | 'place'
  | 'portions'
  | 'samples'
  | 'bought'
  | 'yield'
  | 'unit'
  | 'packs'
  | 'surplus'
>;

/**
 * The lines that order one dish of one kitchen: one for each size of pack; by weight, piece or portion where no pack
 * is set, or where containers only carry what is bought otherwise. None for what is on hand.
 */
export function purchaseOrderLines(
  dish: OrderedDish,
  { rule, order, room, sites }: DishOrder,
  supplier: PlannedSupplier | null,
  tables: readonly DayTable[],
  names: RefNames,
): readonly PlannedLine[] {
  const [first] = tables as [DayTable];
  const bought = order.packing !== null && !(room && supplier === null);
  const ordered = bought ? packLines(dish, rule?.sizes ?? []) : [loose(dish)];
  const { date, dish: name, key, course, place } = dish;
  const deadline = deadlineOf(supplier, date, tables);
  return ordered
    .filter(({ quantity }) => quantity > 0)
    .map((line, i) => ({
      ref: refOf(date, [supplierName(supplier, names), placeName(first, names), course, key, line.size]),
      supplierId: supplier?.id ?? null,
      supplier: supplier?.name ?? null,
      place,
      placeName: first.place.name,
      date,
      dish: name,
      key,
      ...line,
      yield: i === 0 ? dish.yield : null,
      packing: bought && i === 0 ? packingOf(dish, sites) : null,
      deadline,
      binds: deadline !== null && isBinding(supplier, deadline),
      asOf: tables.reduce((last, { asOf }) => (asOf > last ? asOf : last), first.asOf),
    }));
}

/** What cannot be kept is what packs add for nothing; of containers it is room, not food. */
function packingOf(
  { portions, samples, surplus }: OrderedDish,
  sites: DishOrder['sites'],
): LinePacking | null {
  const served = sites.filter((site) => site.portions.total > 0).length;
  if (surplus === null || served === 0) return null;
  const rounding = surplus.keeps || surplus.room ? 0 : surplus.portions;
  return { portions: portions - samples + rounding, rounding, sites: served };
}

const supplierName = (supplier: PlannedSupplier | null, { suppliers }: RefNames) =>
  supplier === null ? '' : (suppliers.get(supplier.id) ?? fold(supplier.name));

/** A kitchen or a site by its name, which outlives its number. */
const placeName = ({ place: { kitchenId, name }, site }: DayTable, { kitchens }: RefNames) =>
  kitchenId === null ? `${fold(name)} (${site.kind})` : (kitchens.get(kitchenId) ?? fold(name));

type Sizes = NonNullable<DishOrder['rule']>['sizes'];

function packLines(dish: OrderedDish, sizes: Sizes): readonly Ordered[] {
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

function loose({ bought, unit, portions }: OrderedDish): Ordered {
  const nothing = { size: null, price: null, euros: null };
  return bought === null || unit === null
    ? { ...nothing, quantity: portions, unit: 'portion', amount: null, amountUnit: null }
    : { ...nothing, quantity: bought, unit, amount: bought, amountUnit: unit };
}

/** When an order must be in: by the supplier's own rule, else by the first deadline of the sites that eat of it. */
export function deadlineOf(
  supplier: PlannedSupplier | null,
  date: IsoDate,
  tables: readonly Pick<DayTable, 'deadline'>[],
): Deadline | null {
  if (supplier?.rule) return deadlineFor(supplier.rule, date);
  const moment = ({ date: day, time }: Deadline) => `${day} ${time}`;
  return tables.reduce<Deadline | null>(
    (first, { deadline }) =>
      deadline !== null && (first === null || moment(deadline) < moment(first)) ? deadline : first,
    null,
  );
}

/** A rule counts from when it was saved: a deadline that was past by then closed nothing. */
export function isBinding(supplier: PlannedSupplier | null, deadline: Deadline): boolean {
  const savedAt = supplier?.rule ? (supplier.ruleSavedAt ?? null) : null;
  return savedAt === null || momentOf(deadline) > savedAt;
}

/** Short enough to be copied by hand: the day, then what the line is about. */
function refOf(date: IsoDate, parts: readonly (string | null)[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([date, ...parts]))
    .digest('hex');
  return `${date.replaceAll('-', '')}-${hash.slice(0, 10).toUpperCase()}`;
}
