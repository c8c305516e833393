import type { IsoDate, ManualMenu } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';

/** Keeping a day's menu, with the way back and forth that its notice offers. */
export function useMenuEdits(siteId: number | null) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const job = useJob('menus.save');
  return {
    error: job.error,
    running: job.running,
    reset: job.reset,
    /** `null`: the menu of the file. Answers whether it was kept. */
    save: async (date: IsoDate, dishes: ManualMenu): Promise<boolean> => {
      const done = await job.edit({ date, siteId, dishes });
      if (!done) return false;
      const day = format.day(date);
      notifyUndoable(dishes ? t('menus.saved', { day }) : t('menus.asFile', { day }), done.edits);
      return true;
    },
  };
}
