import { readCatalogue, type StoredCatalogue } from '../../../db/catalogue/read-catalogue.ts';
import { readRefNames } from '../../../db/catalogue/ref-names.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import type { IsoDate, KitchenKey, Site } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { DishPlan, Plan } from '../../api/records.ts';
import { mondayOfWeek } from '../calendar/suggested-week.ts';
import { ServiceError } from '../context/errors.ts';
import { readSettings } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';
import { DishIndex } from '../dishes/dish-index.ts';
import { CatalogueSnapshots } from '../orders/basis.ts';
import { makePlan } from '../orders/make-plan.ts';
import { ordersFor } from '../orders/order-book.ts';
import { readableRule } from '../orders/order-rules.ts';
import { type PlanModels, planModels } from '../orders/plan-models.ts';
import { serviceLevelOf } from '../orders/service-level.ts';
import { DayMenus } from './day-menus.ts';
import { DayModels } from './day-models.ts';
import type { DayTable } from './day-table.ts';
import { DayTables } from './day-tables.ts';
import { KitchenIndex } from './kitchens.ts';
import { makeDishPlan } from './make-dish-plan.ts';
import { PortionTables } from './portion-tables.ts';
import { type PurchaseOrderReview, reviewPurchaseOrders } from './review-purchase-orders.ts';
import { noPurchaseOrders, readPurchaseOrders } from './sent-orders.ts';
import { withShortages } from './shortages.ts';
import type { PlannedLine } from './supplier-lines.ts';

/** What a plan by dish is asked for. */
export interface DishRequest {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly serviceLevel: number;
  readonly models: PlanModels;
  /** A plan as of another day knows no decisions. */
  readonly asOf: IsoDate | undefined;
  /** Cook for those who were counted in the morning, in place of those who were ordered for. */
  readonly counted: boolean;
  /** The places that are asked for, with all their sites; `null`: all. */
  readonly wanted: Wanted | null;
}

export interface Wanted {
  readonly siteIds?: readonly number[];
  readonly kitchenId?: number;
}

/** A plan by dish, and the plan of meals that it rests on. */
export interface DishesOfPlan {
  readonly plan: Plan;
  readonly dishes: DishPlan;
  /** What is asked of suppliers by what is known now, whatever was sent. */
  readonly needed: readonly PlannedLine[];
  /** What the deadlines that have passed decide, where it is not on record yet. */
  readonly unsettled: Pick<PurchaseOrderReview, 'due' | 'opened'>;
}

/** Quantities by dish for a period, with what each kitchen and supplier gets. */
export function planDishes(context: Context, input: Input<'plan.dishes'>): DishPlan {
  const { siteIds } = input;
  const { dishes } = dishesOfPeriod(context, input);
  return siteIds === undefined
    ? dishes
    : {
        ...dishes,
        rows: dishes.rows.filter(({ siteId }) => siteIds.includes(siteId)),
        meals: dishes.meals.filter(({ siteId }) => siteIds.includes(siteId)),
      };
}

/** The same, with what suppliers are asked for by now. */
export function dishesOfPeriod(context: Context, input: Input<'plan.dishes'>): DishesOfPlan {
  const { from, to, asOf, siteIds, kitchenId } = input;
  const whole = siteIds === undefined && kitchenId === undefined;
  const wanted = {
    ...(siteIds === undefined ? {} : { siteIds }),
    ...(kitchenId === undefined ? {} : { kitchenId }),
  };
  const first = stockFrom(context, from, asOf);
  const made = dishesOfRequest(context, {
    from: first,
    to,
    serviceLevel: serviceLevelOf(context, input),
    models: modelsSince(context, first, from, asOf),
    asOf,
    counted: false,
    wanted: whole ? null : wanted,
  });
  const needed = made.needed.filter(({ date }) => date >= from);
  return { ...made, dishes: since(made.dishes, from), needed };
}

