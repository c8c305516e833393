import type { RefNames } from '../../../db/catalogue/ref-names.ts';
import type { IsoDate } from '../../../forecasting/domain/records.ts';
import type { TakeUpModel } from '../../../forecasting/domain/types.ts';
import { courseLevel } from '../../../forecasting/orders/course-levels.ts';
import { type DishNeed, dishNeeds } from '../../../forecasting/orders/dish-need.ts';
import { type DishOrder, orderDish } from '../../../forecasting/orders/dish-order.ts';
import { type DishPortions, dishPortions } from '../../../forecasting/orders/dish-portions.ts';
import { scopeKey } from '../../../forecasting/orders/rules-of-dish.ts';
import { StockBook } from '../../../forecasting/orders/stock-book.ts';
import { courseOf } from '../../../forecasting/take-up/course-of.ts';
import type {
  Deadline,
  DishPlan,
  DishRow,
  Kitchen,
  KitchenDish,
  PlannedDish,
  SiteMeals,
} from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';
import type { CatalogueSnapshot } from '../orders/basis.ts';
import type { DayTable } from './day-table.ts';
import { type DishWords, kitchenQuantities, siteQuantities } from './quantities.ts';
import {
  deadlineOf,
  isBinding,
  type PlannedLine,
  type PlannedSupplier,
  purchaseOrderLines,
} from './supplier-lines.ts';

export interface DishPlanInput {
  readonly asOf: IsoDate;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly serviceLevel: number;
  readonly places: readonly Kitchen[];
  /** By date, then by site. */
  readonly tables: readonly DayTable[];
  readonly suppliers: readonly PlannedSupplier[];
  readonly refNames: RefNames;
  modelOf(table: DayTable): Pick<TakeUpModel, 'shares' | 'demand'>;
  /** A table as it was known at a deadline: itself where nothing differs; `null`: nothing was expected then. */
  knownAt(table: DayTable, deadline: Deadline): DayTable | null;
  /** What the supplier was sent for the day is kept: what was known when it was is of no use. */
  isKept(supplier: string | null, date: IsoDate): boolean;
}

/** A plan by dish, with what it asks of suppliers. */
export interface MadeDishPlan extends Omit<DishPlan, 'suppliers'> {
  /** As known at the deadline of each order; nothing of those that are kept. */
  readonly known: readonly PlannedLine[];
  /** By what is known now. */
  readonly needed: readonly PlannedLine[];
}

interface Lines {
  readonly rows: DishRow[];
  readonly kitchens: KitchenDish[];
  readonly known: PlannedLine[];
  readonly needed: PlannedLine[];
}

interface Asked {
  readonly table: DayTable;
  readonly need: DishNeed;
}

/** What one place has on hand, by what is cooked and by what was ordered. */
interface Stocks {
  readonly cooked: StockBook;
  readonly ordered: StockBook;
  /** Foods of which the two differ. */
  readonly parted: Set<string>;
}

const stocksOf = (place: Kitchen['place']): Stocks => ({
  cooked: new StockBook(place),
  ordered: new StockBook(place),
  parted: new Set(),
});

interface Making {
  readonly input: DishPlanInput;
  readonly lines: Lines;
  readonly stocks: Stocks;
  readonly texts: Messages;
  needsOf(table: DayTable): readonly DishNeed[];
}

/**
 * From the meals of each site to portions, weight, packs and order lines. Pure. What stands in the way of one dish is
 * said at that dish, and the others come out in full.
 */
