import type { AgeClass, PackRule, Portion } from '../domain/records.ts';
import { ageClasses } from './default-portions.ts';
import { cookedByClass, type DishPortions } from './dish-portions.ts';
import { foodOf } from './foods.ts';
import { type FoodOrder, orderFood, type Surplus } from './order-food.ts';
import { type Packing, pack, type StockedRule, unitOf } from './packs.ts';
import { addDiners, type Diners, noDiners } from './portions.ts';
import type { DishRules } from './rules-of-dish.ts';
import type { StockBook } from './stock-book.ts';
import type { Yield } from './yields.ts';

/** Containers of one class, as they are filled. */
export interface ClassPacking {
  readonly age: AgeClass;
  readonly packs: Packing['packs'];
}

/** One dish at one site. */
export interface SiteDishOrder {
  readonly portions: DishPortions;
  readonly order: FoodOrder;
  readonly containers: readonly ClassPacking[];
}

/** One dish of one kitchen on one day. */
export interface DishOrder {
  /** As asked for, in the order of the sites. */
  readonly sites: readonly SiteDishOrder[];
  /** All sites together. */
  readonly order: FoodOrder;
  readonly containers: readonly ClassPacking[];
  /** With the purchase factor in force. */
  readonly portion: Portion | null;
  readonly dishYield: Yield;
  readonly rule: PackRule | null;
  /** A packet is bought for the whole kitchen; a container is filled for one site. */
  readonly room: boolean;
}

/**
 * From the portions of a kitchen's sites to weight and packs. Food that is bought by the pack is bought once for all
 * sites, after what is on hand; containers travel, so each site has its own.
 */
export function orderDish(portions: readonly DishPortions[], rules: DishRules, stock: StockBook): DishOrder {
  const [first] = portions;
  if (first === undefined) throw new RangeError('A dish is ordered for one site at least');
  const { key, family, course } = first.need.dish;
  const dish = { key, food: foodOf({ key, family, course }) };
  const [portion, rule] = [rules.portionOf(dish), rules.packsOf(dish)];
  const room = rule !== null && unitOf(rule) === 'portion';
  const diners = portions.map(cookedByClass);
  const all = diners.reduce(addDiners, noDiners);
  const onHand = stock.onHand(rule);
  const whole = orderFood(all, portion, onHand);
  const spread = diners.length > 1;
  const filled = spread && room && onHand !== null ? fillBySite(diners, portion, onHand) : null;
  const order = filled === null ? whole : { ...whole, ...together(filled, whole) };
  stock.use(rule, order);
  const sites = portions.map((own, i) => {
    const ofSite = filled?.[i] ?? (spread ? orderFood(diners[i], portion, null) : whole);
    return { portions: own, order: ofSite, containers: containersOf(ofSite, rule) };
  });
  return {
    sites,
    order,
    containers: mergedContainers(sites),
    portion,
    dishYield: rules.yieldOf(dish),
    rule,
    room,
  };
}

/**
 * The containers of each site. What is on hand goes to the first sites; a minimum is reached by all together, and what
 * lacks for it is filled for the site that has most.
 */
function fillBySite(
  diners: readonly Diners[],
  portion: Portion | null,
  rule: StockedRule,
): readonly FoodOrder[] {
  let { stock } = rule;
  const orders = diners.map((own) => {
    const order = orderFood(own, portion, { ...rule, minimum: 0, stock });
    stock -= order.packing?.fromStock ?? 0;
    return order;
  });
  const pieces = orders.map(({ packing }) => packing?.packs.reduce((sum, { count }) => sum + count, 0) ?? 0);
  const lacking = rule.minimum - pieces.reduce((sum, count) => sum + count, 0);
  const most = pieces.indexOf(Math.max(...pieces));
  const own = pieces[most];
  if (own === 0 || lacking <= 0) return orders;
  const fromStock = orders[most]?.packing?.fromStock ?? 0;
  const more = { ...rule, minimum: own + lacking, stock: fromStock };
  return orders.with(most, orderFood(diners[most], portion, more));
}

/** The containers of all sites, one after the other, are what the kitchen takes out. */
function together(orders: readonly FoodOrder[], whole: FoodOrder): Pick<FoodOrder, 'packing' | 'surplus'> {
  const packings = orders.flatMap(({ packing }) => packing ?? []);
  const [some] = packings;
  if (some === undefined || whole.packing === null) return whole;
  const sum = (pick: (packing: Packing) => number) => packings.reduce((all, one) => all + pick(one), 0);
  const prices = packings.map(({ price }) => price);
  const packing: Packing = {
    ...whole.packing,
    packs: mergedPacks(packings.map(({ packs }) => packs)),
    surplus: sum(({ surplus }) => surplus),
    surplusByClass: packings.reduce(
      (all, { surplusByClass }) => addDiners(all, surplusByClass ?? noDiners),
      noDiners,
    ),
    price: prices.includes(null) ? null : sum(({ price }) => price ?? 0),
  };
  return { packing, surplus: addedSurplus(orders, whole.surplus) };
}

function addedSurplus(orders: readonly FoodOrder[], whole: Surplus | null): Surplus | null {
  const each = orders.flatMap(({ surplus }) => surplus ?? []);
  if (whole === null || each.length === 0) return whole;
  const known = (values: readonly (number | null)[]) =>
    values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return {
    ...whole,
    portions: each.reduce((sum, { portions }) => sum + portions, 0),
    amount: known(each.map(({ amount }) => amount)),
    euros: known(each.map(({ euros }) => euros)),
  };
}

/** Which containers hold which class; nothing where a minimum or stock makes it a matter of the whole. */
function containersOf({ diners, packing }: FoodOrder, rule: PackRule | null): readonly ClassPacking[] {
  if (rule === null || packing === null || packing.surplusByClass === null) return [];
  const free = { ...rule, minimum: 0, stock: 0 };
  const classes = ageClasses
    .filter((age) => diners[age] > 0)
    .map((age) => ({ age, packs: pack(free, 0, { ...noDiners, [age]: diners[age] }).packs }));
  const sum = mergedPacks(classes.map(({ packs }) => packs));
  const same =
    sum.length === packing.packs.length &&
    sum.every(({ size, count }) =>
      packing.packs.some((other) => other.size === size && other.count === count),
    );
  return same ? classes.filter(({ packs }) => packs.length > 0) : [];
}

function mergedContainers(sites: readonly SiteDishOrder[]): readonly ClassPacking[] {
  const all = sites.flatMap(({ containers }) => containers);
  return ageClasses
    .map((age) => ({
      age,
      packs: mergedPacks(all.filter((entry) => entry.age === age).map(({ packs }) => packs)),
    }))
    .filter(({ packs }) => packs.length > 0);
}

/** The same sizes together, in the order in which they first come. */
function mergedPacks(lists: readonly Packing['packs'][]): Packing['packs'] {
  const counts = new Map<string, number>();
  for (const { size, count } of lists.flat()) counts.set(size, (counts.get(size) ?? 0) + count);
  return [...counts].map(([size, count]) => ({ size, count }));
}
