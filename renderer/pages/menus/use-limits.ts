import type { DishFamily, FrequencyRow } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';

type Limit = Pick<FrequencyRow, 'least' | 'most'>;

/** Setting how often a family should come, with the way back and forth that the notice offers. */
export function useLimits() {
  const { t } = useTranslation();
  const notifyUndoable = useUndoableNotice();
  const job = useJob('menus.limit');
  return {
    error: job.error,
    reset: job.reset,
    running: job.running,
    /** `null`: the limit that the app recalls. */
    set: async (family: DishFamily, limit: Limit | null) => {
      const done = await job.edit({ family, limit });
      if (!done) return;
      const name = t(`dishes.families.${family}`);
      const words = limit
        ? t('frequencies.set', { family: name })
        : t('frequencies.wasReset', { family: name });
      notifyUndoable(words, done.edits);
    },
  };
}

export type LimitEdits = ReturnType<typeof useLimits>;
