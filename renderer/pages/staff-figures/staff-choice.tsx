import { Link, useLocation } from 'wouter';
import type { IsoDate } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';

/** What it is for, with the way in; nothing where there is no week to do so for. */
export function StaffOffer({ openWeek }: { readonly openWeek: IsoDate | null }) {
  const { t } = useTranslation();
  const proposed = useApiQuery('staffFigures.propose', {}, { enabled: openWeek === null });
  if (openWeek === null && !proposed.data?.monday) return null;
  return (
    <li>
      <div>
        <h3>{t('staffFigures.offer')}</h3>
        <p>{t('staffFigures.offerHint')}</p>
      </div>
      <StaffChoice openWeek={openWeek} />
    </li>
  );
}

/** Chooses the next week for which the staff write their figure before they see ours; or leads to the one chosen. */
export function StaffChoice({ openWeek }: { readonly openWeek: IsoDate | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const notifyUndoable = useUndoableNotice();
  const proposed = useApiQuery('staffFigures.propose', {}, { enabled: openWeek === null });
  const { edit, running } = useJob('staffFigures.choose');
  if (openWeek !== null) {
    return (
      <Link className="btn" href={`/week/${openWeek}`}>
        {t('staffFigures.open', { day: format.date(openWeek) })}
      </Link>
    );
  }
  const monday = proposed.data?.monday;
  if (!monday) return null;
  const choose = async () => {
    const done = await edit({ monday });
    if (!done) return;
    notifyUndoable(t('staffFigures.chosen', { day: format.date(monday) }), done.edits);
    go(`/week/${monday}`);
  };
  return (
    <Button disabled={running} onClick={() => void choose()}>
      {t('staffFigures.choose', { day: format.date(monday) })}
    </Button>
  );
}
