import type { ImpactDay, Site } from '../../../forecasting/domain/records.ts';
import { atEqualShortage } from '../../../forecasting/impact/counterfactual.ts';
import { type Brought, brought, broughtBySite, worth } from '../../../forecasting/impact/impact.ts';
import { orderFacts } from '../../../forecasting/impact/order-facts.ts';
import type { Input } from '../../api/contract.ts';
import type { ImpactReport, ImpactSums, SiteName } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { converted, weighedWaste } from './convert.ts';
import { headlineOf, shortageLineOf } from './headline.ts';
import { type JudgedDays, recordedDays, replayedDays } from './site-days.ts';

/** What the orders of a period brought: in meals, kilograms, euros and CO₂e, by month and by site. */
export function impactReport(context: Context, input: Input<'impact.report'>): ImpactReport {
  const replayed = input.replayed ?? false;
  const judged = replayed ? replayedDays(context, input) : recordedDays(context, input, input.counterfactual);
  const equal = atEqualShortage(judged.days);
  const days = judged.counterfactual === 'equal-shortage' ? stretched(judged.days) : judged.days;
  const { sites } = context.models.history(context);
  const whole = brought(days);
  const facts = orderFacts(judged.ordered);
  const { counterfactual } = judged;
  return {
    headline: headlineOf({ ...input, counterfactual, facts }, whole, context),
    shortageLine: shortageLineOf(whole.shortage, context),
    from: input.from,
    to: input.to,
    orders: replayed ? 'replayed' : 'recorded',
    counterfactual,
    counterfactuals: judged.counterfactuals,
    facts,
    weighed: weighedWaste(context, input),
    enough: whole.enough,
    ...sumsOf(whole),
    days: whole.days,
    weeks: whole.weeks,
    missing: whole.missing,
    atEqualShortage: equal && brought(equal.days).avoided,
    worth: input.costs ? worth(whole, input.costs) : null,
    ...converted(context, days, sites, whole, input.foodCost),
    months: byMonth(days),
    sites: bySite(days, sites),
    leftOut: leftOutOf(judged, days),
  };
}

/** The staff's own figures stay as they were written. */
function stretched(days: readonly ImpactDay[]): readonly ImpactDay[] {
  const own = days.filter(({ measured }) => measured);
  return [...own, ...(atEqualShortage(days.filter(({ measured }) => !measured))?.days ?? [])];
}

const leftOutOf = ({ leftOut, days: judged }: JudgedDays, days: readonly ImpactDay[]) => ({
  ...leftOut,
  noCounterfactual: leftOut.noCounterfactual + judged.length - days.length,
});

const sumsOf = ({ siteDays, served, surplus, avoided, measured, shortage, shown }: Brought): ImpactSums => ({
  siteDays,
  served,
  surplus,
  avoided,
  measured,
  shortage,
  shown,
});

const byMonth = (days: readonly ImpactDay[]) =>
  [...Map.groupBy(days, ({ date }) => date.slice(0, 7))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, own]) => ({ month, ...sumsOf(brought(own)) }));

/** The sites by what was avoided, those that lost last. */
function bySite(days: readonly ImpactDay[], sites: readonly Site[]): readonly (ImpactSums & SiteName)[] {
  const names = new Map(sites.map(({ id, name, kind }) => [id, { site: name, siteKind: kind }]));
  return broughtBySite(days)
    .flatMap(({ siteId, ...own }) => {
      const name = names.get(siteId);
      return name ? [{ siteId, ...name, ...sumsOf(own) }] : [];
    })
    .toSorted((a, b) => b.avoided.value - a.avoided.value);
}
