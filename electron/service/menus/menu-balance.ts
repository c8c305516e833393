import { listDishAttributes, saveDishAttribute } from '../../../db/dish-attributes.ts';
import { menuExtent } from '../../../db/menus.ts';
import type { Database, ReadonlyDatabase } from '../../../db/open.ts';
import {
  attributesAsked,
  type BalancedDish,
  countCriteria,
  incompleteMeals,
  mealsOfBalance,
} from '../../../forecasting/balance/criteria.ts';
import { guessAttributes } from '../../../forecasting/balance/guess-attributes.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import type { Meal } from '../../../forecasting/dishes/meals.ts';
import { dishAttributes } from '../../../forecasting/domain/balance-records.ts';
import type { Input, Output } from '../../api/contract.ts';
import type {
  DishAttribute,
  DishAttributeRecord,
  IsoDate,
  MenuBalance,
  MenuDish,
} from '../../api/records.ts';
import { schoolDays } from '../calendar/school-days.ts';
import { siteWeeks } from '../calendar/site-weeks.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { DishIndex } from '../dishes/dish-index.ts';
import { siteOf } from '../sites/site-of.ts';
import { menuDays } from './menu-month.ts';

type Asked = Pick<Context, 'texts' | 'today'> & { readonly db: ReadonlyDatabase };

/** What persons stated of dishes, by the key of the dish. */
class StatedAttributes {
  readonly #byKey: ReadonlyMap<string, ReadonlyMap<string, boolean>>;

  constructor(db: ReadonlyDatabase) {
    const rows = Map.groupBy(listDishAttributes(db), ({ key }) => key);
    this.#byKey = new Map(
      [...rows].map(([key, own]) => [key, new Map(own.map(({ attribute, has }) => [attribute, has]))]),
    );
  }

  of(key: string, attribute: DishAttribute): boolean | null {
    return this.#byKey.get(key)?.get(attribute) ?? null;
  }

  has = (key: string): boolean => this.#byKey.has(key);
}

type Dish = MenuDish & BalancedDish;

function balanced(dish: MenuDish, stated: StatedAttributes): Dish {
  const guessed = guessAttributes(dish);
  if (guessed === null && !stated.has(dish.key)) return { ...dish, attributes: null };
  const own = dishAttributes.filter((one) => stated.of(dish.key, one) ?? guessed?.has(one) ?? false);
  return { ...dish, attributes: new Set(own) };
}

/** Meals that were or will be served up to a day, by day: menus of days on which nothing is served are no meals. */
export function servedMeals(
  asked: Asked,
  siteId: number | null,
  from: IsoDate,
  to: IsoDate,
): readonly Meal<MenuDish>[] {
  const school = schoolDays(asked.db, from, to);
  const week = siteId === null ? null : siteWeeks(asked.db, school.calendar, asked.today)(siteId);
  return menuDays(asked, siteId, from, to, school, week)
    .filter(({ closed, dishes }) => closed === null && dishes.some(({ family }) => family !== 'note'))
    .map(({ date, dishes }) => ({ date, dishes }));
}

/** Days that hold 20 meals but for long closures: the whole past is read only where they do not. */
const nearDays = 120;

function lastServed(asked: Asked, siteId: number | null, to: IsoDate): readonly Meal<MenuDish>[] {
  const { firstDay: first } = menuExtent(asked.db);
  if (first === null || first > to) return [];
  const near = addDays(to, -nearDays);
  const recent = servedMeals(asked, siteId, first > near ? first : near, to);
  const enough = recent.length >= mealsOfBalance || first >= near;
  return (enough ? recent : servedMeals(asked, siteId, first, to)).slice(-mealsOfBalance);
}

/** The 15 criteria of annexe I, and meals that lack a part, over the last 20 served meals. */
export function menuBalance(asked: Asked, { siteId = null, to = asked.today }: BalanceInput): MenuBalance {
  if (siteId !== null) siteOf(asked.db, siteId);
  const stated = new StatedAttributes(asked.db);
  const meals = lastServed(asked, siteId, to).map(
    ({ date, dishes }): Meal<Dish> => ({ date, dishes: dishes.map((dish) => balanced(dish, stated)) }),
  );
  const rows = countCriteria(meals).map((row) => ({
    ...row,
    toCheck: row.meals.some(({ dishes }) =>
      dishes.some(({ key }) => !attributesAsked[row.criterion].some((one) => stated.of(key, one) !== null)),
    ),
    meals: row.meals.map(({ date, sure, dishes }) => ({
      date,
      sure,
      dishes: dishes.map(({ key, name }) => ({ key, name })),
    })),
  }));
  const unknown = meals.flatMap(({ dishes }) =>
    dishes.filter(({ attributes, key }) => attributes === null && key !== ''),
  );
  return {
    siteId,
    meals: meals.length,
    firstDay: meals[0]?.date ?? null,
    lastDay: meals.at(-1)?.date ?? null,
    rows,
    incomplete: incompleteMeals(meals),
    unknown: [...new Map(unknown.map(({ key, name }) => [key, { key, name }])).values()],
  };
}

type BalanceInput = Omit<Input<'menus.balance'>, 'siteId'> & { readonly siteId?: number | null };

/** What its words and what persons say of a dish. */
export function attributesOf(
  { db }: { readonly db: ReadonlyDatabase },
  { name }: Input<'dishes.attributes'>,
): readonly DishAttributeRecord[] {
  const dish = known(db, name);
  const guessed = guessAttributes({ ...dish, course: null });
  const stated = new StatedAttributes(db);
  return dishAttributes.map((attribute) => ({
    attribute,
    guessed: guessed?.has(attribute) ?? null,
    stated: stated.of(dish.key, attribute),
  }));
}

/** Keeps what a person states of a dish; it counts for every spelling of it. */
export function stateAttribute(
  { db }: { readonly db: Database },
  { name, attribute, has }: Input<'dishes.stateAttribute'>,
): Output<'dishes.stateAttribute'> {
  const { key } = known(db, name);
  saveDishAttribute(db, { key, name, attribute, has });
  return null;
}

function known(db: ReadonlyDatabase, name: string) {
  const dish = new DishIndex(db).of(name);
  if (dish.key === '') throw new ServiceError('not-found', (t) => t.balance.noDish(name));
  return dish;
}
