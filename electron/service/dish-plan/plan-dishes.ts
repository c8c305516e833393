import { readProvision, type StoredProvision } from '../../../db/provision/read-provision.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import { dishRules } from '../../../forecasting/orders/rules-of-dish.ts';
import { splitGuests } from '../../../forecasting/orders/site-guests.ts';
import type { History, IsoDate, PlaceKey, Site } from '../../../forecasting/records.ts';
import type { Input } from '../../api/contract.ts';
import type { DishPlan, Plan, PlanRow } from '../../api/records.ts';
import { ServiceError } from '../errors.ts';
import { DishIndex } from '../menus/dish-index.ts';
import { readableRule } from '../order-rules.ts';
import { guestsCounted } from '../orders/decision.ts';
import { ordersFor } from '../orders/order-book.ts';
import { makePlan } from '../plan/make-plan.ts';
import { type PlanModels, planModels } from '../plan/plan-models.ts';
import { serviceLevelOf } from '../service-level.ts';
import { readSettings } from '../settings.ts';
import { mondayOf } from '../suggested-week.ts';
import type { Context } from '../use-case.ts';
import { CookingPlaces } from './cooking-places.ts';
import { DayMenus } from './day-menus.ts';
import type { DayTable } from './day-table.ts';
import { childrenOf, eatersOf } from './eaters.ts';
import { makeDishPlan } from './make-dish-plan.ts';

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
}

/** Quantities by dish for a period, with what each kitchen and supplier gets. */
export function planDishes(context: Context, input: Input<'plan.dishes'>): DishPlan {
  const { from, to, asOf, siteIds, kitchenId } = input;
  const wanted = {
    ...(siteIds === undefined ? {} : { siteIds }),
    ...(kitchenId === undefined ? {} : { kitchenId }),
  };
  const first = stockFrom(context, from, asOf);
  const { dishes: made } = dishesOf(context, {
    from: first,
    to,
    serviceLevel: serviceLevelOf(context, input),
    models: modelsSince(context, first, from, asOf),
    asOf,
    counted: false,
    wanted,
  });
  const dishes = since(made, from);
  return siteIds === undefined
    ? dishes
    : {
        ...dishes,
        rows: dishes.rows.filter(({ siteId }) => siteIds.includes(siteId)),
        meals: dishes.meals.filter(({ siteId }) => siteIds.includes(siteId)),
      };
}

/** What is on hand on a Thursday depends on what Monday took of it: the first day to work out, `from` without stock. */
function stockFrom(context: Context, from: IsoDate, asOf: IsoDate | undefined): IsoDate {
  if (!usesStock(readProvision(context.db))) return from;
  const monday = mondayOf(from);
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
  const models = planModels(context, mondayOf(date), undefined);
  const request = { to: date, serviceLevel, models, asOf: undefined, counted: true, wanted };
  const { plan, dishes } = dishesOf(context, { ...request, from: stockFrom(context, date, undefined) });
  const on = <T extends { readonly date: IsoDate }>(lines: readonly T[]) =>
    lines.filter((line) => line.date === date);
  return {
    plan: { ...plan, from: date, days: on(plan.days), rows: on(plan.rows), totals: on(plan.totals) },
    dishes: since(dishes, date),
  };
}

const usesStock = ({ packs }: StoredProvision) =>
  packs.some(({ stocks, keeps }) => stocks.length > 0 || keeps);

export function dishesOf(context: Context, request: DishRequest): DishesOfPlan {
  const { from, to, serviceLevel, models } = request;
  const whole = context.models.history(context);
  const provision = readProvision(context.db);
  const places = new CookingPlaces(whole.sites, provision.kitchens, provision.guests);
  const sites = sitesWanted(whole.sites, places, request.wanted);
  const orders = ordersFor(context, from, to, request.asOf);
  const plan = makePlan({ ...whole, sites }, models, { from, to, serviceLevel }, context.texts, orders);
  orders.close();
  const tables = tablesOf(context, whole, plan.rows, places, request);
  const dishes = makeDishPlan(
    {
      asOf: plan.asOf,
      from,
      to,
      serviceLevel,
      courseLevels: readSettings(context.db).courseLevels,
      places: places.all,
      tables,
      rules: dishRules(provision.portions, provision.packs),
      suppliers: provision.suppliers.map(({ rule, ...supplier }) => ({
        ...supplier,
        rule: readableRule(rule),
      })),
      modelOf: ({ asOf }) => context.models.takeUp(context, asOf),
    },
    context.texts,
    (done) => context.progress('forecast', done),
  );
  return { plan, dishes: onlyPlaces(dishes, places, sites) };
}

/** The sites of every place that is asked for; one of a kitchen's sites brings all of them. Throws on an unknown one. */
function sitesWanted(sites: readonly Site[], places: CookingPlaces, wanted: Wanted | null): readonly Site[] {
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

function onlyPlaces(dishes: DishPlan, places: CookingPlaces, sites: readonly Site[]): DishPlan {
  const kept = new Set(sites.flatMap(({ id }) => places.placeOf(id)?.place ?? []));
  const of = <T extends { readonly place: PlaceKey }>(lines: readonly T[]) =>
    lines.filter(({ place }) => kept.has(place));
  return {
    ...dishes,
    places: of(dishes.places),
    meals: of(dishes.meals),
    rows: of(dishes.rows),
    kitchens: of(dishes.kitchens),
    suppliers: of(dishes.suppliers),
  };
}

/** The sites that serve, with who is expected and what is on their menu. */
function tablesOf(
  context: Context,
  history: History,
  rows: readonly PlanRow[],
  places: CookingPlaces,
  { from, to, models, counted }: DishRequest,
): readonly DayTable[] {
  const menus = new DayMenus(history, new DishIndex(context.db), from, to);
  const byId = new Map(history.sites.map((site) => [site.id, site]));
  return rows.flatMap((row): readonly DayTable[] => {
    const { siteId, date, decision } = row;
    const [site, place] = [byId.get(siteId), places.placeOf(siteId)];
    if (site === undefined || place === null || decision.closed !== null) return [];
    const guests = places.guestsOf(siteId);
    const rollCall = counted ? decision.rollCall : null;
    const eaters = eatersOf(site.kind, guests, rollCall);
    const forecast = models.at(row.asOf).forecast(siteId, date);
    const children = counted ? decision.toServe : row.order;
    const byClass = splitGuests(children, eaters.shares);
    return [
      {
        site,
        place,
        service: {
          siteId,
          date,
          menu: menus.of(siteId, date),
          children: childrenOf(row, forecast, guestsCounted(rollCall) !== null),
          eaters,
        },
        serviceLevel: row.serviceLevel,
        asOf: row.asOf,
        children,
        byClass: { ...byClass, A: byClass.A + eaters.adults },
        guests,
        deadline: row.deadline,
        counted: rollCall !== null,
      },
    ];
  });
}
