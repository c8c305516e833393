import { readDishServings } from '../../../db/dish-servings.ts';
import { listDishDays } from '../../../db/dishes.ts';
import { toDay, toIso } from '../../../forecasting/calendar/day.ts';
import { menuOfSite } from '../../../forecasting/dishes/menu-of-site.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { History, IsoDate, MenuItem } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { DishDay, DishDays } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { DishIndex } from './dish-index.ts';

/** Days told; all of them are on the dish's own page. */
const daysTold = 5;

/** The meals of a site by day. */
function countsOf({ attendance }: History, siteId: number) {
  const known = (count: number) => (Number.isNaN(count) ? null : count);
  const counts = new Map<number, Pick<DishDay, 'staff' | 'served'>>();
  for (let i = 0; i < attendance.day.length; i++) {
    if (attendance.site[i] !== siteId) continue;
    const [served, staff] = [numberAt(attendance.served, i), numberAt(attendance.staff, i)].map(known);
    counts.set(numberAt(attendance.day, i), { served: served ?? null, staff: staff ?? null });
  }
  return counts;
}

/** Portions left in percent of those prepared, by day; where nobody counted them, what was not served. */
function leftByDay(context: Context, siteId: number, spellings: readonly string[]) {
  const own = readDishServings(context.db, spellings).filter((serving) => serving.siteId === siteId);
  return new Map(
    own.map(({ day, served, prepared, left }) => {
      const rest = left ?? (prepared === null ? null : Math.max(0, prepared - served));
      return [day, rest === null || !prepared ? null : (100 * rest) / prepared] as const;
    }),
  );
}

/** The earlier days on which a site had a dish, and what happened to it then. */
export function dishDays(context: Context, input: Input<'plan.dishDays'>): DishDays {
  const { siteId, date } = input;
  const history = context.models.history(context);
  const index = new DishIndex(context.db);
  const byDate = Map.groupBy(history.menu, (item) => item.date);
  const dishesOn = (on: IsoDate) =>
    menuOfSite(byDate.get(on) ?? [], siteId).map((item) => index.menuDish(item));
  const offered = dishesOn(date).filter(({ key, family }) => key !== '' && family !== 'note');
  const dishes = offered.filter(({ key }, i) => offered.findIndex((dish) => dish.key === key) === i);
  const key = input.key ?? mainOf(offered)?.key ?? null;
  if (key === null) return { dishes, key, days: [], times: 0 };
  const last = context.today < date ? context.today : date;
  const spellings = new Set(listDishDays(context.db).map(({ dish }) => dish));
  const own = [...spellings].filter((dish) => index.of(dish).key === key);
  const counts = countsOf(history, siteId);
  const left = leftByDay(context, siteId, own);
  const days = [...byDate.keys()]
    .filter((on) => on < last && dishesOn(on).some((dish) => dish.key === key))
    .concat([...left.keys()].map(toIso).filter((on) => on < last));
  const known = [...new Set(days)].filter((on) => counts.has(toDay(on)) || left.has(toDay(on))).sort();
  return {
    dishes,
    key,
    times: known.length,
    days: known
      .toReversed()
      .slice(0, daysTold)
      .map((on) => ({
        date: on,
        staff: null,
        served: null,
        ...counts.get(toDay(on)),
        left: left.get(toDay(on)) ?? null,
      })),
  };
}

/** What a menu is named by: its main dish; where no course is known, the dish after the starter. */
function mainOf<T extends { readonly course: MenuItem['course'] }>(dishes: readonly T[]): T | undefined {
  const main = dishes.find(({ course }) => course === 'main');
  return main ?? (dishes.length >= 3 ? dishes[1] : dishes[0]);
}
