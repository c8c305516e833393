import { deadlineFor, originFor } from '../../../forecasting/orders/order-rule.ts';
import type { Deadline, IsoDate } from '../../../forecasting/records.ts';
import type { AttendanceModel } from '../../../forecasting/types.ts';
import { readOrderRules, ruleBySite } from '../order-rules.ts';
import type { Context } from '../use-case.ts';
import { originOf } from './origin.ts';

/** The models behind one plan: each order is forecast with what was known when it left, or is known now. */
export interface PlanModels {
  /** Last day whose records the forecast of a date may see: never the date itself. */
  knownFor(date: IsoDate): IsoDate;
  deadline(siteId: number, date: IsoDate): Deadline | null;
  /** The eve of the deadline where that is past, else what is known for the date. */
  originOf(siteId: number, date: IsoDate): IsoDate;
  at(origin: IsoDate): AttendanceModel;
}

/**
 * The models of a plan by the order rules of its sites. Without rules, and with `asOf` or in a week that is not
 * under way, there is one. In the week under way the days that lie ahead are forecast with today's knowledge (a
 * strike announced this morning counts); those that are past keep the forecast made on the eve of `from`.
 */
export function planModels(context: Context, from: IsoDate, asOf: IsoDate | undefined): PlanModels {
  const ruleOf = ruleBySite(readOrderRules(context.db));
  const eve = originOf(context, from, asOf);
  const { today } = context;
  const knownFor = (date: IsoDate) => (asOf === undefined && eve < today && today < date ? today : eve);
  return {
    knownFor,
    deadline(siteId, date) {
      const rule = ruleOf(siteId);
      return rule && deadlineFor(rule, date);
    },
    originOf(siteId, date) {
      const rule = ruleOf(siteId);
      const origin = rule && originFor(rule, date);
      const known = knownFor(date);
      return origin !== null && origin < known ? origin : known;
    },
    at: (origin) => context.models.model(context, origin),
  };
}

/** One model for all, and no deadlines. */
export const oneModel = (model: AttendanceModel): PlanModels => ({
  knownFor: () => model.origin,
  deadline: () => null,
  originOf: () => model.origin,
  at: () => model,
});
