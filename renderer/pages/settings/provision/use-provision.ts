import { useTranslation } from 'react-i18next';
import type {
  ProvisionDraft,
  ProvisionEntry,
  ProvisionKey,
  SavedProvision,
} from '../../../../electron/api/records.ts';
import { useApiQuery, useCall, useJob } from '../../../bridge/use-api.ts';
import { useShell } from '../../../shell/shell-context.tsx';

/** What is said about orders; it stays on the page while it is read again. */
export const useProvision = () => useApiQuery('provision.read', {}, { keep: () => true });

function keyOf(entry: ProvisionEntry): ProvisionKey {
  switch (entry.type) {
    case 'portion':
    case 'pack':
      return { type: entry.type, scope: entry.rule.scope };
    case 'supplier':
      return { type: 'supplier', id: entry.supplier.id };
    case 'kitchen':
      return { type: 'kitchen', id: entry.kitchen.id };
    case 'guests':
      return { type: 'guests', siteId: entry.guests.siteId };
  }
}

/** Those that took no other's place. */
function addedBy({ saved, replaced }: SavedProvision): readonly ProvisionKey[] {
  const before = new Set(replaced.map((entry) => JSON.stringify(keyOf(entry))));
  return saved.map(keyOf).filter((key) => !before.has(JSON.stringify(key)));
}

/** Saving and removing, each with the way back that its notice and Ctrl+Z offer. */
export function useProvisionEdits() {
  const { t } = useTranslation();
  const { did } = useShell();
  const call = useCall();
  const saving = useJob('provision.save');
  const removing = useJob('provision.remove');
  const takeBack = async (change: SavedProvision) => {
    const keys = addedBy(change);
    if (keys.length > 0) await call('provision.remove', { keys });
    if (change.replaced.length > 0) await call('provision.save', { entries: change.replaced });
  };
  const keptAs = (change: SavedProvision, name: string) =>
    did(
      t('provision.saved', { name }),
      () => takeBack(change),
      () => call('provision.save', { entries: change.saved }),
    );
  return {
    error: saving.error ?? removing.error,
    running: saving.running || removing.running,
    reset: () => {
      saving.reset();
      removing.reset();
    },
    /** `null`: refused, and `error` says why. */
    save: async (entries: readonly ProvisionDraft[], name: string) => {
      const change = await saving.run({ entries });
      if (!change) return null;
      keptAs(change, name);
      return change.saved;
    },
    /** A kitchen, and what is said anew of its sites once it has an id: one edit. */
    saveKitchen: async (
      kitchen: Extract<ProvisionDraft, { type: 'kitchen' }>['kitchen'],
      sitesOf: (id: number) => readonly ProvisionDraft[],
    ) => {
      const first = await saving.run({ entries: [{ type: 'kitchen', kitchen }] });
      const [saved] = first?.saved ?? [];
      if (!first || saved?.type !== 'kitchen') return false;
      const entries = sitesOf(saved.kitchen.id);
      const second = entries.length > 0 ? await saving.run({ entries }) : { saved: [], replaced: [] };
      if (!second) return false;
      keptAs(
        {
          saved: [...first.saved, ...second.saved],
          replaced: [...first.replaced, ...second.replaced],
        },
        kitchen.name,
      );
      return true;
    },
    remove: async (keys: readonly ProvisionKey[], name: string) => {
      const removed = await removing.run({ keys });
      if (!removed) return false;
      did(
        t('provision.removed', { name }),
        () => call('provision.save', { entries: removed }),
        () => call('provision.remove', { keys }),
      );
      return true;
    },
  };
}

export type ProvisionEdits = ReturnType<typeof useProvisionEdits>;
