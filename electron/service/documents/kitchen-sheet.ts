import type { DishPlan, Plan, PlanRow } from '../../api/records.ts';
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
      const row = meals.place === place.place ? rows.get(meals.siteId) : undefined;
      if (row === undefined) return [];
      const own = dishes.rows.filter(({ siteId }) => siteId === meals.siteId);
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

function stampOf({ decision: { approved } }: PlanRow): OrderStamp | null {
  if (approved === null) return null;
  const { correction, approvedQuantity, ...stamp } = approved;
  return { ...stamp, approvedQuantity: correction === 0 ? null : approvedQuantity, correction };
}
