import { type DishServing, readDishServings } from '../../../db/dish-servings.ts';
import { listDishDays } from '../../../db/dishes.ts';
import { toDay, toIso, weekday } from '../../../forecasting/calendar/day.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { History, MenuItem } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { DishProfile, DishSummary, IsoDate } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { type DishDiners, dishAttendance } from './dish-attendance.ts';
import { DishIndex } from './dish-index.ts';
import { dishTakeUp } from './dish-take-up.ts';
import { listDishes } from './dishes.ts';

/** As many as one reads. */
const companionsShown = 12;

function recordOf({ db }: Context, key: string): DishSummary {
  const dishes = listDishes(db);
  const found = dishes.find((dish) => dish.key === key || dish.merged.some((other) => other.key === key));
  if (found === undefined) {
    throw new ServiceError('not-found', (t) => t.errors.dishNotFound(key));
  }
  return found;
}

/** How often each key comes, in the order of the keys given and then of their first coming. */
function counted<K>(keys: readonly K[], first: readonly K[] = []): ReadonlyMap<K, number> {
  const counts = new Map<K, number>(first.map((key) => [key, 0]));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function medianInterval(days: readonly number[]): number | null {
  const gaps = days
    .slice(1)
    .map((day, i) => day - numberAt(days, i))
    .toSorted((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? null;
}

/** Dishes of the same menus, those of the same choice left out: nobody takes both. */
function companionsOf(
  own: readonly MenuItem[],
  menu: readonly MenuItem[],
  index: DishIndex,
): DishProfile['companions'] {
  const placeOf = ({ date, siteId }: MenuItem) => `${date} ${siteId}`;
  const mine = new Map(own.map((item) => [placeOf(item), item]));
  const key = own[0] === undefined ? '' : index.of(own[0].dish).key;
  const days = new Map<string, { readonly name: string; readonly dates: Set<IsoDate> }>();
  for (const item of menu) {
    const beside = mine.get(placeOf(item));
    const other = index.of(item.dish);
    const same = other.key === key || other.key === '' || other.family === 'note';
    if (beside === undefined || same || (item.choice !== null && item.choice === beside.choice)) continue;
    const known = days.get(other.key) ?? { name: other.name, dates: new Set() };
    known.dates.add(item.date);
    days.set(other.key, known);
  }
  return [...days]
    .map(([companion, { name, dates }]) => ({ key: companion, name, times: dates.size }))
    .toSorted((a, b) => b.times - a.times)
    .slice(0, companionsShown);
}

/** The meals of each site-day in one look-up. */
function dinersOf({ attendance }: History): DishDiners {
  const { site, day, served } = attendance;
  const counts = new Map<number, number>();
  const keyOf = (siteId: number, of: number) => siteId * 1_000_000 + of;
  for (let i = 0; i < site.length; i++) {
    const count = numberAt(served, i);
    if (!Number.isNaN(count)) counts.set(keyOf(numberAt(site, i), numberAt(day, i)), count);
  }
  return (siteId, of) => counts.get(keyOf(siteId, of)) ?? null;
}

/** On which days which sites had the dish: by the menu of every site, by their own, or by what they served. */
function sitesByDay(history: History, own: readonly MenuItem[], servings: readonly DishServing[]) {
  const everySite = history.sites.map(({ id }) => id);
  const days = new Map<number, Set<number>>();
  const add = (day: number, sites: readonly number[]) => {
    days.set(day, new Set([...(days.get(day) ?? []), ...sites]));
  };
  for (const { date, siteId } of own) add(toDay(date), siteId === null ? everySite : [siteId]);
  for (const { day, siteId } of servings) add(day, [siteId]);
  return [...days].map(([day, sites]) => ({ day, sites: [...sites] }));
}

/** Everything that the records say about one dish. */
export function dishPage(context: Context, { key }: Input<'menus.dish'>): DishProfile {
  const { db } = context;
  const dish = recordOf(context, key);
  const index = new DishIndex(db);
  const history = context.models.history(context);
  const own = history.menu.filter((item) => index.of(item.dish).key === dish.key);
  const courses = new Map(own.map(({ date, course }) => [date, course]));
  const dates = [
    ...new Set(listDishDays(db).flatMap((day) => (index.of(day.dish).key === dish.key ? [day.date] : []))),
  ];
  const days = dates.map(toDay);
  const servings = readDishServings(db, dish.spellings);
  const diners = dinersOf(history);
  const strikes = new Set(
    history.closures.filter(({ kind }) => kind === 'strike').map(({ date }) => toDay(date)),
  );
  return {
    dish,
    days: days.toReversed().map((day) => ({ date: toIso(day), course: courses.get(toIso(day)) ?? null })),
    schoolYears: [...counted(days.map(schoolYearOf))]
      .map(([schoolYear, times]) => ({ schoolYear, times }))
      .toReversed(),
    weekdays: [...counted(days.map(weekday), [1, 2, 3, 4, 5])].map(([of, times]) => ({ weekday: of, times })),
    interval: medianInterval(days),
    companions: companionsOf(own, history.menu, index),
    takeUp: dishTakeUp(servings, history.sites, diners),
    attendance: dishAttendance(sitesByDay(history, own, servings), diners, (day) => strikes.has(day)),
  };
}