/** What is on hand on a Thursday depends on what Monday took of it: the first day to work out, `from` without stock. */
function stockFrom(context: Context, from: IsoDate, asOf: IsoDate | undefined): IsoDate {
  if (!usesStock(readCatalogue(context.db))) return from;
  const monday = mondayOfWeek(from);
  const ahead = asOf === undefined ? monday : addDays(asOf, 1);
  return ahead > monday && ahead <= from ? ahead : monday;
}

/** The models of a plan from `from` on, and for the days before it those of a plan from `first` on. */
function modelsSince(context: Context, first: IsoDate, from: IsoDate, asOf: IsoDate | undefined): PlanModels {
  const asked = planModels(context, from, asOf);
  if (first === from) return asked;
  const before = planModels(context, first, asOf);
  const of = (date: IsoDate) => (date < from ? before : asked);
  return {
    ...asked,
    knownFor: (date) => of(date).knownFor(date),
    originOf: (siteId, date) => of(date).originOf(siteId, date),
  };
}

/** The days of a plan from one on. */
function since(dishes: DishPlan, from: IsoDate): DishPlan {
  const on = <T extends { readonly date: IsoDate }>(lines: readonly T[]) =>
    lines.filter(({ date }) => date >= from);
  return {
    ...dishes,
    from,
    meals: on(dishes.meals),
    rows: on(dishes.rows),
    kitchens: on(dishes.kitchens),
    suppliers: on(dishes.suppliers),
    noMenu: dishes.noMenu.filter((date) => date >= from),
  };
}

/** One day as its sheets show it: the week's own figures, and the guests counted in the morning. */
export function dishesOfDay(
  context: Context,
  date: IsoDate,
  serviceLevel: number,
  wanted: Wanted | null,
): DishesOfPlan {
  const models = planModels(context, mondayOfWeek(date), undefined);
  const request = { to: date, serviceLevel, models, asOf: undefined, counted: true, wanted };
  const { plan, dishes, needed, unsettled } = dishesOfRequest(context, {
    ...request,
    from: stockFrom(context, date, undefined),
  });
  const on = <T extends { readonly date: IsoDate }>(lines: readonly T[]) =>
    lines.filter((line) => line.date === date);
  return {
    unsettled,
    plan: { ...plan, from: date, days: on(plan.days), rows: on(plan.rows), totals: on(plan.totals) },
    dishes: since(dishes, date),
    needed: on(needed),
  };
}

/** What the deadlines of a period's purchase orders decide: of whole plans, at the level that is set. */
export function dishesToSettle(context: Context, from: IsoDate, to: IsoDate): DishesOfPlan['unsettled'] {
  const first = stockFrom(context, from, undefined);
  const { unsettled } = dishesOfRequest(context, {
    from: first,
    to,
    serviceLevel: readSettings(context.db).serviceLevel,
    models: modelsSince(context, first, mondayOfWeek(from), undefined),
    asOf: undefined,
    counted: false,
    wanted: null,
  });
  const isAsked = ({ date }: { readonly date: IsoDate }) => date >= from;
  return { due: unsettled.due.filter(isAsked), opened: unsettled.opened.filter(isAsked) };
}

const usesStock = ({ packs }: StoredCatalogue) =>
  packs.some(({ stocks, keeps }) => stocks.length > 0 || keeps);

