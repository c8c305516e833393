import { ProgressBar } from 'react-aria-components';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useDelayed } from '../../ui/progress-view.tsx';
import type { PastWork } from './use-past.ts';

/** How many days before a meal its order is mostly due: what is said takes as much room at any other. */
const USUAL_LEAD = 7;

/**
 * How the past forecasts were made, how far they are, or why they are not there; always as high as the first of these,
 * as they are made anew with each edit.
 */
export function PastNote({ work }: { readonly work: PastWork }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lead = work.data?.lead ?? USUAL_LEAD;
  const made = !work.error && !work.stopped && !work.working && work.data !== undefined;
  return (
    <div className="pastnote">
      <p className={made ? 'behind' : 'behind room'} aria-hidden={!made}>
        {t('pastDays.honest', { count: lead, n: format.count(lead) })}
      </p>
      {!made && <Underway work={work} />}
    </div>
  );
}

function Underway({ work }: { readonly work: PastWork }) {
  const { error, stopped, working, resume } = work;
  const { t } = useTranslation();
  const late = useDelayed(working);
  if (error || stopped) {
    return (
      <p className="behind">
        {error ? error.message : t('pastDays.stopped')}{' '}
        <button type="button" className="link" onClick={resume}>
          {t(error ? 'common.again' : 'error.resume')}
        </button>
      </p>
    );
  }
  return late && <Progress work={work} />;
}

function Progress({ work }: { readonly work: PastWork }) {
  const { t } = useTranslation();
  const format = useFormat();
  const done = work.data?.done ?? 0;
  return (
    <div className="behind working">
      <ProgressBar aria-label={t('pastDays.working')} value={done * 100}>
        <span>{t('pastDays.working')}</span>
        <span className="thin">
          <span style={{ width: `${done * 100}%` }} />
        </span>
        <span className="num">{format.percent(done)}</span>
      </ProgressBar>
      <button type="button" className="link" onClick={work.stop}>
        {t('common.stop')}
      </button>
    </div>
  );
}
