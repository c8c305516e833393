import { useTranslation } from 'react-i18next';
import type { IsoDate, TypedMenu } from '../../../electron/api/records.ts';
import { useCall, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useShell } from '../../shell/shell-context.tsx';

/** Keeping a day's menu, with the way back and forth that its notice offers. */
export function useMenuEdits(siteId: number | null) {
  const { t } = useTranslation();
  const format = useFormat();
  const { did } = useShell();
  const call = useCall();
  const job = useJob('menus.save');
  return {
    error: job.error,
    running: job.running,
    reset: job.reset,
    /** `null`: the menu of the file. Answers whether it was kept. */
    save: async (date: IsoDate, dishes: TypedMenu): Promise<boolean> => {
      const done = await job.run({ date, siteId, dishes });
      if (!done) return false;
      const day = format.day(date);
      const keep = (list: TypedMenu) => () => call('menus.save', { date, siteId, dishes: list });
      did(dishes ? t('menus.saved', { day }) : t('menus.asFile', { day }), keep(done.before), keep(dishes));
      return true;
    },
  };
}
