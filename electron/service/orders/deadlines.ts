import type { Deadline, IsoDate, Moment, OrderRule } from '../../../forecasting/domain/records.ts';
import { deadlineFor } from '../../../forecasting/orders/order-rule.ts';
import type { OrderRuleRecord } from '../../api/records.ts';
import { ruleBySite } from './order-rules.ts';

export const momentOf = ({ date, time }: Deadline): Moment => `${date}T${time}`;

/** The first of some moments; `null`: there is none. */
export const earliest = (moments: readonly (Moment | null)[]): Moment | null =>
  moments.reduce(
    (first, moment) => (first === null || (moment !== null && moment < first) ? moment : first),
    null,
  );

/** A deadline rule as it was saved. */
export type SavedRule = Pick<OrderRuleRecord, 'rule' | 'savedAt'>;

/** The deadline of a day by a rule; `null` without one, and where it was past before the rule was saved. */
export function deadlineBy(saved: SavedRule, date: IsoDate): Deadline | null {
  const deadline = deadlineFor(saved.rule, date);
  return deadline !== null && (saved.savedAt === null || momentOf(deadline) > saved.savedAt)
    ? deadline
    : null;
}

/** Longest time from a deadline of a rule to a day that it serves, in days. */
export function longestLeadOf(rule: OrderRule): number {
  return rule.type === 'lead'
    ? rule.days
    : Math.max(...rule.deadlines.map(({ weeksBefore = 1 }) => 7 * (weeksBefore + 1)));
}

/** The deadlines by which the orders of sites move no more. */
export class Deadlines {
  readonly rules: readonly OrderRuleRecord[];
  readonly #ruleOf: (siteId: number) => OrderRuleRecord | null;
  /** By rule and day: sites share their rules. */
  readonly #known = new Map<OrderRuleRecord, Map<IsoDate, Deadline | null>>();

  constructor(rules: readonly OrderRuleRecord[]) {
    this.rules = rules;
    this.#ruleOf = ruleBySite(rules);
  }

  ruleOf(siteId: number): OrderRuleRecord | null {
    return this.#ruleOf(siteId);
  }

  of(siteId: number, date: IsoDate): Deadline | null {
    const rule = this.#ruleOf(siteId);
    if (rule === null) return null;
    const byDate = this.#known.get(rule) ?? new Map<IsoDate, Deadline | null>();
    this.#known.set(rule, byDate);
    const known = byDate.get(date);
    if (known !== undefined) return known;
    const deadline = deadlineBy(rule, date);
    byDate.set(date, deadline);
    return deadline;
  }

  /** May the order still change, by the rule as it stands? Also of a day whose deadline was past before it was saved. */
  isAhead(siteId: number, date: IsoDate, now: Moment): boolean {
    const rule = this.#ruleOf(siteId)?.rule;
    const deadline = rule ? deadlineFor(rule, date) : null;
    return deadline === null || momentOf(deadline) > now;
  }
}
