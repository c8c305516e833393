import type { DishFamily } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';

interface Named {
  readonly key: string;
  readonly name: string;
}

/** What one may say about a dish, each with the way back that its notice offers. */
export function useDishCorrections() {
  const { t } = useTranslation();
  const notifyUndoable = useUndoableNotice();
  const { error, reset, running, edit } = useJob('dishes.correct');
  return {
    error,
    reset,
    running,
    /** `null`: as the rule says. */
    setFamily: async ({ key, name }: Named, family: DishFamily | null) => {
      const done = await edit({ key, family });
      if (!done) return;
      const words = family
        ? t('dishes.corrected', { name, family: t(`dishes.families.${family}`) })
        : t('dishes.ruled', { name });
      notifyUndoable(words, done.edits);
    },
    join: async ({ key, name }: Named, other: Named) => {
      const done = await edit({ key, sameAs: other.key });
      if (!done) return;
      notifyUndoable(t('dishes.joined', { name, other: other.name }), done.edits, { takesFocus: true });
    },
    separate: async ({ key, name }: Named) => {
      const done = await edit({ key, sameAs: null });
      if (done) notifyUndoable(t('dishes.separated', { name }), done.edits, { takesFocus: true });
    },
  };
}

export type DishCorrections = ReturnType<typeof useDishCorrections>;
