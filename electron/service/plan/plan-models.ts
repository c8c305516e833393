import { deadlineFor, originFor } from '../../../forecasting/orders/order-rule.ts';
import type { Deadline, IsoDate } from '../../../forecasting/records.ts';
import type { AttendanceModel } from '../../../forecasting/types.ts';
import { readOrderRules, ruleBySite } from '../order-rules.ts';
import type { Context } from '../use-case.ts';

/** The models behind one plan: each order is forecast with what was known when it left, or is known now. */
export interface PlanModels {
  /** Last day whose records the plan could see at most. */
  readonly asOf: IsoDate;
  deadline(siteId: number, date: IsoDate): Deadline | null;
  /** The eve of the deadline where that is past, else `asOf`. */
  originOf(siteId: number, date: IsoDate): IsoDate;
  at(origin: IsoDate): AttendanceModel;
}

/** The models of a plan by the order rules of its sites; without rules there is one. */
export function planModels(context: Context, asOf: IsoDate): PlanModels {
  const ruleOf = ruleBySite(readOrderRules(context.db));
  return {
    asOf,
    deadline(siteId, date) {
      const rule = ruleOf(siteId);
      return rule && deadlineFor(rule, date);
    },
    originOf(siteId, date) {
      const rule = ruleOf(siteId);
      const origin = rule && originFor(rule, date);
      return origin !== null && origin < asOf ? origin : asOf;
    },
    at: (origin) => context.models.model(context, origin),
  };
}

/** One model for all, and no deadlines. */
export const oneModel = (model: AttendanceModel): PlanModels => ({
  asOf: model.origin,
  deadline: () => null,
  originOf: () => model.origin,
  at: () => model,
});
