import type { CountAnswer, UnlikelyCount } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { CountCells, CountHead } from './count-columns.tsx';

/** Counts of files that can hardly be: each is accepted or left out with one press, or all at once. */
export function UnlikelyCounts({ heading: Heading }: { readonly heading: 'h2' | 'h3' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const counts = useApiQuery('counts.unlikely', {}, { keep: () => true }).data ?? [];
  const job = useJob('counts.answer');
  const answer = async (chosen: readonly UnlikelyCount[], given: CountAnswer) => {
    const done = await job.edit({
      counts: chosen.map(({ nameId, date }) => ({ nameId, date })),
      answer: given,
    });
    const n = format.count(chosen.length);
    if (done)
      notifyUndoable(
        t(`data.counts.${given === 'taken' ? 'taken' : 'leftOut'}`, { count: chosen.length, n }),
        done.edits,
      );
  };
  if (counts.length === 0 && !job.error) return null;
  return (
    <section className="block" aria-labelledby="unlikely-counts">
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <Heading id="unlikely-counts">
        {t('data.counts.title', { count: counts.length, n: format.count(counts.length) })}
      </Heading>
      <p>{t('data.counts.lead')}</p>
      <table className="list" aria-labelledby="unlikely-counts">
        <CountHead more={1} />
        <tbody>
          {counts.map((count) => (
            <tr key={`${count.nameId} ${count.date}`}>
              <CountCells site={count.site ?? count.name} count={count} />
              <td className="r">
                <div className="row">
                  <Button disabled={job.running} onClick={() => void answer([count], 'aside')}>
                    {t('data.counts.leaveOut')}
                  </Button>
                  <Button disabled={job.running} onClick={() => void answer([count], 'taken')}>
                    {t('data.counts.take')}
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts.length > 1 && (
        <div className="row">
          <Button look="primary" disabled={job.running} onClick={() => void answer(counts, 'aside')}>
            {t('data.counts.leaveAllOut')}
          </Button>
          <Button disabled={job.running} onClick={() => void answer(counts, 'taken')}>
            {t('data.counts.takeAll')}
          </Button>
        </div>
      )}
    </section>
  );
}
