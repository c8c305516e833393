import type { Database } from '../../../db/open.ts';
import { removeKitchen, saveKitchen } from '../../../db/provision/kitchens.ts';
import { removePackRule, type StoredPackRule, savePackRule } from '../../../db/provision/pack-rules.ts';
import {
  removePortionRule,
  type StoredPortionRule,
  savePortionRule,
} from '../../../db/provision/portion-rules.ts';
import { removeSiteGuests, saveSiteGuests } from '../../../db/provision/site-guests.ts';
import { removeSupplier, type StoredSupplier, saveSupplier } from '../../../db/provision/suppliers.ts';
import type { FoodScope, Moment, SiteGuests } from '../../../forecasting/records.ts';
import type { Input } from '../../api/contract.ts';
import type { ProvisionDraft, ProvisionEntry, ProvisionKey, SavedProvision } from '../../api/records.ts';
import type { Context } from '../use-case.ts';
import { checkEntry } from './check-entry.ts';
import { readSuppliers } from './read-provision.ts';

const nameFor = (scope: FoodScope, name: string | undefined) =>
  scope.type === 'food' ? scope.food : (name ?? scope.key);

const portionEntry = ({ name, imported: _, ...rule }: StoredPortionRule): ProvisionEntry =>
  rule.scope.type === 'dish' ? { type: 'portion', rule, name } : { type: 'portion', rule };

const packEntry = ({ name, imported: _, ...rule }: StoredPackRule): ProvisionEntry =>
  rule.scope.type === 'dish' ? { type: 'pack', rule, name } : { type: 'pack', rule };

const guestsEntry = (guests: SiteGuests): ProvisionEntry => ({ type: 'guests', guests });

const supplierEntry = (supplier: StoredSupplier): ProvisionEntry[] =>
  readSuppliers({ suppliers: [supplier] }).map((one) => ({ type: 'supplier', supplier: one }));

interface Change {
  readonly saved: readonly ProvisionEntry[];
  readonly replaced: readonly ProvisionEntry[];
}

function saveEntry(db: Database, draft: ProvisionDraft, now: Moment): Change {
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
      const before = saveSiteGuests(db, draft.guests);
      return { saved: [draft], replaced: before === null ? [] : [guestsEntry(before)] };
    }
  }
}

/** Keeps what is said, all or nothing; an entry that cannot be kept is refused with the remedy. */
export function saveProvision(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { entries }: Input<'provision.save'>,
): SavedProvision {
  const save = db.transaction(() => entries.map((entry) => saveEntry(db, entry, now)));
  const changes = save.immediate();
  return {
    saved: changes.flatMap(({ saved }) => saved),
    replaced: changes.flatMap(({ replaced }) => replaced),
  };
}

function removeEntry(db: Database, key: ProvisionKey): readonly ProvisionEntry[] {
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
            ...removed.sites.map(guestsEntry),
            ...removed.packs.map(packEntry),
          ];
    }
    case 'guests': {
      const guests = removeSiteGuests(db, key.siteId);
      return guests === null ? [] : [guestsEntry(guests)];
    }
  }
}

/** Forgets what was said; what was there is answered so that it can be saved again. */
export function removeProvision(
  { db }: { readonly db: Database },
  { keys }: Input<'provision.remove'>,
): readonly ProvisionEntry[] {
  const remove = db.transaction(() => keys.flatMap((key) => removeEntry(db, key)));
  return remove.immediate();
}
