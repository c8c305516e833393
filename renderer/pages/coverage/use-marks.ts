import type { ClosureKind, CoverageDay, IsoDate } from '../../../electron/api/records.ts';
import { jobsTogether } from '../../bridge/jobs-together.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';

export const markKinds: readonly ClosureKind[] = ['strike', 'outing', 'closure'];

type MarkedDay = Pick<CoverageDay, 'date' | 'marks'>;

/** Strikes, outings and closures of one site's days, noted and taken away; what is noted of all sites stays. */
export function useMarks(siteId: number) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const saving = useJob('closures.save');
  const removing = useJob('closures.remove');
  const words = (kind: ClosureKind, date: IsoDate) => ({
    kind: t(`calendars.kinds.${kind}`),
    day: format.dayShort(date),
  });
  const toggle = async ({ date, marks }: MarkedDay, kind: ClosureKind): Promise<void> => {
    const noted = marks.find((mark) => mark.kind === kind);
    if (noted?.everywhere) return;
    if (noted) {
      const done = await removing.edit({ closures: [{ date, siteId, kind }] });
      if (done) notifyUndoable(t('coverage.unmarked', words(kind, date)), done.edits);
      return;
    }
    const done = await saving.edit({ closures: [{ kind, siteId, from: date }] });
    if (done) notifyUndoable(t('coverage.marked', words(kind, date)), done.edits);
  };
  const { error, reset } = jobsTogether([saving, removing]);
  return { toggle: (day: MarkedDay, kind: ClosureKind) => void toggle(day, kind), error, reset };
}
