import type { CatalogueDraft, CatalogueKey } from '../../../../electron/api/records.ts';
import { jobsTogether } from '../../../bridge/jobs-together.ts';
import { useApiQuery, useJob } from '../../../bridge/use-api.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../../shell/use-undoable-notice.ts';

/** What is said about orders; it stays on the page while it is read again. */
export const useCatalogue = () => useApiQuery('catalogue.read', {}, { keep: () => true });

/** Saving and removing, each with the way back that its notice and Ctrl+Z offer. */
export function useCatalogueEdits() {
  const { t } = useTranslation();
  const notifyUndoable = useUndoableNotice();
  const saving = useJob('catalogue.save');
  const removing = useJob('catalogue.remove');
  return {
    ...jobsTogether([saving, removing]),
    /** `null`: refused, and `error` says why. `taken` hears at once that they are kept. */
    save: async (entries: readonly CatalogueDraft[], name: string, taken?: () => void) => {
      const done = await saving.edit({ entries }, taken);
      if (!done) return null;
      notifyUndoable(t('provision.saved', { name }), done.edits);
      return done.output.saved;
    },
    remove: async (keys: readonly CatalogueKey[], name: string) => {
      const removed = await removing.edit({ keys });
      if (!removed) return false;
      notifyUndoable(t('provision.removed', { name }), removed.edits);
      return true;
    },
  };
}

export type CatalogueEdits = ReturnType<typeof useCatalogueEdits>;
