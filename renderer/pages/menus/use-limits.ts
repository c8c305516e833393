import { useTranslation } from 'react-i18next';
import type { DishFamily, FrequencyRow } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useShell } from '../../shell/shell-context.tsx';

type Limit = Pick<FrequencyRow, 'least' | 'most'>;

/** Setting how often a family should come, with the way back that the notice offers. */
export function useLimits() {
  const { t } = useTranslation();
  const { tell, tellWithFocus } = useShell();
  const job = useJob('menus.limit');
  const takeBack = async (family: DishFamily, before: Limit | null) => {
    if (await job.run({ family, limit: before })) tellWithFocus(t('frequencies.takenBack'));
  };
  return {
    error: job.error,
    reset: job.reset,
    running: job.running,
    /** `null`: the limit that the app recalls. */
    set: async (family: DishFamily, limit: Limit | null) => {
      const done = await job.run({ family, limit });
      if (!done) return;
      const name = t(`dishes.families.${family}`);
      const words = limit
        ? t('frequencies.set', { family: name })
        : t('frequencies.wasReset', { family: name });
      tell(words, () => void takeBack(family, done.before));
    },
  };
}

export type Limits = ReturnType<typeof useLimits>;
