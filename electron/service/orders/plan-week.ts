import { listKitchens } from '../../../db/catalogue/kitchens.ts';
import { listSiteDiners } from '../../../db/catalogue/site-diners.ts';
import { listCountSlips } from '../../../db/count-slips.ts';
import type { Input } from '../../api/contract.ts';
import type { PlanSite, WeekPlan } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { sheetTexts } from '../documents/sheet-texts.ts';
import { attentionOf } from './attention.ts';
import { makePlan } from './make-plan.ts';
import { ordersFor } from './order-book.ts';
import { planModels } from './plan-models.ts';
import { serviceLevelOf } from './service-level.ts';

export function planWeek(context: Context, input: Input<'plan.week'>): WeekPlan {
  const { from, to, asOf, allLevels = false } = input;
  const models = planModels(context, from, asOf);
  const history = context.models.history(context);
  const serviceLevel = serviceLevelOf(context, input);
  const orders = ordersFor(context, from, to, asOf);
  const request = { from, to, serviceLevel, allLevels };
  const plan = makePlan(history, models, request, context.texts, orders, (done) =>
    context.progress('forecast', done),
  );
  // A plan as of another day knows nothing of what is asked today, and every day of it is ahead.
  const isHindcast = asOf !== undefined;
  const attention = attentionOf(
    plan.rows,
    isHindcast ? from : context.today,
    { ...context.texts.attention, rules: sheetTexts(context.language).model },
    isHindcast ? [] : listCountSlips(context.db),
  );
  const ordered = new Set(plan.rows.map(({ siteId }) => siteId));
  const sites = planSites(context).filter(({ siteId }) => ordered.has(siteId));
  return { ...plan, attention, sites };
}

function planSites(context: Context): readonly PlanSite[] {
  const kitchens = new Map(listKitchens(context.db).map(({ id, name }) => [id, name]));
  const kitchenOf = new Map(listSiteDiners(context.db).map(({ siteId, kitchenId }) => [siteId, kitchenId]));
  return context.models.history(context).sites.map(({ id, sector }) => ({
    siteId: id,
    sector,
    kitchen: kitchens.get(kitchenOf.get(id) ?? -1) ?? null,
  }));
}
