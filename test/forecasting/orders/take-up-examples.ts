import type { Distribution, TakeUpBasis, TakeUpModel } from '../../../forecasting/domain/types.ts';
import type { CourseDish } from '../../../forecasting/orders/course-groups.ts';
import type { DayDiners, SiteService } from '../../../forecasting/orders/dish-need.ts';

/** Imagined days: enough that a quantile at steps of 0.05 is exact. */
export const exampleDays = 400;

/** As many guests as `mean`, `half` more or fewer, each number as likely. */
export function evenly(mean: number, half: number): Distribution {
  return { mean, quantile: (p) => mean + half * (2 * p - 1) };
}

export const exactly = (count: number): Distribution => ({ mean: count, quantile: () => count });

/** A model with fixed shares by key; an only dish without one is taken by all. Draw i is the guests' quantile. */
export function fixedShares(
  shares: Readonly<Record<string, number>>,
): Pick<TakeUpModel, 'shares' | 'demand'> {
  const shareOf = (key: string) => shares[key] ?? 1;
  return {
    shares: (_site, _date, offered) =>
      offered.map(({ key }) => {
        const mean = shareOf(key);
        const basis: TakeUpBasis = key in shares ? 'dish' : 'single-menu';
        return { mean, low: mean, high: mean, basis, days: 0 };
      }),
    demand: (_site, _date, offered, diners) =>
      offered.map(({ key }) => {
        const draws = Float64Array.from({ length: exampleDays }, (_, i) =>
          Math.round((diners?.quantile((i + 0.5) / exampleDays) ?? 0) * shareOf(key)),
        );
        const sorted = draws.toSorted();
        return {
          draws,
          mean: draws.reduce((sum, draw) => sum + draw, 0) / exampleDays,
          low: sorted[exampleDays * 0.1] ?? 0,
          high: sorted[exampleDays * 0.9 - 1] ?? 0,
          quantile: (p) => sorted[Math.ceil(p * exampleDays) - 1] ?? 0,
        };
      }),
  };
}

export const carrots: CourseDish = {
  dish: 'Carottes râpées',
  key: 'carotte rapee',
  family: 'raw-vegetable',
  course: 'starter',
  choice: null,
};
export const porkRoast: CourseDish = {
  dish: 'Rôti de porc',
  key: 'roti porc',
  family: 'pork',
  course: 'main',
  choice: null,
};
export const turkey: CourseDish = {
  dish: 'Rôti de dinde',
  key: 'roti dinde',
  family: 'poultry',
  course: 'main',
  choice: null,
};
export const quenellesDish: CourseDish = {
  dish: 'Quenelles nature',
  key: 'quenelle nature',
  family: 'vegetarian',
  course: 'main',
  choice: null,
};
export const baguette: CourseDish = {
  dish: 'Baguette',
  key: 'baguette',
  family: 'bread',
  course: 'bread',
  choice: null,
};

export const noneServed: DayDiners = {
  shares: { M: 0.375, E: 0.625, C: 0, A: 0 },
  adults: 0,
  diets: { noPork: 0, vegetarian: 0, allergy: 0 },
  samples: 0,
};

export function service(
  menu: readonly CourseDish[],
  children: Distribution,
  dayDiners: Partial<DayDiners> = {},
  siteId = 1,
): SiteService {
  return {
    siteId,
    date: '2026-12-17',
    menu,
    children,
    correlation: 0.1,
    dayDiners: { ...noneServed, ...dayDiners },
  };
}