export function makeDishPlan(
  input: DishPlanInput,
  texts: Messages,
  onDay: (done: number) => void = () => {},
): MadeDishPlan {
  const { asOf, from, to, serviceLevel, places } = input;
  const lines: Lines = { rows: [], kitchens: [], known: [], needed: [] };
  const stocks = new Map(places.map(({ place }) => [place, stocksOf(place)]));
  const days = [...Map.groupBy(input.tables, ({ service }) => service.date).values()];
  for (const [i, day] of days.entries()) {
    const needsOf = needsOnce(input);
    for (const [place, tables] of Map.groupBy(day, (table) => table.place.place)) {
      cook(tables, { input, lines, stocks: stocks.get(place) ?? stocksOf(place), texts, needsOf });
    }
    onDay((i + 1) / days.length);
  }
  return {
    asOf,
    from,
    to,
    serviceLevel,
    places,
    meals: input.tables.map(mealsOf),
    ...lines,
    noMenu: days.flatMap(([table, ...others]) =>
      table && [table, ...others].every(({ service }) => service.menu.length === 0)
        ? [table.service.date]
        : [],
    ),
  };
}

/** What a table asks of each dish: worked out once, also where several suppliers look at it. */
function needsOnce(input: DishPlanInput): Making['needsOf'] {
  const known = new Map<DayTable, readonly DishNeed[]>();
  return (table) => {
    const needs = known.get(table) ?? dishNeeds(table.service, input.modelOf(table));
    known.set(table, needs);
    return needs;
  };
}

function mealsOf({ site, place, service, children, byClass, diners, counted }: DayTable): SiteMeals {
  const { adults, diets, samples } = service.dayDiners;
  return {
    siteId: site.id,
    date: service.date,
    place: place.place,
    byClass,
    children,
    adults,
    diets,
    samples,
    note: diners.note,
    counted,
  };
}

/** One place on one day: each dish of its menus, for all its sites. */
function cook(tables: readonly DayTable[], making: Making): void {
  const asked = tables.flatMap((table) => making.needsOf(table).map((need): Asked => ({ table, need })));
  const dishes = [...Map.groupBy(asked, ({ need }) => `${need.dish.course} ${need.dish.key}`).values()];
  for (const [i, group] of dishes.entries()) {
    const order = orderOf(group, making.stocks.cooked);
    addLines(group, order, i + 1, making);
    addOrders(group, order, i + 1, making);
  }
}

function orderOf(group: readonly Asked[], stock: StockBook): DishOrder {
  const [{ need, table }] = group as [Asked];
  const { course, family } = need.dish;
  const ofCourse = courseOf(course, family);
  const portions = portionsOf(group, table.place.pools, ({ serviceLevel, catalogueSnapshot }) =>
    courseLevel(ofCourse, serviceLevel, catalogueSnapshot.courseLevels),
  );
  return orderDish(portions, catalogueSnapshotOf(group).rules, stock);
}

/** A kitchen serves one size of portion: that of the first of its orders of the day that was frozen. */
function catalogueSnapshotOf(group: readonly Asked[]): CatalogueSnapshot {
  const all = group.map(({ table }) => table.catalogueSnapshot);
  const kept = all.filter(({ since }) => since !== null);
  const [first] = kept.toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
  return first ?? (all[0] as CatalogueSnapshot);
}

/** In the order of the group. A frozen order keeps its level; a margin is shared by the sites of one level. */
function portionsOf(
  group: readonly Asked[],
  pools: boolean,
  levelOf: (table: DayTable) => number,
): readonly DishPortions[] {
  const byLevel = Map.groupBy(group, ({ table }) => levelOf(table));
  const found = new Map(
    [...byLevel].flatMap(([level, asked]) => {
      const needs = asked.map(({ need }) => need);
      return dishPortions(needs, level, pools).map((portions) => [portions.need, portions] as const);
    }),
  );
  return group.flatMap(({ need }) => found.get(need) ?? []);
}

const wordsOf = (
  dish: string,
  needs: readonly DishNeed[],
  { portion, dishYield, rule, room }: DishOrder,
): DishWords => ({
  dish,
  portion,
  dishYield,
  rule,
  room,
  without: needs.reduce((sum, { without }) => sum + without.noPork + without.vegetarian, 0),
});

