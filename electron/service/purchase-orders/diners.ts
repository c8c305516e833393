import type { ByAgeClass, SiteDiners, SiteKind } from '../../../forecasting/domain/records.ts';
import type { Distribution } from '../../../forecasting/domain/types.ts';
import { dinersBehind } from '../../../forecasting/orders/diners.ts';
import type { DayDiners } from '../../../forecasting/orders/dish-need.ts';
import { sharesOf } from '../../../forecasting/orders/site-diners.ts';
import type { HeadCount, PlanRow } from '../../api/records.ts';

const middle = 0.5;
const lowEnd = 0.1;

/** What a row says of its forecast, where there is no model left to ask: lines through its three quantiles. */
export function rowDistribution({ mean, low, median, high }: PlanRow): Distribution {
  return {
    mean,
    quantile(p) {
      const [at, from, to] = p < middle ? [lowEnd, low, median] : [middle, median, high];
      return Math.max(0, from + ((to - from) * (p - at)) / (middle - lowEnd));
    },
  };
}

/** Who is expected: as ordered, with the uncertainty of the forecast; once they are counted, as many as that. */
export function childrenExpected(
  row: PlanRow,
  forecast: Distribution | null,
  counted: boolean,
): Distribution {
  if (counted) {
    const { mealsToCook } = row.decision;
    return { mean: mealsToCook, quantile: () => mealsToCook };
  }
  return dinersBehind(forecast ?? rowDistribution(row), row.serviceLevel, row.order);
}

/** The classes of a site; those of the morning's roll-call where it told them apart. */
export function dayDinersOf(kind: SiteKind, diners: SiteDiners, headCount: HeadCount | null): DayDiners {
  const { adults, diets, samples } = diners;
  return {
    shares: countedShares(headCount) ?? sharesOf(kind, diners.shares),
    adults: headCount?.counts.A ?? adults,
    diets,
    samples,
  };
}

function countedShares(headCount: HeadCount | null): ByAgeClass<number> | null {
  const { all, M = 0, E = 0, C = 0 } = headCount?.counts ?? {};
  const sum = M + E + C;
  return all !== undefined || sum === 0 ? null : { M: M / sum, E: E / sum, C: C / sum, A: 0 };
}
