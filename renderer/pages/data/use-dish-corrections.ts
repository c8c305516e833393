import { useTranslation } from 'react-i18next';
import type { DishCorrection, DishFamily, DishRecord } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useShell } from '../../shell/shell-context.tsx';

interface Named {
  readonly key: string;
  readonly name: string;
}

/** What one may say about a dish, each with the way back that its notice offers. */
export function useDishCorrections() {
  const { t } = useTranslation();
  const { tell, tellWithFocus } = useShell();
  const { error, reset, running, run } = useJob('dishes.correct');
  const takeBack = (earlier: DishCorrection) => async () => {
    if (await run(earlier)) tellWithFocus(t('dishes.takenBack'));
  };
  const undo = (earlier: DishCorrection) => () => void takeBack(earlier)();
  return {
    error,
    reset,
    running,
    /** `null`: as the rule says. */
    setFamily: async ({ key, name, family: before, byHand }: DishRecord, family: DishFamily | null) => {
      if (!(await run({ key, family }))) return;
      const words = family
        ? t('dishes.corrected', { name, family: t(`dishes.families.${family}`) })
        : t('dishes.ruled', { name });
      tell(words, undo({ key, family: byHand ? before : null }));
    },
    join: async ({ key, name }: Named, other: Named) => {
      if (!(await run({ key, sameAs: other.key }))) return;
      tellWithFocus(t('dishes.joined', { name, other: other.name }), undo({ key, sameAs: null }));
    },
    separate: async ({ key, name }: Named, from: Named) => {
      if (!(await run({ key, sameAs: null }))) return;
      tellWithFocus(t('dishes.separated', { name }), undo({ key, sameAs: from.key }));
    },
  };
}

export type DishCorrections = ReturnType<typeof useDishCorrections>;
