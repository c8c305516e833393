import type { DishFamily } from '../../../forecasting/domain/records.ts';
import { surplusMoments } from '../../../forecasting/leaks/excess.ts';
import { type ChanceDay, eurosOfPortion, type LeakPlace, noFacts } from './cells.ts';
import type { ReplayedServing } from './replayed-servings.ts';

/** One dish at a site on one day. */
interface DishDay extends ChanceDay {
  readonly siteId: number;
  readonly family: DishFamily;
  /** Grams of one portion; `null`: not known, or counted in pieces. */
  readonly grams: number | null;
}

/**
 * What is left of dishes, by site and family of dishes, held against what the level of their course would leave under
 * the forecast of the day. Only portions whose weight is known have a price.
 */
export function dishPlaces(servings: readonly ReplayedServing[]): readonly LeakPlace[] {
  const days = servings.flatMap(dishDays);
  const cells = Map.groupBy(days, ({ siteId, family }) => `${siteId} ${family}`);
  return [...cells.values()].flatMap((own): LeakPlace[] => {
    const [first] = own;
    const euros = eurosOfPortion(own.map(({ grams }) => grams));
    if (!first || euros === null) return [];
    const { siteId, family } = first;
    // Two dishes of a family on one day are two occurrences: each had its own portions.
    const sorted = own.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const prepared = own.reduce((sum, { ordered }) => sum + ordered, 0);
    const left = own.reduce((sum, { surplus }) => sum + surplus, 0);
    return [
      {
        key: { siteId, kind: 'dish', part: family },
        weekday: null,
        family,
        pack: null,
        days: sorted,
        euros,
        facts: { ...noFacts, refusedShare: prepared > 0 ? left / prepared : null },
      },
    ];
  });
}

function dishDays(serving: ReplayedServing): readonly DishDay[] {
  const { siteId, date, family, served, prepared, left, demand, level, grams } = serving;
  if ((prepared === null && left === null) || family === null || family === 'note') return [];
  const { mean, variance } = surplusMoments(demand, demand.quantile(level));
  const surplus = left ?? Math.max(0, (prepared ?? served) - served);
  const ordered = prepared ?? served + surplus;
  return [{ siteId, family, date, ordered, served, surplus, expected: mean, variance, grams }];
}
