import { listPortionRules } from '../../../db/catalogue/portion-rules.ts';
import { listSiteDiners } from '../../../db/catalogue/site-diners.ts';
import type { AgeClass, DishFamily, Portion, Site } from '../../../forecasting/domain/records.ts';
import { foodOf } from '../../../forecasting/orders/foods.ts';
import { dishRules } from '../../../forecasting/orders/rules-of-dish.ts';
import { sharesOf } from '../../../forecasting/orders/site-diners.ts';
import type { Context } from '../context/use-case.ts';

/** Grams of a dish that a diner of a site is served, by the classes that eat there; `null`: not known, or in pieces. */
export function gramsOfPortions({ db }: Pick<Context, 'db'>, sites: readonly Site[]) {
  const rules = dishRules(listPortionRules(db), []);
  const kinds = new Map(sites.map(({ id, kind }) => [id, kind]));
  const own = new Map(listSiteDiners(db).map(({ siteId, shares }) => [siteId, shares]));
  return (siteId: number, key: string, family: DishFamily | null): number | null => {
    const kind = kinds.get(siteId);
    const portion = rules.portionOf({ key, food: foodOf({ key, family, course: null }) });
    return kind === undefined || portion === null
      ? null
      : gramsFor(portion, sharesOf(kind, own.get(siteId) ?? null));
  };
}

/** Of millilitres one weighs about a gram. */
function gramsFor({ unit, amounts }: Portion, shares: Readonly<Record<AgeClass, number>>): number | null {
  if (unit === 'piece') return null;
  let [grams, known] = [0, 0];
  for (const age of Object.keys(shares) as AgeClass[]) {
    const amount = amounts[age];
    if (amount === null) continue;
    grams += shares[age] * amount;
    known += shares[age];
  }
  return known > 0 ? grams / known : null;
}
