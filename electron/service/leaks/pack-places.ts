import { readCatalogue, type StoredCatalogue } from '../../../db/catalogue/read-catalogue.ts';
import { type RefNames, readRefNames } from '../../../db/catalogue/ref-names.ts';
import { fold } from '../../../db/fold.ts';
import { listPurchaseOrders } from '../../../db/purchase-orders.ts';
import type { IsoDate, LinePacking, OrderedLine, Site } from '../../../forecasting/domain/records.ts';
import { surplusMoments } from '../../../forecasting/leaks/excess.ts';
import { type Food, foodOf } from '../../../forecasting/orders/foods.ts';
import { dishRules, scopeKey } from '../../../forecasting/orders/rules-of-dish.ts';
import type { Input } from '../../api/contract.ts';
import type { Kitchen, LeakKey } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { KitchenIndex } from '../purchase-orders/kitchens.ts';
import { purchaseOrderKey } from '../purchase-orders/sent-orders.ts';
import { type ChanceDay, eurosOfPortion, type LeakPlace, meanKnown, noFacts } from './cells.ts';
import type { ReplayedServing } from './replayed-servings.ts';

/** One dish that a kitchen bought in packs for one day. */
interface PackDay extends ChanceDay {
  readonly kitchen: Kitchen;
  /** The scope of the packs. */
  readonly part: string;
  readonly food: Food | null;
  readonly dish: string;
  readonly sizes: readonly string[];
  readonly rounding: number;
  readonly grams: readonly (number | null)[];
  /** Of one portion, as bought; `null`: a price is missing. */
  readonly price: number | null;
}

/** The lines of one dish of one order. */
interface BoughtDish {
  readonly date: IsoDate;
  readonly line: OrderedLine;
  readonly packing: LinePacking;
  readonly sizes: readonly string[];
  /** Euros of all its packs; `null`: a price is missing. */
  readonly euros: number | null;
}

/**
 * What is left of dishes bought in packs, by kitchen and kind of pack: what the packs of the order in force held less
 * what all sites of the kitchen took, held against what the level of their course would leave under the forecasts of
 * these sites. Days of which a site did not count the dish, or on which it ran out somewhere, say nothing.
 */
export function packPlaces(
  context: Context,
  input: Input<'leaks.report'>,
  servings: readonly ReplayedServing[],
): readonly LeakPlace[] {
  const { sites } = context.models.history(context);
  const catalogue = readCatalogue(context.db);
  const kitchenNamed = kitchensByName(sites, catalogue, readRefNames(context.db));
  const rules = dishRules(catalogue.portions, catalogue.packs);
  const byDish = Map.groupBy(servings, ({ date, key }) => `${date} ${key}`);
  const days = boughtDishes(context, input).flatMap(({ date, line, packing, sizes, euros }): PackDay[] => {
    const kitchen = kitchenNamed.get(fold(line.placeName));
    const own = (byDish.get(`${date} ${line.key}`) ?? []).filter(({ siteId }) =>
      kitchen?.siteIds.includes(siteId),
    );
    const [first] = own;
    if (!kitchen || !first || own.length !== packing.sites) return [];
    const food = foodOf({ key: line.key, family: first.family, course: null });
    const rule = rules.packsOf({ key: line.key, food });
    const part = rule === null ? `dish ${line.key}` : scopeKey(rule.scope);
    const chance = chanceDay(date, packing, own);
    const { rounding, portions } = packing;
    const grams = own.map((one) => one.grams);
    const price = euros === null || portions === 0 ? null : euros / portions;
    return [{ ...chance, kitchen, part, food, dish: line.dish, sizes, rounding, grams, price }];
  });
  const cells = Map.groupBy(days, ({ kitchen, part }) => `${kitchen.place} ${part}`);
  return [...cells.values()].flatMap((own) => placeOf(own, context));
}

