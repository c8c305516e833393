import { removeKitchen, saveKitchen } from '../../../db/catalogue/kitchens.ts';
import { removePackRule, type StoredPackRule, savePackRule } from '../../../db/catalogue/pack-rules.ts';
import {
  removePortionRule,
  type StoredPortionRule,
  savePortionRule,
} from '../../../db/catalogue/portion-rules.ts';
import { listSiteDiners, removeSiteDiners, saveSiteDiners } from '../../../db/catalogue/site-diners.ts';
import { removeSupplier, type StoredSupplier, saveSupplier } from '../../../db/catalogue/suppliers.ts';
import type { Database } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import type { FoodScope, Moment, SiteDiners } from '../../../forecasting/domain/records.ts';
import { defaultDiners } from '../../../forecasting/orders/site-diners.ts';
import type { Input } from '../../api/contract.ts';
import type { CatalogueDraft, CatalogueEntry, CatalogueKey, SavedCatalogue } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { checkEntry } from './check-entry.ts';
import { readSuppliers } from './read-catalogue.ts';

const nameFor = (scope: FoodScope, name: string | undefined) =>
  scope.type === 'food' ? scope.food : (name ?? scope.key);

const portionEntry = ({ name, imported: _, ...rule }: StoredPortionRule): CatalogueEntry =>
  rule.scope.type === 'dish' ? { type: 'portion', rule, name } : { type: 'portion', rule };

const packEntry = ({ name, imported: _, ...rule }: StoredPackRule): CatalogueEntry =>
  rule.scope.type === 'dish' ? { type: 'pack', rule, name } : { type: 'pack', rule };

const dinersEntry = (diners: SiteDiners): CatalogueEntry => ({ type: 'guests', diners });

const supplierEntry = (supplier: StoredSupplier): CatalogueEntry[] =>
  readSuppliers({ suppliers: [supplier] }).map((one) => ({ type: 'supplier', supplier: one }));

function saveEntry(db: Database, draft: CatalogueDraft, now: Moment): readonly CatalogueEntry[] {
  checkEntry(db, draft);
  switch (draft.type) {
    case 'portion':
      savePortionRule(db, draft.rule, nameFor(draft.rule.scope, draft.name));
      return [draft];
    case 'pack':
      savePackRule(db, draft.rule, nameFor(draft.rule.scope, draft.name));
      return [draft];
    case 'supplier':
      return supplierEntry(saveSupplier(db, draft.supplier, now).saved);
    case 'kitchen': {
      const { saved } = saveKitchen(db, draft.kitchen);
      if (draft.siteIds) cookFor(db, saved.id, new Set(draft.siteIds));
      return [{ type: 'kitchen', kitchen: saved }];
    }
    case 'guests':
      saveSiteDiners(db, draft.diners);
      return [draft];
  }
}

/** The sites that come to a kitchen, and those that leave it and cook for themselves from then on. */
function cookFor(db: Database, kitchenId: number, siteIds: ReadonlySet<number>): void {
  const said = new Map(listSiteDiners(db).map((diners) => [diners.siteId, diners]));
  const sites = listSites(db).map(({ id }) => id);
  const unknown = [...siteIds].find((id) => !sites.includes(id));
  if (unknown !== undefined) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(unknown)));
  }
  for (const id of sites) {
    const diners = said.get(id) ?? defaultDiners(id);
    const comes = siteIds.has(id);
    if (comes === (diners.kitchenId === kitchenId)) continue;
    saveSiteDiners(db, { ...diners, kitchenId: comes ? kitchenId : null });
  }
}

/** Keeps what is said, all or nothing; an entry that cannot be kept is refused with the remedy. */
export function saveCatalogue(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { entries }: Input<'catalogue.save'>,
): SavedCatalogue {
  const save = db.transaction(() => entries.flatMap((entry) => saveEntry(db, entry, now)));
  return { saved: save.immediate() };
}

function removeEntry(db: Database, key: CatalogueKey): readonly CatalogueEntry[] {
  switch (key.type) {
    case 'portion': {
      const rule = removePortionRule(db, key.scope);
      return rule === null ? [] : [portionEntry(rule)];
    }
    case 'pack': {
      const rule = removePackRule(db, key.scope);
      return rule === null ? [] : [packEntry(rule)];
    }
    case 'supplier': {
      const removed = removeSupplier(db, key.id);
      return removed === null ? [] : [...supplierEntry(removed.supplier), ...removed.packs.map(packEntry)];
    }
    case 'kitchen': {
      const removed = removeKitchen(db, key.id);
      return removed === null
        ? []
        : [
            { type: 'kitchen', kitchen: removed.kitchen },
            ...removed.sites.map(dinersEntry),
            ...removed.packs.map(packEntry),
          ];
    }
    case 'guests': {
      const diners = removeSiteDiners(db, key.siteId);
      return diners === null ? [] : [dinersEntry(diners)];
    }
  }
}

/** Forgets what was said, and answers it. */
export function removeCatalogue(
  { db }: { readonly db: Database },
  { keys }: Input<'catalogue.remove'>,
): readonly CatalogueEntry[] {
  const remove = db.transaction(() => keys.flatMap((key) => removeEntry(db, key)));
  return remove.immediate();
}
