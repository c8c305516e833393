import { removeKitchen, saveKitchen } from '../../../db/catalogue/kitchens.ts';
import { removePackRule, type StoredPackRule, savePackRule } from '../../../db/catalogue/pack-rules.ts';
import {
  removePortionRule,
  type StoredPortionRule,
  savePortionRule,
} from '../../../db/catalogue/portion-rules.ts';
import { removeSiteDiners, saveSiteDiners } from '../../../db/catalogue/site-diners.ts';
import { removeSupplier, type StoredSupplier, saveSupplier } from '../../../db/catalogue/suppliers.ts';
import type { Database } from '../../../db/open.ts';
import type { FoodScope, Moment, SiteDiners } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { CatalogueDraft, CatalogueEntry, CatalogueKey, SavedCatalogue } from '../../api/records.ts';
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

interface Change {
  readonly saved: readonly CatalogueEntry[];
  readonly replaced: readonly CatalogueEntry[];
}

function saveEntry(db: Database, draft: CatalogueDraft, now: Moment): Change {
  checkEntry(db, draft);
  switch (draft.type) {
    case 'portion': {
      const before = savePortionRule(db, draft.rule, nameFor(draft.rule.scope, draft.name));
      return { saved: [draft], replaced: before === null ? [] : [portionEntry(before)] };
    }
    case 'pack': {
      const before = savePackRule(db, draft.rule, nameFor(draft.rule.scope, draft.name));
      return { saved: [draft], replaced: before === null ? [] : [packEntry(before)] };
    }
    case 'supplier': {
      const { saved, replaced } = saveSupplier(db, draft.supplier, now);
      return { saved: supplierEntry(saved), replaced: replaced === null ? [] : supplierEntry(replaced) };
    }
    case 'kitchen': {
      const { saved, replaced } = saveKitchen(db, draft.kitchen);
      return {
        saved: [{ type: 'kitchen', kitchen: saved }],
        replaced: replaced === null ? [] : [{ type: 'kitchen', kitchen: replaced }],
      };
    }
    case 'guests': {
      const before = saveSiteDiners(db, draft.diners);
      return { saved: [draft], replaced: before === null ? [] : [dinersEntry(before)] };
    }
  }
}

/** Keeps what is said, all or nothing; an entry that cannot be kept is refused with the remedy. */
export function saveCatalogue(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { entries }: Input<'catalogue.save'>,
): SavedCatalogue {
  const save = db.transaction(() => entries.map((entry) => saveEntry(db, entry, now)));
  const changes = save.immediate();
  return {
    saved: changes.flatMap(({ saved }) => saved),
    replaced: changes.flatMap(({ replaced }) => replaced),
  };
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

/** Forgets what was said; what was there is answered so that it can be saved again. */
export function removeCatalogue(
  { db }: { readonly db: Database },
  { keys }: Input<'catalogue.remove'>,
): readonly CatalogueEntry[] {
  const remove = db.transaction(() => keys.flatMap((key) => removeEntry(db, key)));
  return remove.immediate();
}
