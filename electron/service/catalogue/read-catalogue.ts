import { readCatalogue, type StoredCatalogue } from '../../../db/catalogue/read-catalogue.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import type { FoodScope, Supplier } from '../../../forecasting/domain/records.ts';
import { type DefaultPortion, defaultPortions } from '../../../forecasting/orders/default-portions.ts';
import { isFood } from '../../../forecasting/orders/foods.ts';
import { isKnownScope, scopeKey } from '../../../forecasting/orders/rules-of-dish.ts';
import { defaultDiners } from '../../../forecasting/orders/site-diners.ts';
import type {
  Catalogue,
  DishPortionRecord,
  FoodRecord,
  PackRecord,
  SiteDinersRecord,
} from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';
import { readableRule } from '../orders/order-rules.ts';

/** What a scope is called: a food in the language of the page, a dish as it was written. */
export const nameOfScope = (scope: FoodScope, name: string, { foods }: Messages): string =>
  scope.type === 'food' && isFood(scope.food) ? foods[scope.food] : name;

/** A supplier's rule that cannot be read, from a newer version, counts as never set. */
export const readSuppliers = ({ suppliers }: Pick<StoredCatalogue, 'suppliers'>): readonly Supplier[] =>
  suppliers.map(({ id, name, rule }) => ({ id, name, rule: rule === null ? null : readableRule(rule) }));

function foodRecord(entry: DefaultPortion, { portions }: StoredCatalogue, { foods }: Messages): FoodRecord {
  const { food, portion: byDefault, source, unverified } = entry;
  const key = scopeKey({ type: 'food', food });
  const said = portions.find(({ scope }) => scopeKey(scope) === key);
  return {
    food,
    name: foods[food],
    portion: said?.portion ?? byDefault,
    byDefault,
    source,
    unverified,
    said: said === undefined ? null : said.imported ? 'imported' : 'by-hand',
  };
}

function dishRecords({ portions }: StoredCatalogue): readonly DishPortionRecord[] {
  return portions.flatMap(({ scope, portion, name, imported }) =>
    scope.type === 'dish' ? [{ scope, portion, name, imported }] : [],
  );
}

function packRecords({ packs }: StoredCatalogue, texts: Messages): readonly PackRecord[] {
  return packs
    .filter(({ scope }) => isKnownScope(scope))
    .map((rule) => ({ ...rule, name: nameOfScope(rule.scope, rule.name, texts) }));
}

function siteRecords(db: ReadonlyDatabase, { diners }: StoredCatalogue): readonly SiteDinersRecord[] {
  const bySite = new Map(diners.map((one) => [one.siteId, one]));
  return listSites(db).map(({ id, name, kind }) => {
    const said = bySite.get(id);
    return { ...(said ?? defaultDiners(id)), site: name, siteKind: kind, said: said !== undefined };
  });
}

/** Everything between a head-count and an order, as it is in force. */
export function catalogueInForce(db: ReadonlyDatabase, texts: Messages): Catalogue {
  const stored = readCatalogue(db);
  return {
    foods: defaultPortions.map((entry) => foodRecord(entry, stored, texts)),
    dishes: dishRecords(stored),
    packs: packRecords(stored, texts),
    suppliers: readSuppliers(stored),
    kitchens: stored.kitchens,
    sites: siteRecords(db, stored),
  };
}