/**
 * Chance moves all sites of a kitchen together here: their quantiles and not their variances are added, so that
 * demand that is alike at them raises no alarm.
 */
export function chanceDay(
  date: IsoDate,
  { portions }: LinePacking,
  own: readonly ReplayedServing[],
): ChanceDay {
  const sum = (of: (one: ReplayedServing) => number) => own.reduce((all, one) => all + of(one), 0);
  const served = sum((one) => one.served);
  const left = sum((one) => one.left ?? 0);
  const demand = { quantile: (p: number) => sum((one) => one.demand.quantile(p)) };
  const { mean, variance } = surplusMoments(
    demand,
    sum((one) => one.demand.quantile(one.level)),
  );
  const surplus = Math.max(left, portions - served, 0);
  return { date, ordered: portions, served, surplus, expected: mean, variance };
}

function placeOf(own: readonly PackDay[], { texts }: Context): readonly LeakPlace[] {
  const last = own.at(-1);
  // By its grams, as any dish; what is counted in pieces by what was paid for it.
  const euros = eurosOfPortion(own.flatMap(({ grams }) => grams)) ?? meanKnown(own, ({ price }) => price);
  if (last === undefined || euros === null) return [];
  const { kitchen, part, food } = last;
  const rest = { kind: 'pack', part } as const;
  const key: LeakKey =
    kitchen.kitchenId === null
      ? { siteId: kitchen.siteId ?? 0, ...rest }
      : { kitchenId: kitchen.kitchenId, ...rest };
  const ordered = own.reduce((sum, day) => sum + day.ordered, 0);
  const surplus = own.reduce((sum, day) => sum + day.surplus, 0);
  return [
    {
      key,
      weekday: null,
      family: null,
      pack: {
        name: part.startsWith('food ') && food !== null ? texts.foods[food] : last.dish,
        sizes: [...new Set(own.flatMap(({ sizes }) => sizes))],
      },
      days: own,
      euros,
      facts: {
        ...noFacts,
        packRounding: meanKnown(own, ({ rounding }) => rounding),
        refusedShare: ordered > 0 ? surplus / ordered : null,
      },
    },
  ];
}

/** The dishes of the orders that were in force when they were served, with what their packs held, by day. */
function boughtDishes({ db }: Context, { from, to }: Input<'leaks.report'>): readonly BoughtDish[] {
  const orders = listPurchaseOrders(db, from, to).filter(({ at, date }) => at.slice(0, 10) <= date);
  const inForce = [...Map.groupBy(orders, purchaseOrderKey).values()].flatMap((own) => own.at(-1) ?? []);
  return inForce.flatMap(({ date, lines }) =>
    lines.flatMap((line): BoughtDish[] => {
      const { packing, placeName, key } = line;
      if (packing === null) return [];
      const dish = lines.filter((one) => one.placeName === placeName && one.key === key);
      const paid = dish.map(({ price, quantity }) => (price === null ? null : price * quantity));
      const euros = paid.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
      return [{ date, line, packing, sizes: dish.flatMap(({ size }) => size ?? []), euros }];
    }),
  );
}

/** Kitchens by the names that their orders carry, folded: today's and the first; of a name that two have nobody knows. */
function kitchensByName(
  sites: readonly Site[],
  { kitchens, diners }: StoredCatalogue,
  names: RefNames,
): ReadonlyMap<string, Kitchen> {
  const all = new KitchenIndex(sites, kitchens, diners).all.flatMap((kitchen) => {
    const first = kitchen.kitchenId === null ? undefined : names.kitchens.get(kitchen.kitchenId);
    return [...new Set([fold(kitchen.name), first ?? fold(kitchen.name)])].map((name) => ({ name, kitchen }));
  });
  return new Map(
    [...Map.groupBy(all, ({ name }) => name)].flatMap(([name, own]) =>
      own.length === 1 && own[0] ? [[name, own[0].kitchen] as const] : [],
    ),
  );
}
