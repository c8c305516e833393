import { kitchenNamed, listKitchens } from '../../../db/catalogue/kitchens.ts';
import { listPackRules } from '../../../db/catalogue/pack-rules.ts';
import { listPortionRules } from '../../../db/catalogue/portion-rules.ts';
import { listSuppliers, supplierNamed } from '../../../db/catalogue/suppliers.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import type {
  FoodScope,
  KitchenKey,
  PackRule,
  PortionRule,
  SiteDiners,
} from '../../../forecasting/domain/records.ts';
import {
  checkDiners,
  checkPackRule,
  checkPortion,
  checkUnits,
  type DinersProblem,
  type PackProblem,
  type PortionProblem,
} from '../../../forecasting/orders/check-catalogue.ts';
import { scopeKey } from '../../../forecasting/orders/rules-of-dish.ts';
import type { CatalogueDraft } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Messages } from '../messages/messages.ts';
import { refuseUnsound } from '../orders/order-rules.ts';
import { foodOfScope, portionInForce } from './portion-in-force.ts';
import { nameOfScope } from './read-catalogue.ts';

type Problem = PortionProblem | PackProblem | DinersProblem;

/** The table has one type per code; a union of codes cannot be followed into it. */
const reason = (problem: Problem, { provision: catalogue }: Messages): string =>
  (catalogue.why[problem.code] as (problem: Problem) => string)(problem);

/** Throws, in words with the remedy, when what is said cannot be kept. */
export function checkEntry(db: ReadonlyDatabase, draft: CatalogueDraft): void {
  switch (draft.type) {
    case 'portion':
      checkPortionRule(db, draft.rule, draft.name);
      break;
    case 'pack':
      checkPacks(db, draft.rule, draft.name);
      break;
    case 'supplier':
      refuseUnsound(draft.supplier.rule);
      refuseTaken(draft.supplier, supplierNamed(db, draft.supplier.name));
      break;
    case 'kitchen':
      refuseTaken(draft.kitchen, kitchenNamed(db, draft.kitchen.name));
      break;
    case 'guests':
      checkSiteDiners(db, draft.diners);
      break;
  }
}

const shown = (scope: FoodScope, name: string | undefined, texts: Messages): string =>
  nameOfScope(scope, name ?? (scope.type === 'dish' ? scope.key : scope.food), texts);

function checkPortionRule(db: ReadonlyDatabase, { scope, portion }: PortionRule, name?: string): void {
  foodOfScope(scope);
  const same = listPortionRules(db).find((rule) => scopeKey(rule.scope) === scopeKey(scope));
  const problem = checkPortion(portion, same?.portion.purchaseFactor ?? null);
  if (problem !== null) {
    throw new ServiceError('refused', (t) =>
      t.provision.portionRefused(shown(scope, name, t), reason(problem, t)),
    );
  }
  const own = listPackRules(db).find((rule) => scopeKey(rule.scope) === scopeKey(scope));
  refuseOtherUnit(scope, name, own === undefined ? null : checkUnits(own, portion));
}

function refuseOtherUnit(scope: FoodScope, name: string | undefined, problem: PackProblem | null): void {
  if (problem !== null) {
    throw new ServiceError('refused', (t) =>
      t.provision.otherUnit(shown(scope, name, t), reason(problem, t)),
    );
  }
}

function checkPacks(db: ReadonlyDatabase, rule: PackRule, name?: string): void {
  const { scope, supplierId } = rule;
  const portion = portionInForce(db, scope);
  const problem = checkPackRule(rule, portion);
  if (problem?.code === 'unit-mismatch') refuseOtherUnit(scope, name, problem);
  if (problem !== null) {
    throw new ServiceError('refused', (t) =>
      t.provision.packRefused(shown(scope, name, t), reason(problem, t)),
    );
  }
  if (supplierId !== null && !listSuppliers(db).some(({ id }) => id === supplierId)) {
    throw new ServiceError('not-found', (t) => t.provision.supplierNotFound(supplierId));
  }
  refuseUnknownPlace(db, rule);
}

function refuseUnknownPlace(db: ReadonlyDatabase, { stocks }: PackRule): void {
  const known = new Set<KitchenKey>([
    ...listKitchens(db).map(({ id }) => `kitchen-${id}` as const),
    ...listSites(db).map(({ id }) => `site-${id}` as const),
  ]);
  if (stocks.some(({ place }) => !known.has(place))) {
    throw new ServiceError('not-found', (t) => t.provision.stockPlaceNotFound);
  }
}

function refuseTaken({ id, name }: { readonly id: number | null; readonly name: string }, by: number | null) {
  if (by !== null && by !== id) {
    throw new ServiceError('refused', (t) => t.provision.nameTaken(name));
  }
}

function checkSiteDiners(db: ReadonlyDatabase, diners: SiteDiners): void {
  const { siteId, kitchenId } = diners;
  const site = listSites(db).find(({ id }) => id === siteId);
  if (site === undefined) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  }
  const problem = checkDiners(diners);
  if (problem !== null) {
    throw new ServiceError('refused', (t) => t.provision.guestsRefused(site.name, reason(problem, t)));
  }
  if (kitchenId !== null && !listKitchens(db).some(({ id }) => id === kitchenId)) {
    throw new ServiceError('not-found', (t) => t.provision.kitchenNotFound(kitchenId));
  }
}
