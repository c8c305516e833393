import { type CourseLevels, courseLevel } from '../../../forecasting/orders/course-levels.ts';
import { type DishNeed, dishNeeds } from '../../../forecasting/orders/dish-need.ts';
import { type DishOrder, orderDish } from '../../../forecasting/orders/dish-order.ts';
import { type DishPortions, dishPortions } from '../../../forecasting/orders/dish-portions.ts';
import type { DishRules } from '../../../forecasting/orders/rules-of-dish.ts';
import { StockBook } from '../../../forecasting/orders/stock-book.ts';
import type { IsoDate, Supplier } from '../../../forecasting/records.ts';
import { courseOf } from '../../../forecasting/take-up/course-of.ts';
import type { TakeUpModel } from '../../../forecasting/types.ts';
import type {
  CookingPlace,
  DishPlan,
  DishRow,
  KitchenDish,
  PlannedDish,
  SiteMeals,
  SupplierLine,
} from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';
import type { DayTable } from './day-table.ts';
import { type DishWords, kitchenQuantities, siteQuantities } from './quantities.ts';
import { supplierLines } from './supplier-lines.ts';

export interface DishPlanInput {
  readonly asOf: IsoDate;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly serviceLevel: number;
  readonly courseLevels: CourseLevels;
  readonly places: readonly CookingPlace[];
  /** By date, then by site. */
  readonly tables: readonly DayTable[];
  readonly rules: DishRules;
  readonly suppliers: readonly Supplier[];
  modelOf(table: DayTable): Pick<TakeUpModel, 'shares' | 'demand'>;
}

interface Lines {
  readonly rows: DishRow[];
  readonly kitchens: KitchenDish[];
  readonly suppliers: SupplierLine[];
}

/**
 * From the meals of each site to portions, weight, packs and order lines. Pure. What stands in the way of one dish is
 * said at that dish, and the others come out in full.
 */
export function makeDishPlan(
  input: DishPlanInput,
  texts: Messages,
  onDay: (done: number) => void = () => {},
): DishPlan {
  const { asOf, from, to, serviceLevel, places } = input;
  const lines: Lines = { rows: [], kitchens: [], suppliers: [] };
  const stocks = new Map(places.map(({ place }) => [place, new StockBook(place)]));
  const days = [...Map.groupBy(input.tables, ({ service }) => service.date).values()];
  for (const [i, day] of days.entries()) {
    for (const [place, tables] of Map.groupBy(day, (table) => table.place.place)) {
      cook(tables, input, stocks.get(place) ?? new StockBook(place), lines, texts);
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
    rows: lines.rows,
    kitchens: lines.kitchens,
    suppliers: lines.suppliers,
    noMenu: days.flatMap(([table, ...others]) =>
      table && [table, ...others].every(({ service }) => service.menu.length === 0)
        ? [table.service.date]
        : [],
    ),
  };
}

function mealsOf({ site, place, service, children, byClass, guests, counted }: DayTable): SiteMeals {
  const { adults, diets, samples } = service.eaters;
  return {
    siteId: site.id,
    date: service.date,
    place: place.place,
    byClass,
    children,
    adults,
    diets,
    samples,
    note: guests.note,
    counted,
  };
}

interface Asked {
  readonly table: DayTable;
  readonly need: DishNeed;
}

/** One place on one day: each dish of its menus, for all its sites. */
function cook(
  tables: readonly DayTable[],
  input: DishPlanInput,
  stock: StockBook,
  lines: Lines,
  texts: Messages,
): void {
  const asked = tables.flatMap((table) =>
    dishNeeds(table.service, input.modelOf(table)).map((need): Asked => ({ table, need })),
  );
  const dishes = [...Map.groupBy(asked, ({ need }) => `${need.dish.course} ${need.dish.key}`).values()];
  for (const [i, group] of dishes.entries()) {
    const [first] = group;
    if (first === undefined) continue;
    const { place } = first.table;
    const { course, family } = first.need.dish;
    const ofCourse = courseOf(course, family);
    const portions = portionsOf(group, place.pools, ({ serviceLevel }) =>
      courseLevel(ofCourse, serviceLevel, input.courseLevels),
    );
    const order = orderDish(portions, input.rules, stock);
    addLines(group, order, i + 1, input, lines, texts);
  }
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

function addLines(
  group: readonly Asked[],
  order: DishOrder,
  rank: number,
  input: DishPlanInput,
  lines: Lines,
  texts: Messages,
): void {
  const [first] = group as [Asked];
  const planned = plannedDish(first.need, rank);
  const { place } = first.table;
  const wordsOf = (needs: readonly DishNeed[]): DishWords => ({
    dish: planned.dish,
    portion: order.portion,
    rule: order.rule,
    room: order.room,
    without: needs.reduce((sum, { without }) => sum + without.noPork + without.vegetarian, 0),
  });
  for (const [i, site] of order.sites.entries()) {
    const { table, need } = group[i] as Asked;
    const own = siteQuantities(site, wordsOf([need]), texts);
    lines.rows.push({ ...dishRow(table, need, site.portions, planned), ...own });
  }
  const all = kitchenQuantities(order, wordsOf(group.map(({ need }) => need)), texts);
  const dish: KitchenDish = { ...planned, place: place.place, sites: group.length, ...all };
  lines.kitchens.push(dish);
  lines.suppliers.push(
    ...supplierLines(
      dish,
      order,
      place.name,
      group.map(({ table }) => table.deadline),
      input.suppliers,
    ),
  );
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
    seats: need.seats,
    without: need.without,
  };
}
