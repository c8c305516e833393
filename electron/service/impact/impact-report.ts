import { listSiteDiners } from '../../../db/catalogue/site-diners.ts';
import { listRanOut } from '../../../db/meal-records.ts';
import type { ImpactDay, ImpactFigure, Site } from '../../../forecasting/domain/records.ts';
import { atEqualShortage } from '../../../forecasting/impact/counterfactual.ts';
import { carbon, carbonYear, eurosPerKilogram, massOfMeal } from '../../../forecasting/impact/factors.ts';
import { type Brought, brought, broughtBySite, worth } from '../../../forecasting/impact/impact.ts';
import type { Input } from '../../api/contract.ts';
import type { ConvertedFigure, ImpactReport, ImpactSums, SiteName } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { type JudgedDays, recordedDays, replayedDays } from './site-days.ts';

/** What the orders of a period brought: in meals, kilograms, euros and CO₂e, by month and by site. */
export function impactReport(context: Context, input: Input<'impact.report'>): ImpactReport {
  const replayed = input.replayed ?? false;
  const judged = replayed
    ? replayedDays(context, input)
    : recordedDays(context, input, listRanOut(context.db, input.from, input.to));
  const equal = atEqualShortage(judged.days);
  const days = judged.counterfactual === 'equal-shortage' ? (equal?.days ?? []) : judged.days;
  const { sites } = context.models.history(context);
  const whole = brought(days);
  return {
    from: input.from,
    to: input.to,
    orders: replayed ? 'replayed' : 'recorded',
    counterfactual: judged.counterfactual,
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

const leftOutOf = ({ leftOut, days: judged }: JudgedDays, days: readonly ImpactDay[]) => ({
  ...leftOut,
  noCounterfactual: leftOut.noCounterfactual + judged.length - days.length,
});

const sumsOf = ({ siteDays, served, surplus, avoided, shortage, shown }: Brought): ImpactSums => ({
  siteDays,
  served,
  surplus,
  avoided,
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

const times = ({ value, low, high }: ImpactFigure, factor: number): ImpactFigure => ({
  value: factor * value,
  low: factor * low,
  high: factor * high,
});

/** Kilograms by the meals of each site, and euros and CO₂e of them; the ranges are those of the meals alone. */
function converted(
  { db }: Context,
  days: readonly ImpactDay[],
  sites: readonly Site[],
  whole: Brought,
  foodCost: number | undefined,
): Pick<ImpactReport, 'kilograms' | 'euros' | 'carbon'> {
  const fromKitchen = new Set(
    listSiteDiners(db).flatMap(({ siteId, kitchenId }) => (kitchenId === null ? [] : [siteId])),
  );
  const masses = new Map(sites.map(({ id, kind }) => [id, massOfMeal(kind, !fromKitchen.has(id))]));
  const weighed = days.map((day): ImpactDay => {
    const mass = masses.get(day.siteId) ?? 0;
    return {
      ...day,
      served: mass * day.served,
      order: mass * day.order,
      other: day.other.map((meals) => mass * meals),
    };
  });
  const kilos = brought(weighed).avoided;
  const factor = whole.avoided.value === 0 ? 0 : kilos.value / whole.avoided.value;
  const kilograms: ConvertedFigure = { ...kilos, factor, per: 'meal', source: 'ADEME', year: null };
  const perKilogram = eurosPerKilogram.value;
  return {
    kilograms,
    euros:
      foodCost === undefined
        ? { ...times(kilos, perKilogram), factor: perKilogram, per: 'kilogram', source: 'ADEME', year: null }
        : { ...times(whole.avoided, foodCost), factor: foodCost, per: 'meal', source: 'own', year: null },
    carbon: {
      ...times(kilos, carbon.unknown),
      factor: carbon.unknown,
      per: 'kilogram',
      source: 'ADEME',
      year: carbonYear,
    },
  };
}
