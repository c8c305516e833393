import { useTranslation } from 'react-i18next';
import type { IsoDate, TypedMenu } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useDid } from '../../shell/use-did.ts';

/** Keeping a day's menu, with the way back and forth that its notice offers. */
export function useMenuEdits(siteId: number | null) {
  const { t } = useTranslation();
  const format = useFormat();
  const did = useDid();
  const job = useJob('menus.save');
  return {
    error: job.error,
    running: job.running,
    reset: job.reset,
    /** `null`: the menu of the file. Answers whether it was kept. */
    save: async (date: IsoDate, dishes: TypedMenu): Promise<boolean> => {
      const done = await job.edit({ date, siteId, dishes });
      if (!done) return false;
      const day = format.day(date);
      did(dishes ? t('menus.saved', { day }) : t('menus.asFile', { day }), done.edits);
      return true;
    },
  };
}
