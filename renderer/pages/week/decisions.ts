import type { Decision, IsoDate, Plan, PlanRow } from '../../../electron/api/records.ts';
import { type NextOrder, nextOrder } from './deadline.ts';

export const isApproved = (row: Pick<PlanRow, 'decision'>): boolean => row.decision.approved !== null;

/** Approved, and what is in force was not noted as sent: nothing of it, or a version before. */
export function isToSend({ decision: { approved } }: Pick<PlanRow, 'decision'>): boolean {
  return approved !== null && approved.sending?.version !== approved.version;
}

/** Did a person order something else than was recommended here, be it frozen since? */
export const isOverridden = ({ decision }: Pick<PlanRow, 'decision'>): boolean =>
  decision.source === 'override';

/** Overridden and still open: the number itself may change. */
export const isChanged = (row: Pick<PlanRow, 'decision'>): boolean => isOverridden(row) && !isApproved(row);

/** Served less what was ordered, as wherever a difference stands: below 0 is surplus. `null`: one of them is not known. */
export const differenceOf = ({ order, served, decision }: PlanRow): number | null =>
  decision.recorded && served !== null ? served - order : null;

/** The orders that one press of the button validates. */
export interface ToApprove {
  readonly rows: readonly PlanRow[];
  readonly dates: readonly IsoDate[];
  /** They are those of the next deadline, not all that is open. */
  readonly byDeadline: boolean;
}

/** The open orders of the next deadline; without one, all open orders. `null`: there are none. */
export function toApprove(rows: readonly PlanRow[], now: string): ToApprove | null {
  const open = rows.filter((row) => !isApproved(row));
  if (open.length === 0) return null;
  const next = nextOrder(open, now);
  const chosen = next ? open.filter((row) => isOf(next, row)) : open;
  return { rows: chosen, dates: datesOf(chosen), byDeadline: next !== null };
}

function isOf({ deadline }: NextOrder, row: PlanRow): boolean {
  return row.deadline?.date === deadline.date && row.deadline.time === deadline.time;
}

const datesOf = (rows: readonly PlanRow[]) => [...new Set(rows.map((row) => row.date))].toSorted();

/** A plan in which one order is decided otherwise, as it will be answered: the page need not wait for it. */
export function withOrder(plan: Plan, row: PlanRow, quantity: number, part: Partial<Decision>): Plan {
  const isIt = (other: PlanRow) => other.siteId === row.siteId && other.date === row.date;
  const before = plan.rows.find(isIt);
  if (!before) return plan;
  const changed = { ...before, order: quantity, decision: { ...before.decision, quantity, ...part } };
  const more = quantity - before.order;
  return {
    ...plan,
    rows: plan.rows.map((other) => (isIt(other) ? changed : other)),
    totals: plan.totals.map((total) =>
      total.date === row.date ? { ...total, order: total.order + more } : total,
    ),
  };
}

/** Greatest order that can be typed: as the service takes it. */
const MOST = 100_000;

/** A typed quantity; `null` when it is no whole number of meals. Spaces between thousands are let through. */
export function parseQuantity(text: string): number | null {
  const digits = text.replace(/[\s\u202f\u00a0]/g, '');
  const value = Number(digits);
  return /^\d+$/.test(digits) && value <= MOST ? value : null;
}
