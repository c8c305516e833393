import type { Input } from '../../api/contract.ts';
import type { SiteDishes } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { serviceLevelOf } from '../orders/service-level.ts';
import { dishesOfDay } from '../purchase-orders/plan-dishes.ts';

/** The dishes of one site on one day, with the portions that its sheet has. */
export function siteDishes(context: Context, { date, siteId }: Input<'sheet.dishes'>): SiteDishes {
  const { dishes } = dishesOfDay(context, date, serviceLevelOf(context, {}), { siteIds: [siteId] });
  const meals = dishes.meals.find((one) => one.siteId === siteId);
  return {
    rows: dishes.rows.filter((row) => row.siteId === siteId),
    portionsAlone: meals !== undefined && meals.children === null,
  };
}
