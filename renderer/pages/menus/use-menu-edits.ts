import { useTranslation } from 'react-i18next';
import type { IsoDate, TypedMenu } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useShell } from '../../shell/shell-context.tsx';

/** Keeping a day's menu, with the way back that its notice offers. */
export function useMenuEdits(siteId: number | null) {
  const { t } = useTranslation();
  const format = useFormat();
  const { tell, tellWithFocus } = useShell();
  const job = useJob('menus.save');
  const takeBack = async (date: IsoDate, before: TypedMenu) => {
    if (await job.run({ date, siteId, dishes: before })) tellWithFocus(t('menus.takenBack'));
  };
  return {
    error: job.error,
    running: job.running,
    reset: job.reset,
    /** `null`: the menu of the file. Answers whether it was kept. */
    save: async (date: IsoDate, dishes: TypedMenu): Promise<boolean> => {
      const done = await job.run({ date, siteId, dishes });
      if (!done) return false;
      const day = format.day(date);
      const words = dishes ? t('menus.saved', { day }) : t('menus.asFile', { day });
      tell(words, () => void takeBack(date, done.before));
      return true;
    },
  };
}
