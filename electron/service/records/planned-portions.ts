import { readMenu } from '../../../db/menus.ts';
import { listOrders } from '../../../db/orders.ts';
import type { Input } from '../../api/contract.ts';
import type { PlannedPortions } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { DishIndex } from '../dishes/dish-index.ts';
import { serviceLevelOf } from '../orders/service-level.ts';
import { DayMenus } from '../purchase-orders/day-menus.ts';
import { dishesOfDay } from '../purchase-orders/plan-dishes.ts';
import { siteOf } from '../sites/site-of.ts';

/**
 * What the sheet of the day said to prepare, for diners as they were ordered for, or counted in the morning. Where
 * nothing was ordered there was no sheet to cook by.
 */
export function plannedPortions(
  context: Context,
  { date, siteId }: Input<'records.planned'>,
): readonly PlannedPortions[] {
  if (siteId !== undefined) siteOf(context.db, siteId);
  const ordered = new Set(
    listOrders(context.db, date, date).flatMap((order) => {
      const quantity = order.versions.at(-1)?.quantity ?? order.override?.quantity;
      return order.siteId === null || quantity === undefined ? [] : [order.siteId];
    }),
  );
  if (siteId === undefined ? ordered.size === 0 : !ordered.has(siteId)) return [];
  const wanted = siteId === undefined ? null : { siteIds: [siteId] };
  const { dishes } = dishesOfDay(context, date, serviceLevelOf(context, {}), wanted);
  // A kitchen cooks one dish for sites whose menus spell it in their own ways.
  const portions = new Map(
    dishes.rows.map((row) => [`${row.siteId} ${row.key}`, row.portions - row.samples] as const),
  );
  const menus = new DayMenus(
    { menu: readMenu(context.db, date, date) },
    new DishIndex(context.db),
    date,
    date,
  );
  const sites = siteId === undefined ? [...ordered] : [siteId];
  const meals = new Map(
    dishes.meals.flatMap(({ siteId: of, children, adults }) =>
      children === null ? [] : [[of, children + adults] as const],
    ),
  );
  return sites.flatMap((site) => {
    const all = meals.get(site);
    return [
      ...(all === undefined ? [] : [{ siteId: site, dish: '', portions: all }]),
      ...menus.of(site, date).flatMap(({ dish, key }) => {
        const planned = portions.get(`${site} ${key}`);
        return planned === undefined ? [] : [{ siteId: site, dish, portions: planned }];
      }),
    ];
  });
}