export function dishesOfRequest(context: Context, request: DishRequest): DishesOfPlan {
  const { from, to, serviceLevel, models, asOf } = request;
  const whole = context.models.history(context);
  const catalogue = readCatalogue(context.db);
  const places = new KitchenIndex(whole.sites, catalogue.kitchens, catalogue.diners);
  const sites = sitesWanted(whole.sites, places, request.wanted);
  const orders = ordersFor(context, from, to, asOf);
  const plan = makePlan({ ...whole, sites }, models, { from, to, serviceLevel }, context.texts, orders);
  const sources = {
    sites: whole.sites,
    places,
    menus: new DayMenus(whole, new DishIndex(context.db), from, to),
    catalogueSnapshot: new CatalogueSnapshots(catalogue, readSettings(context.db).courseLevels),
    rows: plan.rows,
  };
  const tables = new DayTables(context, sources, request);
  // A plan as of another day knows nothing of what was sent since.
  const kept = asOf === undefined ? readPurchaseOrders(context.db, from, to) : noPurchaseOrders;
  const takeUps = new DayModels((origin) => context.models.takeUp(context, origin));
  const portions = new PortionTables(context, sites, sources, request, {
    takeUp: (date, origin) => takeUps.of(date, origin),
    guests: (origin) => context.models.portionGuests(context, origin),
  });
  const made = makeDishPlan(
    {
      asOf: plan.asOf,
      from,
      to,
      serviceLevel,
      places: places.all,
      tables: inOrderOf(whole.sites, [...tables.all, ...portions.all]),
      suppliers: catalogue.suppliers.map(({ rule, ...supplier }) => ({
        ...supplier,
        rule: readableRule(rule),
      })),
      refNames: readRefNames(context.db),
      modelOf: ({ service, asOf: origin }) => takeUps.of(service.date, origin),
      knownAt: (table, deadline) => (table.children === null ? portions : tables).knownAt(table, deadline),
      isKept: (supplier, date) => kept.of(supplier, date) !== null,
    },
    context.texts,
    (done) => context.progress('forecast', done),
  );
  const { lines, due, opened } = reviewPurchaseOrders(made, kept, context.now);
  const { known: _, needed, ...rest } = made;
  const kitchens = withShortages(made.kitchens, needed, kept, context.texts);
  const dishes = { ...rest, kitchens, suppliers: lines };
  const wanted = onlyPlaces(dishes, places, sites);
  // What was sent for a kitchen that is gone since was sent all the same.
  const suppliers = request.wanted === null ? lines : wanted.suppliers;
  return { plan, dishes: { ...wanted, suppliers }, needed, unsettled: { due, opened } };
}

/** By date, then by site. */
function inOrderOf(sites: readonly Site[], tables: readonly DayTable[]): readonly DayTable[] {
  const rank = new Map(sites.map(({ id }, i) => [id, i]));
  const placeOf = ({ site }: DayTable) => rank.get(site.id) ?? 0;
  return tables.toSorted((a, b) => a.service.date.localeCompare(b.service.date) || placeOf(a) - placeOf(b));
}

/** The sites of every place that is asked for; one of a kitchen's sites brings all of them. Throws on an unknown one. */
function sitesWanted(sites: readonly Site[], places: KitchenIndex, wanted: Wanted | null): readonly Site[] {
  const { siteIds, kitchenId } = wanted ?? {};
  const unknown = siteIds?.find((id) => places.placeOf(id) === null);
  if (unknown !== undefined) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(unknown)));
  }
  if (kitchenId !== undefined && !places.all.some((place) => place.kitchenId === kitchenId)) {
    throw new ServiceError('not-found', (t) => t.dishPlan.kitchenNotFound(kitchenId));
  }
  const asked = new Set(siteIds?.map((id) => places.placeOf(id)));
  return sites.filter(({ id }) => {
    const place = places.placeOf(id);
    return (
      (siteIds === undefined || asked.has(place)) &&
      (kitchenId === undefined || place?.kitchenId === kitchenId)
    );
  });
}

function onlyPlaces(dishes: DishPlan, places: KitchenIndex, sites: readonly Site[]): DishPlan {
  const kept = new Set(sites.flatMap(({ id }) => places.placeOf(id)?.place ?? []));
  const of = <T extends { readonly place: KitchenKey | null }>(lines: readonly T[]) =>
    lines.filter(({ place }) => place !== null && kept.has(place));
  return {
    ...dishes,
    places: of(dishes.places),
    meals: of(dishes.meals),
    rows: of(dishes.rows),
    kitchens: of(dishes.kitchens),
    suppliers: of(dishes.suppliers),
  };
}
