import { listSiteDiners } from '../../../db/catalogue/site-diners.ts';
import { listCampaigns } from '../../../db/weighings.ts';
import type {
  ImpactDay,
  ImpactFigure,
  IsoDate,
  Site,
  WeighedDay,
} from '../../../forecasting/domain/records.ts';
import { carbon, carbonYear, eurosPerKilogram, massOfMeal } from '../../../forecasting/impact/factors.ts';
import { type Brought, brought, surplusOf, timesRange } from '../../../forecasting/impact/impact.ts';
import { measuredSlope } from '../../../forecasting/impact/measured-slope.ts';
import { wasteFigures } from '../../../forecasting/waste/weighing.ts';
import type { ConvertedFigure, ImpactReport } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { weighedDays } from '../weighings/weighed-days.ts';
import { servedOrders } from './site-days.ts';

const gramsPerKilogram = 1000;

/** Kilograms of food in a meal of each site, by its kind and by where its food is cooked. */
export function mealMasses({ db }: Pick<Context, 'db'>, sites: readonly Site[]): ReadonlyMap<number, number> {
  const fromKitchen = new Set(
    listSiteDiners(db).flatMap(({ siteId, kitchenId }) => (kitchenId === null ? [] : [siteId])),
  );
  return new Map(sites.map(({ id, kind }) => [id, massOfMeal(kind, !fromKitchen.has(id))]));
}

/** Kilograms that a surplus meal leaves unserved at the weighed sites; `null`: too few weighings say so. */
export function weighedSlope(context: Context): ImpactFigure | null {
  const days = listCampaigns(context.db).flatMap((campaign) => {
    const { siteId, from, to } = campaign;
    if (siteId === null) return [];
    const orders = new Map(
      servedOrders(context, { from, to })
        .days.filter((day) => day.siteId === siteId)
        .map((day) => [day.date, day]),
    );
    return weighedDays(campaign).flatMap((day) => {
      const grams = unservedOf(day);
      const order = orders.get(day.date);
      if (grams === null || order === undefined) return [];
      return [{ surplus: surplusOf(order.order, order.served), unserved: grams / gramsPerKilogram }];
    });
  });
  return measuredSlope(days);
}

/** Food that was not served, grams; unsorted bins as they are. */
const unservedOf = ({ sources: { unserved } }: WeighedDay): number | null =>
  unserved === null ? null : (unserved.edible ?? unserved.total);

/** What the weighings of a period say. */
export function weighedWaste(
  { db }: Pick<Context, 'db'>,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): ImpactReport['weighed'] {
  const days = listCampaigns(db)
    .flatMap((campaign) => weighedDays(campaign))
    .filter(({ date }) => date >= from && date <= to);
  const figures = wasteFigures(days);
  if (figures.days === 0) return null;
  return {
    days: figures.days,
    kilograms: figures.edible / gramsPerKilogram,
    meals: figures.distributed,
    perMeal: figures.perCover,
  };
}

/** No factor is known better than to two digits; a narrow range takes one more, or it would vanish. */
function digitsOf({ low, high }: ImpactFigure): number {
  return low !== high && low.toPrecision(2) === high.toPrecision(2) ? 3 : 2;
}

const withDigits = (figure: Omit<ConvertedFigure, 'digits'>): ConvertedFigure => ({
  ...figure,
  digits: digitsOf(figure),
});

const times = ({ value, low, high }: ImpactFigure, factor: number): ImpactFigure => ({
  value: factor * value,
  low: factor * low,
  high: factor * high,
});

/**
 * Kilograms by the meals of each site, or by what was weighed; euros and CO₂e of them. The ranges are those of the
 * meals, and of the weighings where there are any.
 */
export function converted(
  context: Context,
  days: readonly ImpactDay[],
  sites: readonly Site[],
  whole: Brought,
  foodCost: number | undefined,
): Pick<ImpactReport, 'kilograms' | 'euros' | 'carbon'> {
  const kilograms = kilogramsOf(context, days, sites, whole);
  const { value, low, high } = kilograms;
  const kilos = { value, low, high };
  const perKilogram = eurosPerKilogram.value;
  return {
    kilograms,
    euros: withDigits(
      foodCost === undefined
        ? { ...times(kilos, perKilogram), factor: perKilogram, per: 'kilogram', source: 'ADEME', year: null }
        : { ...times(whole.avoided, foodCost), factor: foodCost, per: 'meal', source: 'own', year: null },
    ),
    carbon: withDigits({
      ...times(kilos, carbon.unknown),
      factor: carbon.unknown,
      per: 'kilogram',
      source: 'ADEME',
      year: carbonYear,
    }),
  };
}

function kilogramsOf(
  context: Context,
  days: readonly ImpactDay[],
  sites: readonly Site[],
  whole: Brought,
): ConvertedFigure {
  const slope = weighedSlope(context);
  if (slope) {
    const kilos = timesRange(whole.avoided, slope);
    return withDigits({ ...kilos, factor: slope.value, per: 'meal', source: 'weighed', year: null });
  }
  const masses = mealMasses(context, sites);
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
  return withDigits({ ...kilos, factor, per: 'meal', source: 'ADEME', year: null });
}
