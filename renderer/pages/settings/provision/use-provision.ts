import { useTranslation } from 'react-i18next';
import type { ProvisionDraft, ProvisionKey } from '../../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../../bridge/use-api.ts';
import { useDid } from '../../../shell/use-did.ts';

/** What is said about orders; it stays on the page while it is read again. */
export const useProvision = () => useApiQuery('provision.read', {}, { keep: () => true });

/** Saving and removing, each with the way back that its notice and Ctrl+Z offer. */
export function useProvisionEdits() {
  const { t } = useTranslation();
  const did = useDid();
  const saving = useJob('provision.save');
  const removing = useJob('provision.remove');
  return {
    error: saving.error ?? removing.error,
    running: saving.running || removing.running,
    reset: () => {
      saving.reset();
      removing.reset();
    },
    /** `null`: refused, and `error` says why. */
    save: async (entries: readonly ProvisionDraft[], name: string) => {
      const done = await saving.edit({ entries });
      if (!done) return null;
      did(t('provision.saved', { name }), done.edits);
      return done.output.saved;
    },
    /** A kitchen, and what is said anew of its sites once it has an id: one edit. */
    saveKitchen: async (
      kitchen: Extract<ProvisionDraft, { type: 'kitchen' }>['kitchen'],
      sitesOf: (id: number) => readonly ProvisionDraft[],
    ) => {
      const first = await saving.edit({ entries: [{ type: 'kitchen', kitchen }] });
      const [saved] = first?.output.saved ?? [];
      if (!first || saved?.type !== 'kitchen') return false;
      const entries = sitesOf(saved.kitchen.id);
      const second = entries.length > 0 ? await saving.edit({ entries }) : { edits: [] };
      if (!second) return false;
      did(t('provision.saved', { name: kitchen.name }), [...first.edits, ...second.edits]);
      return true;
    },
    remove: async (keys: readonly ProvisionKey[], name: string) => {
      const removed = await removing.edit({ keys });
      if (!removed) return false;
      did(t('provision.removed', { name }), removed.edits);
      return true;
    },
  };
}

export type ProvisionEdits = ReturnType<typeof useProvisionEdits>;
