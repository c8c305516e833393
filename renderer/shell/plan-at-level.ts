import type { HeadCount, Plan, PlanDay, PlanRow, PlanTotal } from '../../electron/api/records.ts';

/** The first of the levels of `byLevel`; the others are a percent apart. */
const FIRST_PERCENT = 50;

/**
 * A plan as the service would answer it at another service level, a whole percent, from what it says of all levels. Only orders move:
 * what is expected, and an order that is approved, is the same at every level.
 */
export function planAtLevel<P extends Plan>(plan: P, serviceLevel: number): P {
  if (plan.serviceLevel === serviceLevel) return plan;
  const rows = plan.rows.map((row) => rowAtLevel(row, serviceLevel));
  const byDate = Map.groupBy(rows, ({ date }) => date);
  return {
    ...plan,
    serviceLevel,
    rows,
    days: plan.days.map((day) => dayOfRows(day, byDate.get(day.date) ?? [])),
    totals: plan.totals.map((total) => totalOfRows(total, byDate.get(total.date) ?? [])),
  };
}

/** A row stays the same object for as long as its level is shown: the grid then draws it once. */
const shown = new WeakMap<PlanRow, PlanRow>();

function rowAtLevel(row: PlanRow, serviceLevel: number): PlanRow {
  const before = shown.get(row);
  if (before?.serviceLevel === serviceLevel) return before;
  const after = computed(row, serviceLevel);
  shown.set(row, after);
  return after;
}

function computed(row: PlanRow, serviceLevel: number): PlanRow {
  const { byLevel, decision } = row;
  const recommended = byLevel?.orders[Math.round(serviceLevel * 100) - FIRST_PERCENT];
  if (!byLevel || recommended === undefined) return row;
  const order = decision.source === 'override' ? decision.quantity : recommended;
  return {
    ...row,
    order,
    serviceLevel,
    decision: {
      ...decision,
      recommended,
      quantity: order,
      mealsToCook: areChildrenCounted(decision.headCount) ? decision.mealsToCook : order,
    },
    flags: [
      ...row.flags.filter((flag) => flag !== 'over-capacity' && flag !== 'over-enrolment'),
      ...(row.capacity !== null && order > row.capacity ? (['over-capacity'] as const) : []),
      ...(byLevel.enrolled !== null && order > byLevel.enrolled ? (['over-enrolment'] as const) : []),
    ],
  };
}

/** Meals are cooked for whom was counted; a count of adults alone says nothing of children. */
function areChildrenCounted(headCount: HeadCount | null): boolean {
  const { all, M, E, C } = headCount?.counts ?? {};
  return [all, M, E, C].some((count) => count !== undefined);
}

/** Said once for the day: what holds for all its sites. */
function dayOfRows(day: PlanDay, rows: readonly PlanRow[]): PlanDay {
  const flags = rows[0]?.flags.filter((flag) => rows.every((row) => row.flags.includes(flag))) ?? [];
  return { ...day, flags };
}

const totalOfRows = (total: PlanTotal, rows: readonly PlanRow[]): PlanTotal => ({
  ...total,
  order: rows.reduce((sum, row) => sum + row.order, 0),
});
