import { useTranslation } from 'react-i18next';
import type { Input } from '../../../electron/api/contract.ts';
import type { SiteCoverage } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';

type Days = Input<'attendance.save'>['days'];

/** Keeping served counts typed in, with the way back and forth that the notice offers. */
export function useCountEdits({ siteId, site }: SiteCoverage) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const job = useJob('attendance.save');
  return {
    error: job.error,
    reset: job.reset,
    running: job.running,
    save: async (days: Days): Promise<boolean> => {
      const done = await job.edit({ siteId, days });
      if (!done) return false;
      const words = t('coverage.saved', { count: days.length, n: format.count(days.length), site });
      notifyUndoable(words, done.edits);
      return true;
    },
  };
}
