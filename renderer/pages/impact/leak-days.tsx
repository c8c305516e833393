import { useId } from 'react';
import { Link } from 'wouter';
import type { IsoDate, Leak } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { mondayOf } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { cellPlace } from '../../routes/places.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DialogView } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { leakKey, useLeakWords } from './leak-words.ts';

/** The days that showed a leak, each with the way to its cell in the week; its causes, and what was tried. */
export function LeakDays({ leak, onClose }: { readonly leak: Leak; onClose(): void }) {
  const { t } = useTranslation();
  const title = useId();
  const words = useLeakWords();
  return (
    <DialogView open shape="sheet" labelledBy={title} onClose={onClose}>
      <header>
        <h2 id={title}>{`${leak.site}, ${words.part(leak)}`}</h2>
        <span className="push" />
        <IconButton look="ghost" icon="close" label={t('common.close')} onClick={onClose} />
      </header>
      <div className="leak-days">
        <ul>
          {leak.causes.map((cause) => (
            <li key={cause.cause}>{words.cause(cause)}</li>
          ))}
        </ul>
        {leak.trial && <Trial leak={leak} trial={leak.trial} onClose={onClose} />}
        <h3>{t('leaks.days')}</h3>
        <DayTable leak={leak} />
      </div>
    </DialogView>
  );
}

interface TrialProps {
  readonly leak: Leak;
  readonly trial: NonNullable<Leak['trial']>;
  onClose(): void;
}

function Trial({ leak, trial, onClose }: TrialProps) {
  const { t } = useTranslation();
  const words = useLeakWords();
  const job = useJob('leaks.endTrial');
  const notify = useUndoableNotice();
  const end = async () => {
    const done = await job.edit(leakKey(leak));
    if (!done) return;
    onClose();
    notify(t('leaks.ended', { site: leak.site }), done.edits, { takesFocus: true });
  };
  return (
    <div className="trial">
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <p>
        {words.trial(trial)}
        {trial.difference && (
          <>
            <br />
            {t('leaks.difference', {
              n: words.meals(trial.difference.value),
              low: words.meals(trial.difference.low),
              high: words.meals(trial.difference.high),
            })}
          </>
        )}
      </p>
      <Button disabled={job.running} onClick={() => void end()}>
        {t('leaks.endTrial')}
      </Button>
    </div>
  );
}

const columns = ['ordered', 'served', 'surplus', 'expected'] as const;

/** The cell of a site; of a kitchen, which has none, the week. */
const dayPlace = ({ siteId }: Leak, date: IsoDate) =>
  siteId === undefined ? `/week/${mondayOf(date)}` : cellPlace(siteId, date);

/** Latest first. */
function DayTable({ leak }: { readonly leak: Leak }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{t('leaks.dayColumns.date')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="r">
              {t(`leaks.dayColumns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {leak.days.toReversed().map((day, i) => (
          // Two dishes of a family may be served on one day.
          // biome-ignore lint/suspicious/noArrayIndexKey: the days of a leak never change places.
          <tr key={`${day.date} ${i}`}>
            <th scope="row">
              <Link className="link" href={dayPlace(leak, day.date)}>
                {format.day(day.date)}
              </Link>
            </th>
            {columns.map((column) => (
              <td key={column} className="r">
                {format.tenths(day[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
