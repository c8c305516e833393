import type { DishPlan, DishRow, Plan, PlanRow, SiteMeals } from '../../api/records.ts';
import type { KitchenPart, KitchenSheet, OrderStamp, SheetTable } from './kitchen-sheet-data.ts';

/** What the sheets of one day show, from its plan of meals and of dishes. Places without meals that day are left out. */
export function kitchenSheet(
  plan: Plan,
  dishes: DishPlan,
  madeAt: string,
  warnings: readonly string[],
): KitchenSheet {
  const rows = new Map(plan.rows.map((row) => [row.siteId, row]));
  const places = dishes.places.map((place): KitchenPart => {
    const tables = dishes.meals.flatMap((meals): readonly SheetTable[] => {
      if (meals.place !== place.place) return [];
      const own = dishes.rows.filter(({ siteId }) => siteId === meals.siteId);
      if (meals.children === null) return portionsTable(meals, own);
      const row = rows.get(meals.siteId);
      if (row === undefined) return [];
      const { site, siteKind, flags } = row;
      const version = row.decision.sheetVersion;
      const { recorded, revision } = row.decision;
      const unrecorded = !recorded && row.date < madeAt.slice(0, 10);
      const order = { stamp: stampOf(row), unrecorded, revision };
      return [{ site, siteKind, meals, dishes: own, flags, ...order, version }];
    });
    return { place, dishes: dishes.kitchens.filter((dish) => dish.place === place.place), tables };
  });
  return {
    date: plan.from,
    madeAt,
    warnings,
    places: places.filter(({ tables }) => tables.length > 0),
  };
}

/** Of a site that counts portions and no guests: no meals are ordered, so there is no order behind it. */
function portionsTable(meals: SiteMeals, dishes: readonly DishRow[]): readonly SheetTable[] {
  const [first] = dishes;
  if (first === undefined) return [];
  const { site, siteKind } = first;
  const order = { stamp: null, unrecorded: false, revision: null, version: 1 };
  return [{ site, siteKind, meals, dishes, flags: [], ...order }];
}

function stampOf({ decision: { approved } }: PlanRow): OrderStamp | null {
  if (approved === null) return null;
  const { correction, approvedQuantity, ...stamp } = approved;
  return { ...stamp, approvedQuantity: correction === 0 ? null : approvedQuantity, correction };
}
