import type { DishServing } from '../../../db/dish-servings.ts';
import type { Site } from '../../../forecasting/domain/records.ts';
import type { DishTakeUp } from '../../api/records.ts';

interface Shares {
  part: number;
  whole: number;
}

/** Part of a whole that is known; `null` when there is none. */
const ratio = ({ part, whole }: Shares): number | null => (whole > 0 ? part / whole : null);

/** Leftovers as counted, or what was prepared and not served. */
const leftOf = ({ left, prepared, served }: DishServing): number | null =>
  left ?? (prepared === null ? null : Math.max(0, prepared - served));

const dinersWith = (children: number | null, adults: number) =>
  children === null ? null : children + adults;

function sum(
  servings: readonly DishServing[],
  parts: (one: DishServing) => readonly [number | null, number | null],
) {
  const total: Shares = { part: 0, whole: 0 };
  for (const serving of servings) {
    const [part, whole] = parts(serving);
    if (part !== null && whole !== null && whole > 0) {
      total.part += part;
      total.whole += whole;
    }
  }
  return total;
}

/**
 * What became of a dish at each site: portions served against the guests of the same days, and what was left of what
 * was prepared. A description of the days recorded, no forecast. `diners` answers the children of a site-day; adults are added where they had of the dish too.
 */
export function dishTakeUp(
  servings: readonly DishServing[],
  sites: readonly Site[],
  diners: (siteId: number, day: number) => number | null,
): readonly DishTakeUp[] {
  const bySite = Map.groupBy(servings, ({ siteId }) => siteId);
  return sites.flatMap(({ id, name }) => {
    const own = bySite.get(id) ?? [];
    if (own.length === 0) return [];
    return [
      {
        siteId: id,
        site: name,
        days: new Set(own.map(({ day }) => day)).size,
        share: ratio(sum(own, ({ served, day, adults }) => [served, dinersWith(diners(id, day), adults)])),
        left: ratio(sum(own, (one) => [leftOf(one), one.prepared])),
        leftEstimated: own.some(({ left, prepared }) => left === null && prepared !== null),
        soldOut: own.filter(({ prepared, served }) => prepared !== null && prepared > 0 && served >= prepared)
          .length,
      },
    ];
  });
}
