import { readCatalogue, type StoredCatalogue } from '../../../db/catalogue/read-catalogue.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { FoodScope, Supplier } from '../../../forecasting/domain/records.ts';
import { factorQuestion } from '../../../forecasting/orders/check-catalogue.ts';
import {
  type DefaultPortion,
  defaultPortions,
  portionVariants,
  rawPieces,
} from '../../../forecasting/orders/default-portions.ts';
import { foodOf, isFood } from '../../../forecasting/orders/foods.ts';
import { dishRules, isKnownScope, scopeKey } from '../../../forecasting/orders/rules-of-dish.ts';
import { defaultDiners } from '../../../forecasting/orders/site-diners.ts';
import { factorsOfFood, yieldOf } from '../../../forecasting/orders/yields.ts';
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

function foodRecord(entry: DefaultPortion, { portions }: StoredCatalogue, texts: Messages): FoodRecord {
  const { food, portion: byDefault, source, unverified } = entry;
  const key = scopeKey({ type: 'food', food });
  const said = portions.find(({ scope }) => scopeKey(scope) === key);
  const portion = said?.portion ?? byDefault;
  const found = yieldOf({ key: '', food }, portion, [portion.purchaseFactor]);
  return {
    food,
    name: texts.foods[food],
    portion,
    byDefault,
    source,
    unverified,
    said: said === undefined ? null : said.imported ? 'imported' : 'by-hand',
    usualFactors:
      portion.unit === 'piece'
        ? []
        : factorsOfFood(food).map(({ name, factor }) => ({ name: texts.provision.factors[name], factor })),
    factorUnknown: found.type === 'unknown',
    factorQuestion: factorQuestion(portion),
    variants: (said === undefined ? portionVariants : [])
      .filter((one) => one.food === food)
      .map(({ name, portion: own }) => ({ name: texts.provision.variants[name], portion: own })),
    rawPiece: rawPieces[food] ?? null,
  };
}

function dishRecords({ portions }: StoredCatalogue): readonly DishPortionRecord[] {
  const others = dishRules(
    portions.filter(({ scope }) => scope.type === 'food'),
    [],
  );
  return portions.flatMap(({ scope, portion, name, imported }) => {
    if (scope.type !== 'dish') return [];
    const { key } = scope;
    const food = foodOf({ key, family: familyOf(key), course: null });
    const usual = others.portionOf({ key, food })?.purchaseFactor ?? null;
    const usualFactor = portion.unit === 'piece' ? null : usual;
    const found = yieldOf({ key, food }, portion, [portion.purchaseFactor, usualFactor]);
    const factorUnknown = found.type === 'unknown';
    return [
      { scope, portion, name, imported, usualFactor, factorUnknown, factorQuestion: factorQuestion(portion) },
    ];
  });
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