function addLines(group: readonly Asked[], order: DishOrder, rank: number, { lines, texts }: Making): void {
  const [first] = group as [Asked];
  const planned = plannedDish(first.need, rank);
  for (const [i, site] of order.sites.entries()) {
    const { table, need } = group[i] as Asked;
    const own = siteQuantities(site, wordsOf(planned.dish, [need], order), texts);
    lines.rows.push({ ...dishRow(table, need, site.portions, planned), ...own });
  }
  lines.kitchens.push(kitchenDish(group, order, rank, texts));
}

function kitchenDish(group: readonly Asked[], order: DishOrder, rank: number, texts: Messages): KitchenDish {
  const [first] = group as [Asked];
  const planned = plannedDish(first.need, rank);
  const needs = group.map(({ need }) => need);
  const all = kitchenQuantities(order, wordsOf(planned.dish, needs, order), texts);
  return { ...planned, place: first.table.place.place, sites: group.length, ...all };
}

/** The lines of one dish for its supplier: as known now, and as known when they had to be in. */
function addOrders(group: readonly Asked[], order: DishOrder, rank: number, making: Making): void {
  const { input, lines, texts, stocks } = making;
  const [{ need: first }] = group as [Asked];
  const supplier = input.suppliers.find(({ id }) => id === order.rule?.supplierId) ?? null;
  const linesOf = (asked: readonly Asked[], ordered: DishOrder) =>
    purchaseOrderLines(
      kitchenDish(asked, ordered, rank, texts),
      ordered,
      supplier,
      asked.map(({ table }) => table),
      input.refNames,
    );
  const needed = linesOf(group, order);
  lines.needed.push(...needed);
  if (input.isKept(supplier?.name ?? null, first.date)) {
    stocks.ordered.use(order.rule, order.order);
    return;
  }
  const known = knownGroup(group, supplier, making);
  const scope = order.rule === null ? '' : scopeKey(order.rule.scope);
  if (known.length === 0) {
    stocks.parted.add(scope);
    return;
  }
  const same = known.length === group.length && known.every(({ need }, i) => need === group[i]?.need);
  if (same && !stocks.parted.has(scope)) {
    stocks.ordered.use(order.rule, order.order);
    lines.known.push(...needed);
    return;
  }
  stocks.parted.add(scope);
  lines.known.push(...linesOf(known, orderOf(known, stocks.ordered)));
}

/** The sites of a dish as they were known when it had to be ordered; those of which nothing was known are left out. */
function knownGroup(
  group: readonly Asked[],
  supplier: PlannedSupplier | null,
  { input, needsOf }: Making,
): readonly Asked[] {
  const [{ need: first }] = group as [Asked];
  const deadline = deadlineOf(
    supplier,
    first.date,
    group.map(({ table }) => table),
  );
  if (deadline === null || !isBinding(supplier, deadline)) return group;
  return group.flatMap((asked): readonly Asked[] => {
    const table = input.knownAt(asked.table, deadline);
    if (table === null) return [];
    if (table === asked.table) return [asked];
    const { key, course } = asked.need.dish;
    const need = needsOf(table).find(({ dish }) => dish.key === key && dish.course === course);
    return need === undefined ? [] : [{ table, need }];
  });
}

function plannedDish({ dish: { dish, key, course }, date, choice }: DishNeed, rank: number): PlannedDish {
  return { date, dish, key, course, choice, rank };
}

type RowHead = Omit<DishRow, keyof ReturnType<typeof siteQuantities>>;

function dishRow(
  { site, place }: DayTable,
  need: DishNeed,
  { mean, low, high, serviceLevel }: Pick<DishRow, 'mean' | 'low' | 'high' | 'serviceLevel'>,
  planned: PlannedDish,
): RowHead {
  return {
    ...planned,
    siteId: site.id,
    site: site.name,
    siteKind: site.kind,
    place: place.place,
    mean,
    low,
    high,
    serviceLevel,
    share: need.takeUp.mean,
    rule: need.takeUp.rule ?? null,
    seats: need.seats,
    without: need.without,
  };
}
