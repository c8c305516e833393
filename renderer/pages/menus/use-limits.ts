import { useTranslation } from 'react-i18next';
import type { DishFamily, FrequencyRow } from '../../../electron/api/records.ts';
import { useCall, useJob } from '../../bridge/use-api.ts';
import { useShell } from '../../shell/shell-context.tsx';

type Limit = Pick<FrequencyRow, 'least' | 'most'>;

/** Setting how often a family should come, with the way back and forth that the notice offers. */
export function useLimits() {
  const { t } = useTranslation();
  const { did } = useShell();
  const call = useCall();
  const job = useJob('menus.limit');
  return {
    error: job.error,
    reset: job.reset,
    running: job.running,
    /** `null`: the limit that the app recalls. */
    set: async (family: DishFamily, limit: Limit | null) => {
      const done = await job.run({ family, limit });
      if (!done) return;
      const name = t(`dishes.families.${family}`);
      const keep = (kept: Limit | null) => () => call('menus.limit', { family, limit: kept });
      const words = limit
        ? t('frequencies.set', { family: name })
        : t('frequencies.wasReset', { family: name });
      did(words, keep(done.before), keep(limit));
    },
  };
}

export type Limits = ReturnType<typeof useLimits>;
