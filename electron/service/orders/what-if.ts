import type { Distribution, SiteForecast } from '../../../forecasting/domain/types.ts';
import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import type { Input } from '../../api/contract.ts';
import type { WhatIfAnswer, WhatIfOutcome } from '../../api/records.ts';
import { mondayOfWeek } from '../calendar/suggested-week.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { supposed } from './events-since.ts';
import { noForecast } from './plan-cell.ts';
import { planModels } from './plan-models.ts';
import { siteDay } from './plan-rows.ts';
import { serviceLevelOf } from './service-level.ts';
import { strikeEvidence } from './strike-evidence.ts';

const both = [false, true] as const;
const combinations = both.flatMap((strike) =>
  both.flatMap((away) => both.map((guests) => ({ strike, away, guests }))),
);

/** Guests are announced, so they come: the whole distribution moves by as many. */
const withDiners = (forecast: Distribution, guests: number): Distribution => ({
  mean: forecast.mean + guests,
  quantile: (p) => forecast.quantile(p) + guests,
});

/** The order and the range of one day under each combination of what might be otherwise. */
export function whatIf(context: Context, input: Input<'plan.whatIf'>): WhatIfAnswer {
  const { siteId, date } = input;
  const history = context.models.history(context);
  const site = history.sites.find(({ id }) => id === siteId);
  if (!site) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  }
  const models = planModels(context, mondayOfWeek(date), undefined);
  const day = siteDay(models, site, date);
  if (!day.forecast) {
    throw noForecast(context, day);
  }
  const model = models.at(day.asOf);
  const level = serviceLevelOf(context, input);
  // An outing that the model does not know yet is one all the same.
  const { absent = 0 } = supposed(models.since(siteId, date, day.asOf));
  const onStrike = day.status.flags.includes('strike');
  const outcomes = combinations.map((set): WhatIfOutcome => {
    // Where a strike is on record, the question is what happens without it.
    const suppose = { strike: onStrike !== set.strike, absent: (set.away ? input.away : 0) + absent };
    const forecast = model.forecast(siteId, date, suppose) as SiteForecast;
    return { ...set, ...outcomeOf(withDiners(forecast, set.guests ? input.guests : 0), level) };
  });
  const away = history.closures.filter(
    (one) => one.kind === 'outing' && one.siteId === siteId && one.date === date,
  );
  return {
    onStrike,
    away: away.reduce((sum, { absent }) => sum + (absent ?? 0), 0),
    outcomes,
    strikes: strikeEvidence(history, siteId, date),
  };
}

const outcomeOf = (forecast: Distribution, serviceLevel: number) => ({
  order: orderQuantity(forecast, serviceLevel),
  mean: forecast.mean,
  low: forecast.quantile(0.1),
  high: forecast.quantile(0.9),
});
