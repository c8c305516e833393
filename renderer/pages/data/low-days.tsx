import { useState } from 'react';
import type { LowDay, LowDayReason } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { CountCells, CountHead } from './count-columns.tsx';

const AT_ONCE = 8;
const ways = [
  ['outing', 'outing'],
  ['strike', 'strike'],
  ['usual', 'usualDay'],
] as const satisfies readonly (readonly [LowDayReason, string])[];

/** Days far below the usual that nothing explains: they count, and one press says what they were. */
export function LowDays({ heading: Heading }: { readonly heading: 'h2' | 'h3' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const days = useApiQuery('counts.low', {}, { keep: () => true }).data ?? [];
  const job = useJob('counts.explainLow');
  const [shown, setShown] = useState(AT_ONCE);
  const explain = async (chosen: readonly LowDay[], as: LowDayReason) => {
    const done = await job.edit({ days: chosen.map(({ siteId, date }) => ({ siteId, date })), as });
    const counted = { count: chosen.length, n: format.count(chosen.length) };
    if (done) notifyUndoable(t(`data.low.noted.${as}`, counted), done.edits);
  };
  if (days.length === 0 && !job.error) return null;
  // Where many sites were low at once it was hardly an outing of each.
  const apart = days.filter(({ lowSites }) => lowSites === null);
  const left = days.length - shown;
  return (
    <section className="block" aria-labelledby="low-days">
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <Heading id="low-days">
        {t('data.low.title', { count: days.length, n: format.count(days.length) })}
      </Heading>
      <p>{t('data.low.lead')}</p>
      <table className="list low-days" aria-labelledby="low-days">
        <CountHead more={2} />
        <tbody>
          {days.slice(0, shown).map((day) => (
            <LowDayRow
              key={`${day.siteId} ${day.date}`}
              day={day}
              busy={job.running}
              onExplain={(as) => void explain([day], as)}
            />
          ))}
        </tbody>
      </table>
      <div className="row">
        {left > 0 && (
          <Button onClick={() => setShown(shown + AT_ONCE * 4)}>
            {t('common.more', { n: format.count(Math.min(left, AT_ONCE * 4)) })}
          </Button>
        )}
        {apart.length > 1 && (
          <Button disabled={job.running} onClick={() => void explain(apart, 'outing')}>
            {t('data.low.allOutings', { count: apart.length, n: format.count(apart.length) })}
          </Button>
        )}
        {days.length > 1 && (
          <Button disabled={job.running} onClick={() => void explain(days, 'usual')}>
            {t('data.low.allUsual')}
          </Button>
        )}
      </div>
    </section>
  );
}

interface LowDayRowProps {
  readonly day: LowDay;
  readonly busy: boolean;
  onExplain(as: LowDayReason): void;
}

function LowDayRow({ day, busy, onExplain }: LowDayRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { site, date, lowSites } = day;
  return (
    <tr>
      <CountCells site={site} count={day} />
      <td className="mute">
        {lowSites === null ? null : t('data.low.manySites', { n: format.count(lowSites) })}
      </td>
      <td className="r">
        <div className="row">
          {ways.map(([as, word]) => (
            <Button
              key={as}
              disabled={busy}
              aria-label={t('data.low.rowLabel', {
                reason: t(`data.low.${word}`),
                site,
                day: format.dayDate(date),
              })}
              onClick={() => onExplain(as)}
            >
              {t(`data.low.${word}`)}
            </Button>
          ))}
        </div>
      </td>
    </tr>
  );
}
