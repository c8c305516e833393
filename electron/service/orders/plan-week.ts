import type { Input } from '../../api/contract.ts';
import type { Plan } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { makePlan } from './make-plan.ts';
import { ordersFor } from './order-book.ts';
import { planModels } from './plan-models.ts';
import { serviceLevelOf } from './service-level.ts';

export function planWeek(context: Context, input: Input<'plan.week'>): Plan {
  const { from, to, allLevels = false } = input;
  const models = planModels(context, from, input.asOf);
  const history = context.models.history(context);
  const serviceLevel = serviceLevelOf(context, input);
  const orders = ordersFor(context, from, to, input.asOf);
  const request = { from, to, serviceLevel, allLevels };
  return makePlan(history, models, request, context.texts, orders, (done) =>
    context.progress('forecast', done),
  );
}
