import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listOrderRules, saveOrderRule } from '../../../db/order-rules.ts';
import { checkOrderRule, type OrderRuleProblem } from '../../../forecasting/orders/order-rule.ts';
import type { Input } from '../../api/contract.ts';
import { orderRuleSchema } from '../../api/order-rules.ts';
import type { OrderRule, OrderRuleRecord } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import type { Messages } from '../messages/messages.ts';
import { siteOf } from '../sites/site-of.ts';

/** A rule that cannot be read, from a newer version, counts as never set. */
export function readableRule(rule: unknown): OrderRule | null {
  const { success, data } = orderRuleSchema.safeParse(rule);
  return success && checkOrderRule(data) === null ? data : null;
}

/** The rule of all sites first, then those of single sites. */
export const readOrderRules = (db: ReadonlyDatabase): readonly OrderRuleRecord[] =>
  listOrderRules(db).flatMap(({ siteId, rule: stored, savedAt }) => {
    const rule = readableRule(stored);
    return rule === null ? [] : [{ siteId, rule, savedAt }];
  });

/** The rule that a site orders by: its own, else that of all; `null` without any. */
export function ruleBySite(rules: readonly OrderRuleRecord[]): (siteId: number) => OrderRuleRecord | null {
  const bySite = new Map(rules.map((rule) => [rule.siteId, rule]));
  return (siteId) => bySite.get(siteId) ?? bySite.get(null) ?? null;
}

function reason(problem: OrderRuleProblem, { orderRules }: Messages): string {
  const word = orderRules[problem.code] as (problem: OrderRuleProblem) => string;
  return word(problem);
}

/** Throws, in words, when a rule cannot be kept. */
export function refuseUnsound(rule: OrderRule | null): void {
  const problem = rule === null ? null : checkOrderRule(rule);
  if (problem !== null) {
    throw new ServiceError('refused', (t) => t.errors.orderRuleRefused(reason(problem, t)));
  }
}

export function saveRule(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { siteId, rule }: Input<'orderRules.save'>,
): readonly OrderRuleRecord[] {
  if (siteId !== null) siteOf(db, siteId);
  refuseUnsound(rule);
  saveOrderRule(db, siteId, rule, now);
  return readOrderRules(db);
}
