import type { Contribution } from '../../../forecasting/domain/records.ts';
import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import type { OrderVersion, Revision } from '../../api/records.ts';
import type { SiteDay } from './plan-rows.ts';

/** Meals, and share of what an event moves: with less it is the same event, forecast a day later. */
const leastMeals = 0.5;
const leastShare = 0.2;

/** Meals that strikes and outings move a forecast by. */
function mealsOfEvents(contributions: readonly Contribution[]): number {
  return contributions.reduce(
    (sum, { term, meals }) => (term === 'strike' || term === 'outing' ? sum + meals : sum),
    0,
  );
}

/**
 * What became known since an order was frozen, where it is more than a forecast's own unrest from one day to the next:
 * the site has closed, a strike or an outing came or went, or what is recommended now lies outside the likely range of
 * then. What a person ordered on top of the recommendation, or less, is kept.
 */
export function revisionOf(inForce: OrderVersion, day: SiteDay): Revision | null {
  const { quantity } = inForce;
  if (day.status.closed) return revision(quantity, 0);
  if (day.current === null) return null;
  const recommended = orderQuantity(day.current, inForce.serviceLevel);
  const [before, after] = [inForce, day.current].map(({ contributions }) => mealsOfEvents(contributions));
  const isEvent = isOtherEvent(before ?? 0, after ?? 0);
  // A whole number of meals stands for what lies within half a meal of it.
  const isUnlikely = recommended + 0.5 < inForce.low || recommended - 0.5 > inForce.high;
  return isEvent || isUnlikely
    ? revision(quantity, Math.max(0, quantity + recommended - inForce.recommended))
    : null;
}

function isOtherEvent(before: number, after: number): boolean {
  const change = Math.abs(after - before);
  return change >= leastMeals && change >= leastShare * Math.max(Math.abs(before), Math.abs(after));
}

const revision = (inForce: number, quantity: number): Revision | null =>
  quantity === inForce ? null : { quantity, difference: quantity - inForce };
